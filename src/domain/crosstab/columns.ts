import {
  KEY_AND,
  NOT_GIVEN,
  type Classification,
  type OneClassification,
  type Study,
} from './study.ts';

/** Where something was said, by whom and under which questions. */
export interface Place {
  readonly sourceId: number | null;
  readonly interviewId: number | null;
  readonly respondentIds: readonly number[];
  /** By question: the questions; of a denominator those that could be asked. */
  readonly questionIds: readonly number[];
}

/** The columns of a table, and where things fall in them (indexes into `keys`). */
export interface Columns {
  readonly keys: readonly string[];
  readonly labels: readonly string[];
  /** With two classifications at once, the label of the first; `null` otherwise. */
  readonly above: readonly (string | null)[];
  /**
   * Where words said in this place fall, each column once. By respondent nobody at all falls in "not given"; by source, a
   * source without a column falls nowhere.
   */
  of(place: Place): readonly number[];
  /** Whether columns are questions, sources, or what documents are. */
  readonly has: (by: OneClassification['by']) => boolean;
}

const NOWHERE: readonly number[] = [];
const NOBODY: readonly number[] = [];

/** The indexes of the keys that are known, each once. */
function indexesOf(keys: readonly string[], index: ReadonlyMap<string, number>): readonly number[] {
  if (keys.length === 1) {
    const at = index.get(keys[0] ?? '');
    return at === undefined ? NOWHERE : [at];
  }
  const found = new Set<number>();
  for (const key of keys) {
    const at = index.get(key);
    if (at !== undefined) found.add(at);
  }
  return [...found];
}

/** One classification: where a single respondent's words (or nobody's) fall. */
interface Axis {
  readonly keys: readonly string[];
  readonly labels: readonly string[];
  readonly of: (
    place: Omit<Place, 'respondentIds'>,
    respondentId: number | null,
  ) => readonly number[];
}

function axisOf(study: Study, by: OneClassification): Axis {
  const ownKeys = by.columns.map(({ key }) => key);
  const ownLabels = by.columns.map(({ label }) => label);
  const index = new Map(ownKeys.map((key, at) => [key, at]));
  const indexed = (of: ReadonlyMap<number, readonly string[]>) =>
    new Map([...of].map(([id, keys]) => [id, indexesOf(keys, index)]));

  if (by.by === 'source') {
    const places = indexed(by.of);
    return {
      keys: ownKeys,
      labels: ownLabels,
      of: ({ sourceId }) => places.get(sourceId ?? -1) ?? NOWHERE,
    };
  }
  const notGiven: readonly number[] = [ownKeys.length];
  const keys = [...ownKeys, NOT_GIVEN];
  const labels = [...ownLabels, by.notGiven];
  const orNotGiven = (found: readonly number[] | undefined) =>
    found === undefined || found.length === 0 ? notGiven : found;
  if (by.by === 'question') {
    const of = ({ questionIds }: { questionIds: readonly number[] }) =>
      orNotGiven(indexesOf(questionIds.map(String), index));
    return { keys, labels, of };
  }
  const places = indexed(by.of);
  if (by.by === 'respondent')
    return { keys, labels, of: (_place, id) => orNotGiven(places.get(id ?? -1)) };
  if (by.by === 'interview')
    return { keys, labels, of: ({ interviewId }) => orNotGiven(places.get(interviewId ?? -1)) };
  const documents = new Set(
    study.sources.filter(({ interviewId }) => interviewId === null).map(({ id }) => id),
  );
  return {
    keys,
    labels,
    of: ({ sourceId }) =>
      documents.has(sourceId ?? -1) ? orNotGiven(places.get(sourceId ?? -1)) : NOWHERE,
  };
}

/** One key for two; no two pairs have the same. */
const pairKey = (...parts: readonly string[]): string =>
  parts.map((part) => part.replaceAll('~', '~0')).join(KEY_AND);

/** Every pair of the two, in the order of the first and then of the second. */
function paired(first: Axis, second: Axis): Axis & { above: readonly string[] } {
  const width = second.keys.length;
  return {
    keys: first.keys.flatMap((a) => second.keys.map((b) => pairKey(a, b))),
    labels: first.keys.flatMap(() => second.labels),
    above: first.labels.flatMap((label) => second.labels.map(() => label)),
    of: (place, id) => {
      const inner = second.of(place, id);
      return first.of(place, id).flatMap((a) => inner.map((b) => a * width + b));
    },
  };
}

export function columnsOf(study: Study, classification: Classification): Columns {
  const parts =
    classification.by === 'both' ? [classification.first, classification.second] : [classification];
  const [first, second] = parts.map((part) => axisOf(study, part));
  if (!first) throw new Error('a classification has at least one part');
  const axis = second ? paired(first, second) : { ...first, above: first.keys.map(() => null) };
  const isByPerson = parts.some(({ by }) => by === 'respondent');
  return {
    keys: axis.keys,
    labels: axis.labels,
    above: axis.above,
    has: (by) => parts.some((part) => part.by === by),
    of: (place) => {
      const [one, ...more] = isByPerson ? place.respondentIds : NOBODY;
      if (one === undefined) return axis.of(place, null);
      if (more.length === 0) return axis.of(place, one);
      return [...new Set(place.respondentIds.flatMap((id) => axis.of(place, id)))];
    },
  };
}
