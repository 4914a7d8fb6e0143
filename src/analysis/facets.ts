import type { SourceKind } from '../../db/schema.ts';
import type { By, Facet as FacetName } from '../../views/analysis/types.ts';
import type { ColumnName, KeysOf } from '../domain/crosstab/study.ts';
import { formatMonth } from '../domain/dates/index.ts';
import { foldName } from '../domain/names.ts';
import { oncePerState } from './kept.ts';
import { questionNumbers, type Reader } from './study.ts';
import { queryFacets } from './query-facets.ts';
import { variableFacets } from './variables.ts';

/** What a thing is sorted by: columns to cut a table by, and what it can be limited to. */
export interface Facet {
  readonly name: FacetName;
  /** Its own name where people gave it one: a variable's. */
  readonly label: string | null;
  /** What has it. */
  readonly of: 'respondent' | 'interview' | 'source' | 'document' | 'passage' | 'coding' | 'found';
  readonly columns: readonly ColumnName[];
  /** Which of them each has, by id; a passage's questions are with the passage. */
  readonly keys: KeysOf;
}

/** Words that the caller has from the messages. */
export interface Words {
  notGiven: string;
  underNone: string;
  /** Who said a passage that a saved query finds, and who did not; what a query is called among codes. */
  queries: { said: string; saidNone: string; named: (name: string) => string };
  kinds: Record<SourceKind, string>;
  classes: {
    below: (to: string) => string;
    from: (from: string) => string;
    between: (from: string, to: string) => string;
  };
}

export type Facets = ReadonlyMap<FacetName, Facet>;

/** Whether it is made of saved queries; no query is made of these. */
export const isOfQueries = (name: FacetName): boolean =>
  name === 'found' || name.startsWith('query-');

const NO_KEYS: KeysOf = new Map();
const byName = (a: ColumnName, b: ColumnName) =>
  a.label.localeCompare(b.label, 'en', { numeric: true });

/** Everything the project's respondents, interviews and sources are sorted by; read once for each state of the project. */
export const loadFacets = (reader: Reader, words: Words): Promise<Facets> =>
  oncePerState(reader, `facets, ${words.notGiven}`, () => readFacets(reader, words));

async function readFacets(reader: Reader, words: Words): Promise<Facets> {
  const facets = [
    await namedFacet(reader, 'group', 'respondent_group', 'group_id'),
    await namedFacet(reader, 'region', 'region', 'region_id'),
    ...(await interviewFacets(reader)),
    await interviewerFacet(reader),
    ...(await sourceFacets(reader, words)),
    await questionFacet(reader),
    await coderFacet(reader),
    ...(await variableFacets(reader, words)),
    ...(await queryFacets(reader, words)),
  ];
  return new Map(facets.map((facet) => [facet.name, facet]));
}

/** Groups or regions in the project's order; those that no respondent has are left out. */
async function namedFacet(
  { db, projectId }: Reader,
  name: By,
  table: 'respondent_group' | 'region',
  column: 'group_id' | 'region_id',
): Promise<Facet> {
  const names = await db
    .selectFrom(table)
    .select(['id', 'name'])
    .where('project_id', '=', projectId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const rows = await db
    .selectFrom('respondent')
    .select(['id', `${column} as key`])
    .where('project_id', '=', projectId)
    .where(column, 'is not', null)
    .execute();
  const used = new Set(rows.map((row) => row.key));
  return {
    name,
    label: null,
    of: 'respondent',
    columns: names
      .filter(({ id }) => used.has(id))
      .map(({ id, name }) => ({ key: String(id), label: name })),
    keys: new Map(rows.map((row) => [row.id, [String(row.key)]])),
  };
}

/** Locations by the alphabet, spellings that differ in case only being one; and months of the interviews' first days. */
async function interviewFacets({ db, projectId }: Reader): Promise<Facet[]> {
  const rows = await db
    .selectFrom('interview')
    .select(['id', 'location', 'date'])
    .where('project_id', '=', projectId)
    .orderBy('id')
    .execute();
  const places = new Map<string, string>();
  const months = new Set<string>();
  const placeOf = new Map<number, string[]>();
  const monthOf = new Map<number, string[]>();
  for (const { id, location, date } of rows) {
    const place = foldName(location);
    if (place !== '') {
      if (!places.has(place)) places.set(place, location.trim());
      placeOf.set(id, [place]);
    }
    const month = date?.slice(0, 7);
    if (month === undefined) continue;
    months.add(month);
    monthOf.set(id, [month]);
  }
  const named = { label: null, of: 'interview' as const };
  return [
    {
      ...named,
      name: 'location',
      columns: [...places].map(([key, label]) => ({ key, label })).sort(byName),
      keys: placeOf,
    },
    {
      ...named,
      name: 'month',
      columns: [...months].sort().map((key) => ({ key, label: formatMonth(key) })),
      keys: monthOf,
    },
  ];
}

async function interviewerFacet({ db, projectId }: Reader): Promise<Facet> {
  const rows = await db
    .selectFrom('interview_interviewer as ii')
    .innerJoin('interviewer as i', 'i.id', 'ii.interviewer_id')
    .select(['ii.interview_id', 'i.id', 'i.name'])
    .where('i.project_id', '=', projectId)
    .execute();
  const keys = new Map<number, string[]>();
  for (const { interview_id: interview, id } of rows)
    keys.set(interview, [...(keys.get(interview) ?? []), String(id)]);
  const names = new Map(rows.map(({ id, name }) => [String(id), name]));
  return {
    name: 'interviewer',
    label: null,
    of: 'interview',
    columns: [...names].map(([key, label]) => ({ key, label })).sort(byName),
    keys,
  };
}

/** Sources one by one, by name, and by their kind. */
async function sourceFacets({ db, projectId }: Reader, words: Words): Promise<Facet[]> {
  const rows = await db
    .selectFrom('source')
    .select(['id', 'name', 'kind'])
    .where('project_id', '=', projectId)
    .orderBy('name')
    .orderBy('id')
    .execute();
  const kinds = Object.entries(words.kinds).filter(([kind]) =>
    rows.some((row) => row.kind === kind),
  );
  const named = { label: null, of: 'source' as const };
  return [
    {
      ...named,
      name: 'source',
      columns: rows.map(({ id, name }) => ({ key: String(id), label: name })),
      keys: new Map(rows.map(({ id }) => [id, [String(id)]])),
    },
    {
      ...named,
      name: 'kind',
      columns: kinds.map(([key, label]) => ({ key, label })),
      keys: new Map(rows.map(({ id, kind }) => [id, [kind]])),
    },
  ];
}

async function questionFacet(reader: Reader): Promise<Facet> {
  const { questions } = await questionNumbers(reader);
  const columns = questions.map(({ id, number, text }) => ({
    key: String(id),
    label: number === '' ? text : number,
  }));
  return { name: 'question', label: null, of: 'passage', columns, keys: NO_KEYS };
}

async function coderFacet({ db, projectId }: Reader): Promise<Facet> {
  const rows = await db
    .selectFrom('user')
    .select(['id', 'initials'])
    .where('id', 'in', (eb) =>
      eb.selectFrom('coding').select('coder_id').distinct().where('project_id', '=', projectId),
    )
    .orderBy('initials')
    .execute();
  const columns = rows.map(({ id, initials }) => ({ key: String(id), label: initials }));
  return { name: 'coder', label: null, of: 'coding', columns, keys: NO_KEYS };
}
