import type { z } from 'zod';
import { Invalid } from '../domain/errors.ts';
import type { Span } from '../domain/text/span.ts';
import { codesOn } from '../domain/workbench/group.ts';
import type { Done } from '../history/index.ts';
import type { C } from '../http/index.ts';
import type { Outcome } from './answer.tsx';
import type { Found } from './commands.ts';
import { codingsOf } from './queries.ts';

/** What the workbench's addresses share: the source and the coding they name, their forms, what is answered. */

export const SOURCE = '/projects/:projectId/sources/:sourceId{[0-9]+}';
export const CODING = `${SOURCE}/codings/:codingId{[0-9]+}`;

export const sourceId = (c: C): number => Number(c.req.param('sourceId'));
export const codingId = (c: C): number => Number(c.req.param('codingId'));
export const sourceHref = (c: C): string =>
  `/projects/${c.get('project').id}/sources/${sourceId(c)}`;

/** @throws Invalid with the first thing wrong: the page sends these forms itself, so there is no field to stand beside */
export async function formOf<S extends z.ZodType>(c: C, schema: S): Promise<z.infer<S>> {
  const form = schema.safeParse(await c.req.parseBody());
  if (form.success) return form.data;
  throw new Invalid(form.error.issues[0]?.message ?? 'codings.badForm');
}

/** Of a coding that was made or found there already. */
export function outcomeOf(
  c: C,
  done: Done<{ id: number; codeId: number } & Span>,
  message: string,
): Outcome {
  const { id, codeId, start, end } = done.value;
  return {
    sourceId: sourceId(c),
    changeId: done.changeId,
    spans: [{ start, end }],
    codeIds: [codeId],
    message,
    coding: { id, code: codeId },
  };
}

/** Of a coding that something was done to. */
export const outcomeOfFound = (c: C, { changeId, value }: Done<Found>): Outcome => ({
  sourceId: sourceId(c),
  changeId,
  spans: [{ start: value.start, end: value.end }],
  codeIds: [value.codeId],
});

/** How many codes lie on a passage. */
export async function codesAt(c: C, span: Span): Promise<number> {
  return codesOn(span, await codingsOf(c.get('ctx').db, sourceId(c), span));
}
