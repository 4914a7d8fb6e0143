import { redactedPlaces, type Redaction } from '../domain/text/redaction.ts';
import type { Ctx } from '../deps.ts';
import { codeChanges } from '../history/index.ts';
import { folded, tellingParts } from './redact-searches.ts';

/** Names of codes whose words hold some of what is redacted. */
export interface RulesWithWords {
  /** As they stand: the name, or a part of the rule. */
  now: string[];
  /** Only as they were once: the history of the codebook has it. */
  past: string[];
}

const WORDS = ['name', 'definition', 'use_when', 'not_when', 'example'] as const;

/**
 * Rules are the team's own words, and redacting a text leaves them as they are; the person who redacts is told which of them
 * to look at, those of today and those of the past.
 */
export async function rulesWithWords(
  { db, projectId }: Pick<Ctx, 'db' | 'projectId'>,
  redactions: readonly Redaction[],
): Promise<RulesWithWords> {
  const telling = tellingParts(redactions);
  const holds = (row: Readonly<Record<string, unknown>> | null): boolean =>
    WORDS.some((column) => {
      const words = row?.[column];
      return typeof words === 'string' && redactedPlaces(folded(words), telling, true).length > 0;
    });
  const codes = await db
    .selectFrom('code')
    .select(['id', ...WORDS])
    .where('project_id', '=', projectId)
    .orderBy('name')
    .execute();
  const now = codes.filter((code) => holds(code));
  const names = new Map(codes.map(({ id, name }) => [id, name]));
  const past = new Map<number, string>();
  const known = new Set(now.map(({ id }) => id));
  const all = { after: 0, upTo: Number.MAX_SAFE_INTEGER - 1 };
  for await (const { images } of codeChanges(db, projectId, all))
    for (const { table, id, before, after } of images) {
      if (table !== 'code' || known.has(id)) continue;
      const last = before?.['name'] ?? after?.['name'];
      if (typeof last === 'string' && !names.has(id)) names.set(id, last);
      if (holds(before) || holds(after)) past.set(id, names.get(id) ?? '');
    }
  return { now: now.map(({ name }) => name), past: [...past.values()].sort() };
}
