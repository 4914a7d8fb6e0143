import type { Facet as FacetName } from '../../views/analysis/types.ts';
import { NotFound } from '../domain/errors.ts';
import type { PassageBehind } from '../domain/crosstab/behind.ts';
import { belongingTo, codesNamed, type Belongs } from '../domain/query/index.ts';
import { getSettings } from '../projects/index.ts';
import type { Facet, Facets, Words } from './facets.ts';
import { find, type Finding } from './finding.ts';
import { oncePerState } from './kept.ts';
import { savedQuery } from './saved-queries.ts';
import type { Coding, Reader } from './study.ts';

/** Saved queries that a menu can still show. */
const MOST = 200;

const SAID = 'yes';
const SAID_NONE = 'no';

/**
 * Saved queries as something to cut a table by, each whether a respondent said a passage that it finds, and all of them as
 * passages that a table can be limited to. Who said one is found when it is asked for: `withQueries`.
 */
export async function queryFacets({ db, projectId }: Reader, words: Words): Promise<Facet[]> {
  const queries = await db
    .selectFrom('saved_query')
    .select(['id', 'name'])
    .where('project_id', '=', projectId)
    .orderBy('name_fold')
    .limit(MOST)
    .execute();
  const columns = [
    { key: SAID, label: words.queries.said },
    { key: SAID_NONE, label: words.queries.saidNone },
  ];
  const nobody = new Map<number, readonly string[]>();
  return [
    {
      name: 'found',
      label: null,
      of: 'found',
      columns: queries.map(({ id, name }) => ({ key: String(id), label: name })),
      keys: nobody,
    },
    ...queries.map(({ id, name }) => ({
      name: `query-${id}` as const,
      label: name,
      of: 'respondent' as const,
      columns,
      keys: nobody,
    })),
  ];
}

/** What the passages of saved queries are found among: every coding of the project. */
export interface Whole extends Finding {
  codings: readonly Coding[];
  respondents: readonly { id: number }[];
}

interface SavedFound {
  passages: readonly PassageBehind<Coding>[];
  /** The codes looked for. */
  subject: ReadonlySet<number>;
  /** The one code it looks for; null when there are several. */
  code: number | null;
  name: string;
}

/**
 * What a saved query finds, read once for each state of the project.
 * @throws NotFound `analysis.noQuery`
 */
export const foundBy = (reader: Reader, id: number, whole: Whole): Promise<SavedFound> =>
  oncePerState(reader, `found by query ${id}`, async () => {
    const { query, name } = await savedQuery(reader, id);
    const [first, ...more] = query.of;
    return {
      passages: await find(reader, query, whole.codings, whole),
      subject: codesNamed(query.of, whole.codes),
      code: more.length === 0 && first !== undefined ? first.codeId : null,
      name,
    };
  });

/** The facets, with who said the passages of those saved queries that are named. */
export async function withQueries(
  reader: Reader,
  whole: Whole,
  names: readonly (FacetName | null)[],
): Promise<Facets> {
  const filled = new Map(whole.facets);
  for (const name of names) {
    const facet = name === null ? undefined : filled.get(name);
    if (!facet?.name.startsWith('query-')) continue;
    const said = await whoSaid(reader, Number(facet.name.slice('query-'.length)), whole);
    const keys = whole.respondents.map(
      ({ id }) => [id, [said.has(id) ? SAID : SAID_NONE]] as const,
    );
    filled.set(facet.name, { ...facet, keys: new Map(keys) });
  }
  return filled;
}

/** In interviews that count: in debriefs only where the project counts them. */
async function whoSaid(reader: Reader, id: number, whole: Whole): Promise<ReadonlySet<number>> {
  const { counts_debriefs: counts } = await getSettings(reader);
  const debriefs = new Set(whole.held.filter((one) => one.isDebrief).map((one) => one.id));
  const { passages } = await foundBy(reader, id, whole);
  return new Set(
    passages
      .filter(({ codings: [first] }) => counts === 1 || !debriefs.has(first?.interviewId ?? 0))
      .flatMap(({ respondentIds }) => respondentIds),
  );
}

/** The codings that belong to the passages of one of these saved queries; of one that is gone, nothing does. */
export async function inQueries(
  reader: Reader,
  whole: Whole,
  codings: readonly Coding[],
  ids: readonly number[],
): Promise<readonly Coding[]> {
  if (ids.length === 0) return codings;
  const tests: Belongs[] = [];
  for (const id of ids) {
    try {
      const { passages, subject } = await foundBy(reader, id, whole);
      tests.push(belongingTo(passages, subject));
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
    }
  }
  return codings.filter((coding) => tests.some((belongs) => belongs(coding)));
}
