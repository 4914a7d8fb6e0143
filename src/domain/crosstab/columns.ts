import { NOT_GIVEN, type Classification, type Study } from './study.ts';

/** The columns of a table, and where things fall in them (indexes into `keys`). */
export interface Columns {
  readonly keys: readonly string[];
  readonly labels: readonly string[];
  /**
   * Where words said in this source by these respondents fall, each column once. By respondent nobody at all falls in
   * "not given"; by source, a source without a column falls nowhere.
   */
  of(sourceId: number | null, respondentIds: readonly number[]): readonly number[];
}

const NOWHERE: readonly number[] = [];

/** The indexes of the keys that are known, each once. */
function indexesOf(keys: readonly string[], index: ReadonlyMap<string, number>): readonly number[] {
  const found = new Set<number>();
  for (const key of keys) {
    const at = index.get(key);
    if (at !== undefined) found.add(at);
  }
  return [...found];
}

export function columnsOf(study: Study, classification: Classification): Columns {
  const keys = classification.columns.map((column) => column.key);
  const labels = classification.columns.map((column) => column.label);
  const index = new Map(keys.map((key, at) => [key, at]));

  if (classification.by === 'source') {
    const places = new Map(study.sources.map(({ id }) => [id, indexesOf([String(id)], index)]));
    return { keys, labels, of: (sourceId) => places.get(sourceId ?? -1) ?? NOWHERE };
  }

  const notGiven: readonly number[] = [keys.length];
  const allKeys = [...keys, NOT_GIVEN];
  const allLabels = [...labels, classification.notGiven];
  if (classification.by === 'document') {
    const places = new Map<number, readonly number[]>();
    for (const { id, interviewId } of study.sources) {
      if (interviewId !== null) continue;
      const own = indexesOf(classification.ofSource.get(id) ?? [], index);
      places.set(id, own.length > 0 ? own : notGiven);
    }
    return { keys: allKeys, labels: allLabels, of: (id) => places.get(id ?? -1) ?? NOWHERE };
  }

  const places = new Map<number, readonly number[]>();
  for (const respondent of study.respondents) {
    const own = indexesOf(respondent.columns, index);
    places.set(respondent.id, own.length > 0 ? own : notGiven);
  }
  const ofOne = (id: number): readonly number[] => places.get(id) ?? notGiven;
  return {
    keys: allKeys,
    labels: allLabels,
    of: (_sourceId, ids) => {
      const [first, ...rest] = ids;
      if (first === undefined) return notGiven;
      return rest.length === 0 ? ofOne(first) : [...new Set(ids.flatMap(ofOne))];
    },
  };
}
