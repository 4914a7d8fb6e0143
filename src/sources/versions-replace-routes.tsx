import { Hono } from 'hono';
import { ReplacePage } from '../../views/sources/ReplacePage.tsx';
import { typedText } from '../../views/typed.ts';
import { Conflict, DomainError, Invalid } from '../domain/errors.ts';
import {
  fieldErrors,
  flashDone,
  page,
  shellProps,
  typedForm,
  type C,
  type Env,
  type FieldErrors,
  type Typed,
} from '../http/index.ts';
import type { Original } from './commands.ts';
import { keepOriginal } from './originals.ts';
import { getSource } from './queries.ts';
import { readFile } from './reading/read.ts';
import { foreseeReplacing, replaceText } from './versions-replace.ts';
import { pathsOf } from './versions-waiting.ts';

export const replaceRoutes = new Hono<Env>();

const REPLACE = '/projects/:projectId/sources/:sourceId{[0-9]+}/replace';

const idOf = (c: C): number => Number(c.req.param('sourceId'));

replaceRoutes.get(REPLACE, (c) => replacePage(c));

/** The address ends in /upload, which is what lets a larger body in. */
replaceRoutes.post(`${REPLACE}/upload`, async (c) => {
  const typed = await typedForm(c);
  const ctx = c.get('ctx');
  await getSource(ctx, idOf(c));
  try {
    const isPreview = typedText(typed, 'do') === 'preview';
    const given = await givenText(c, typed, isPreview);
    if (given.text.trim() === '') throw new Invalid('versions.replaceNothing', {}, 'text');
    if (isPreview) return await replacePage(c, { text: given.text, typed });
    const sha256 = typedText(typed, 'sha256');
    const done = await replaceText(ctx, idOf(c), { ...given, sha256 });
    flashDone(c, done.changeId);
    const { changed, lost } = done.value;
    const next = changed + lost > 0 ? '/look' : '';
    return c.redirect(`/projects/${c.get('project').id}/sources/${idOf(c)}${next}`, 303);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const status = error instanceof Conflict ? 409 : 422;
    return replacePage(c, { typed, errors: fieldErrors(c, error) }, status);
  }
});

/** The file's text when one was chosen, else what was pasted. */
async function givenText(
  c: C,
  typed: Typed,
  isPreview: boolean,
): Promise<{ text: string; original?: Original }> {
  const { file } = await c.req.parseBody();
  if (!(file instanceof File) || file.size === 0) return { text: typedText(typed, 'text') };
  const bytes = Buffer.from(await file.arrayBuffer());
  const { text, type, encoding } = await readFile(file.name, bytes);
  if (isPreview) return { text };
  const sha256 = await keepOriginal(c.get('ctx').dataDir, bytes);
  const name = file.name.slice(0, 255);
  return { text, original: { name, type, sha256, bytes: bytes.length, encoding } };
}

interface Shown {
  /** To be previewed. */
  text?: string;
  typed?: Typed;
  errors?: FieldErrors;
}

async function replacePage(
  c: C,
  { text, typed = {}, errors = {} }: Shown = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const ctx = c.get('ctx');
  const source = await getSource(ctx, idOf(c));
  const foreseen = text === undefined ? null : await foreseeReplacing(ctx, source.id, text);
  return page(
    c,
    <ReplacePage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      {...{ source, foreseen, errors }}
      text={text ?? typedText(typed, 'text')}
      paths={foreseen === null ? new Map() : await pathsOf(ctx)}
    />,
    status,
  );
}
