import type { Ctx } from '../deps.ts';
import { contextOf, type Context } from '../domain/text/context.ts';
import {
  offeredNames,
  redact,
  redactedPlaces,
  redactedSpan,
  type OfferedName,
  type Redaction,
} from '../domain/text/redaction.ts';
import { memosAround, summariesAround } from './redact-memos.ts';
import { rulesWithWords, type RulesWithWords } from './redact-rules.ts';
import { searchesFor } from './redact-searches.ts';
import { readText, type Reader, type Source } from './queries.ts';

/** Places shown one by one. */
const SHOWN = 500;
/** Words shown around a place, in code units. */
const AROUND = 50;
/** Identities looked at. */
const PEOPLE = 5000;

export interface Offered {
  identities: OfferedName[];
  capitalised: OfferedName[];
}

/**
 * Words to choose from. Of the identities only what stands in the text.
 * @param maySee whether this person may see identities
 */
export async function offeredFor(ctx: Reader, sourceId: number, maySee: boolean): Promise<Offered> {
  const { text } = await readText(ctx, sourceId);
  const names = maySee ? await identityNames(ctx) : [];
  const identities = [...new Set(names.flatMap(partsOf))]
    .map((words) => ({
      words,
      count: redactedPlaces(text, [{ words, replacement: '' }], true).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.words.length - a.words.length);
  const known = new Set(identities.map(({ words }) => words));
  return {
    identities,
    capitalised: offeredNames(text).filter(({ words }) => !known.has(words)),
  };
}

async function identityNames({ db, projectId }: Reader): Promise<string[]> {
  const rows = await db
    .selectFrom('respondent_identity as n')
    .innerJoin('respondent as r', 'r.id', 'n.respondent_id')
    .select('n.name')
    .where('r.project_id', '=', projectId)
    .where('n.name', '<>', '')
    .limit(PEOPLE)
    .execute();
  return rows.map(({ name }) => name);
}

/** The name whole, and its parts of three letters and more; small words in it are no name of anybody. */
const partsOf = (name: string): string[] => [
  name,
  ...name.split(/[\s,]+/u).filter((part) => /^\p{Lu}\p{L}/u.test(part) && [...part].length > 2),
];

export interface RedactPlan {
  places: (Context & { replacement: string })[];
  /** Places that are not among those. */
  more: number;
  total: number;
  older: { version: number; places: number }[];
  /** The source's name without the words. */
  name: string;
  codings: number;
  /** Memos on it and on its codings with one of the words. */
  memos: number;
  /** Summaries of those who took part, with one of the words. */
  summaries: number;
  /** Names of the saved searches that ask for the words, and go. */
  searches: string[];
  /** Codes whose rules hold the words, and stay as they are. */
  rules: RulesWithWords;
  /** Other sources of the project that were read from the same file, which therefore stays. */
  sharing: string[];
  /** The same in other projects, which are not named. */
  sharingElsewhere: number;
}

/** What redacting would do; changes nothing. */
export async function planRedaction(
  ctx: Pick<Ctx, 'db' | 'projectId'>,
  source: Source,
  redactions: readonly Redaction[],
  anyCase: boolean,
): Promise<RedactPlan> {
  const { text } = await readText(ctx, source.id);
  const found = redactedPlaces(text, redactions, anyCase);
  const { changes } = redact(text, found);
  const codings = await ctx.db
    .selectFrom('coding')
    .select(['start', 'end'])
    .where('source_id', '=', source.id)
    .execute();
  return {
    places: found.slice(0, SHOWN).map(({ replacement, ...span }) => ({
      ...contextOf(text, span, AROUND, AROUND),
      replacement,
    })),
    more: Math.max(0, found.length - SHOWN),
    total: found.length,
    older: await olderPlaces(ctx, source, redactions, anyCase),
    name: redact(source.name, redactedPlaces(source.name, redactions, anyCase)).text,
    codings: codings.filter((span) => redactedSpan(changes, span).state === 'changed').length,
    memos: (await memosAround(ctx.db, source.id)).filter(
      ({ body }) => redactedPlaces(body, redactions, anyCase).length > 0,
    ).length,
    summaries: (await summariesAround(ctx.db, source.id)).filter(
      ({ body }) => redactedPlaces(body, redactions, anyCase).length > 0,
    ).length,
    searches: (await searchesFor(ctx.db, ctx.projectId, redactions)).map(({ name }) => name),
    rules: await rulesWithWords(ctx, redactions),
    ...(await sharersOf(ctx, source.id)),
  };
}

async function sharersOf(
  { db, projectId }: Reader,
  sourceId: number,
): Promise<Pick<RedactPlan, 'sharing' | 'sharingElsewhere'>> {
  const rows = await db
    .selectFrom('source as s')
    .innerJoin('source as own', 'own.original_sha256', 's.original_sha256')
    .select(['s.name', 's.project_id'])
    .where('own.id', '=', sourceId)
    .where('s.id', '<>', sourceId)
    .orderBy('s.name')
    .execute();
  const sharing = rows.filter((row) => row.project_id === projectId).map(({ name }) => name);
  return { sharing, sharingElsewhere: rows.length - sharing.length };
}

async function olderPlaces(
  { db }: Reader,
  source: Source,
  redactions: readonly Redaction[],
  anyCase: boolean,
): Promise<RedactPlan['older']> {
  const rows = await db
    .selectFrom('source_text')
    .select(['version', 'text'])
    .where('source_id', '=', source.id)
    .where('version', '<>', source.version)
    .orderBy('version', 'desc')
    .execute();
  return rows
    .map(({ version, text }) => ({
      version,
      places: redactedPlaces(text, redactions, anyCase).length,
    }))
    .filter(({ places }) => places > 0);
}
