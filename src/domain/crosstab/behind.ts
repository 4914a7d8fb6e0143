import { inPassages } from './said.ts';
import { sharesOf, speakersOf } from './shares.ts';
import type { Classification, CountOptions, Study, StudyCoding } from './study.ts';
import { rowFrames } from './ties.ts';
import { codeWithSubcodes, treeRows } from './tree.ts';

export interface Cell {
  readonly codeId: number;
  /** A column's key; `null` for the row's total. */
  readonly column: string | null;
}

/** A passage and every coding of it that counts in the cell, whoever made it. */
export interface PassageBehind<C> {
  readonly sourceId: number;
  readonly start: number;
  readonly end: number;
  readonly codings: readonly C[];
  /** Whose words they are: the speaker, or everybody in the interview; nobody for a document. */
  readonly respondentIds: readonly number[];
}

export interface Behind<C> {
  /** The number in the cell, in the unit counted, before anything is hidden. */
  readonly count: number;
  readonly denominator: number;
  /** In the order of the sources given, then of the text. */
  readonly passages: readonly PassageBehind<C>[];
  /** Ids of the respondents, interviews or documents counted; empty when passages are. */
  readonly counted: readonly number[];
  /** Ids of those in the denominator who are not counted: asked, say, and did not mention it. */
  readonly notCounted: readonly number[];
}

/**
 * What stands behind one number of a table counted with the same options. It is reckoned by the same rule, so its
 * `count` is that number. The caller asks `crosstab` first whether the cell is protected.
 */
export function behindCell<C extends StudyCoding>(
  study: Study<C>,
  by: Classification,
  options: CountOptions,
  cell: Cell,
): Behind<C> {
  const shares = sharesOf(study, by, options, { questions: questionsOf(study, options, cell) });
  const column = cell.column === null ? null : shares.columns.keys.indexOf(cell.column);
  const inCell = ({ columns }: { columns: readonly number[] }): boolean =>
    column === null || columns.includes(column);
  const codes = codeWithSubcodes(study.codes, cell.codeId, options.withSubcodes);

  const counted = new Map<number, number>();
  const codings: C[] = [];
  for (const coding of study.codings) {
    if (!codes.has(coding.codeId)) continue;
    const here = shares.of(coding).filter(inCell);
    for (const { unit, weight } of here) counted.set(unit, weight);
    if (here.length > 0) codings.push(coding);
  }
  const whole = new Map<number, number>();
  // Passages are not listed by reference: they say themselves where they are from.
  const isPassages = options.unit === 'passages';
  if (isPassages) {
    for (const { coding, passage } of inPassages(study.codings, shares.columns.has('question')))
      if (shares.of(coding).some(inCell)) whole.set(passage, 1);
  } else {
    for (const share of shares.whole()) if (inCell(share)) whole.set(share.unit, share.weight);
  }

  const respondentsOf = (coding: C): readonly number[] =>
    speakersOf(coding, shares.frame.held.get(coding.interviewId ?? -1)?.respondentIds ?? []);
  const passages = groupByPassage(study, codings, respondentsOf);
  return {
    count: isPassages ? passages.length : sum(counted.values()),
    denominator: sum(whole.values()),
    passages,
    counted: isPassages ? [] : [...counted.keys()],
    notCounted: isPassages ? [] : [...whole.keys()].filter((unit) => !counted.has(unit)),
  };
}

/** The questions whose being asked counts for the cell's code. */
function questionsOf(study: Study, options: CountOptions, { codeId }: Cell): readonly number[] {
  const rows = treeRows(study.codes);
  const { lists, ofRow } = rowFrames(rows, options);
  return lists[ofRow[rows.findIndex((row) => row.codeId === codeId)] ?? 0] ?? [];
}

function sum(weights: Iterable<number>): number {
  let total = 0;
  for (const weight of weights) total += weight;
  return total;
}

function groupByPassage<C extends StudyCoding>(
  study: Study<C>,
  codings: readonly C[],
  respondentsOf: (coding: C) => readonly number[],
): PassageBehind<C>[] {
  const groups = new Map<string, [C, ...C[]]>();
  for (const coding of codings) {
    const key = `${coding.sourceId}:${coding.start}:${coding.end}`;
    const group = groups.get(key);
    if (group) group.push(coding);
    else groups.set(key, [coding]);
  }
  const place = new Map(study.sources.map(({ id }, at) => [id, at]));
  const placeOf = (id: number): number => place.get(id) ?? study.sources.length;
  return [...groups.values()]
    .map((group) => ({
      sourceId: group[0].sourceId,
      start: group[0].start,
      end: group[0].end,
      codings: group,
      respondentIds: [...new Set(group.flatMap(respondentsOf))],
    }))
    .sort(
      (a, b) =>
        placeOf(a.sourceId) - placeOf(b.sourceId) ||
        a.sourceId - b.sourceId ||
        a.start - b.start ||
        a.end - b.end,
    );
}
