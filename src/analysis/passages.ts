import { colourNumber } from '../domain/colours.ts';
import type { Behind, PassageBehind } from '../domain/crosstab/behind.ts';
import { treeRows } from '../domain/crosstab/tree.ts';
import { contextOf } from '../domain/text/context.ts';
import type { Passage, Person } from '../../views/analysis/types.ts';
import { loadForReport, type Marked } from './marks.ts';
import { loadCodes, type Coding, type Reader } from './study.ts';

/** Context on each side of a passage; code units, cut between words. */
const REACH = 160;

/** Everything about people, interviews, sources and codes that a list of passages names, by id. */
export interface Names {
  people: ReadonlyMap<number, Person>;
  interviews: ReadonlyMap<number, string>;
  sources: ReadonlyMap<number, string>;
  coders: ReadonlyMap<number, string>;
  codes: ReadonlyMap<number, { path: string; colour: number }>;
}

const byReference = new Intl.Collator('en', { numeric: true }).compare;

export async function loadNames(reader: Reader): Promise<Names> {
  const { db, projectId } = reader;
  const people = await db
    .selectFrom('respondent')
    .leftJoin('respondent_group', 'respondent_group.id', 'respondent.group_id')
    .leftJoin('region', 'region.id', 'respondent.region_id')
    .select([
      'respondent.id',
      'reference',
      'respondent_group.name as group',
      'region.name as region',
    ])
    .where('respondent.project_id', '=', projectId)
    .execute();
  const interviews = await db
    .selectFrom('interview')
    .select(['id', 'reference'])
    .where('project_id', '=', projectId)
    .execute();
  const sources = await db
    .selectFrom('source')
    .select(['id', 'name'])
    .where('project_id', '=', projectId)
    .execute();
  const coders = await db
    .selectFrom('member')
    .innerJoin('user', 'user.id', 'member.user_id')
    .select(['user.id', 'user.initials'])
    .where('member.project_id', '=', projectId)
    .execute();
  const codes = await loadCodes(reader);
  const colourOf = new Map(codes.map((code) => [code.id, colourNumber(code.colour)]));
  return {
    people: new Map(people.map((person) => [person.id, person])),
    interviews: new Map(interviews.map(({ id, reference }) => [id, reference])),
    sources: new Map(sources.map(({ id, name }) => [id, name])),
    coders: new Map(coders.map(({ id, initials }) => [id, initials])),
    codes: new Map(
      treeRows(codes).map(({ codeId, path }) => [
        codeId,
        { path, colour: colourOf.get(codeId) ?? 1 },
      ]),
    ),
  };
}

/** The passages in the order they are read: by respondent, then source and place; documents last. */
export function sortedPassages(behind: Behind<Coding>, names: Names): PassageBehind<Coding>[] {
  const whose = new Map(
    behind.passages.map((passage) => [passage, referencesOf(passage, names).join(' ')]),
  );
  const keyOf = (passage: PassageBehind<Coding>) => whose.get(passage) ?? '';
  // Sorting is stable: inside one respondent the order of sources and places stays.
  return behind.passages.toSorted(
    (a, b) => Number(keyOf(a) === '') - Number(keyOf(b) === '') || byReference(keyOf(a), keyOf(b)),
  );
}

const peopleOf = (passage: PassageBehind<Coding>, names: Names): Person[] =>
  passage.respondentIds
    .flatMap((id) => names.people.get(id) ?? [])
    .sort((a, b) => byReference(a.reference, b.reference));

const referencesOf = (passage: PassageBehind<Coding>, names: Names): string[] =>
  peopleOf(passage, names).map((person) => person.reference);

/** Respondents by their references, in order. */
export const peopleNamed = (ids: readonly number[], names: Names): Person[] =>
  ids
    .flatMap((id) => names.people.get(id) ?? [])
    .sort((a, b) => byReference(a.reference, b.reference));

/**
 * The words of some passages with what stands around them in the same turn. Reads each source's text once.
 * @param known which passages are for the report, when the caller has read it already
 */
export async function readPassages(
  reader: Reader,
  passages: readonly PassageBehind<Coding>[],
  names: Names,
  known?: Marked,
): Promise<Passage[]> {
  const texts = await loadTexts(reader, [...new Set(passages.map((one) => one.sourceId))]);
  const isForReport = known ?? (await loadForReport(reader));
  const read: Passage[] = [];
  for (const passage of passages) {
    const { sourceId, start, end, codings } = passage;
    const text = texts.get(sourceId) ?? '';
    const interviewId = codings[0]?.interviewId ?? null;
    const codeIds = [...new Set(codings.map((coding) => coding.codeId))];
    const first = await turnAt(reader, sourceId, start);
    const last = await turnAt(reader, sourceId, end - 1);
    // The other turns say other people's words, with their labels; the passage may still run over several.
    const from = Math.min(start, first?.body_start ?? 0);
    const to = Math.max(end, last?.end ?? text.length);
    read.push({
      sourceId,
      start,
      end,
      ...contextOf(text.slice(from, to), { start: start - from, end: end - from }, REACH, REACH),
      people: peopleOf(passage, names),
      source: names.sources.get(sourceId) ?? '',
      interview: interviewId === null ? null : (names.interviews.get(interviewId) ?? null),
      timeMs: first?.time_ms ?? null,
      coders: initialsOf(codings, names),
      codes: codeIds.flatMap((id) => names.codes.get(id) ?? []),
      isForReport: isForReport(passage),
    });
  }
  return read;
}

const initialsOf = (codings: readonly Coding[], names: Names): string[] => [
  ...new Set(codings.map((coding) => names.coders.get(coding.coderId) ?? '')),
];

/** The current texts of sources, by id. */
export async function loadTexts(
  { db, projectId }: Reader,
  sourceIds: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (sourceIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('source')
    .innerJoin('source_text', (join) =>
      join
        .onRef('source_text.source_id', '=', 'source.id')
        .onRef('source_text.version', '=', 'source.version'),
    )
    .select(['source.id', 'source_text.text'])
    .where('source.project_id', '=', projectId)
    .where('source.id', 'in', sourceIds)
    .execute();
  return new Map(rows.map(({ id, text }) => [id, text]));
}

/** The turn or paragraph that an offset lies in; `body_start` is where its words begin, after label and time stamp. */
async function turnAt({ db }: Reader, sourceId: number, offset: number) {
  return db
    .selectFrom('segment')
    .select(['time_ms', 'body_start', 'end'])
    .where('source_id', '=', sourceId)
    .where('start', '<=', offset)
    .orderBy('start', 'desc')
    .limit(1)
    .executeTakeFirst();
}
