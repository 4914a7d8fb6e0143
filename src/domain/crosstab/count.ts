import { columnsOf } from './columns.ts';
import type { Counted, CountedFrame } from './counted.ts';
import { countsDocuments, passageNumbers, sharesOf, type Share, type Shares } from './shares.ts';
import type { Classification, CountOptions, Study } from './study.ts';
import { Tally } from './tally.ts';
import { rowFrames } from './ties.ts';
import { treeRows, type TreeRow } from './tree.ts';

/** What the table does not count, so that a page can say so. */
export interface LeftOut {
  /** Sources of no interview, left out unless passages are counted over all. */
  readonly documents: number;
  /** Interviews of the kind debrief. */
  readonly debriefs: number;
  /** Interviews counted in the denominator that have no source to code. */
  readonly withoutSource: number;
}

export interface CountedCodes {
  readonly counted: Counted;
  readonly keys: readonly string[];
  readonly labels: readonly string[];
  /** With two classifications at once, the label of the first. */
  readonly above: readonly (string | null)[];
  readonly leftOut: LeftOut;
  /** For each row the questions whose being asked counts. */
  readonly questionsOfRow: readonly (readonly number[])[];
}

/** Denominators are a table of one row. */
const ONLY_ROW: readonly number[] = [0];

/** Counts every code in every column and hides nothing. Linear in the codings. */
export function countCodes(study: Study, by: Classification, options: CountOptions): CountedCodes {
  const columns = columnsOf(study, by);
  const rows = treeRows(study.codes);
  const { lists, ofRow } = rowFrames(rows, options);
  const numberOf = passageNumbers();
  const shares = lists.map((list) =>
    sharesOf(study, by, options, { questions: list, columns, numberOf }),
  );
  const linesOf = linesOfCodes(rows, ofRow, options.withSubcodes);
  const width = columns.keys.length;
  const units = new Tally(rows.length, width);
  const own = new Tally(rows.length, width);
  const people = options.unit === 'respondents' ? units : new Tally(rows.length, width);
  const isNew = newPairs();
  for (const coding of study.codings) {
    for (const lines of linesOf.get(coding.codeId) ?? []) {
      const found = shares[lines.frame]?.of(coding) ?? [];
      if (found.length === 0 || !isNew(coding.codeId, found)) continue;
      for (const share of found) {
        if (lines.own.length > 0) own.addUnit(lines.own, share);
        units.addUnit(lines.all, share);
        if (people !== units) people.addPeople(lines.all, share);
      }
    }
  }
  const [first] = shares;
  return {
    counted: {
      rows,
      withSubcodes: options.withSubcodes,
      counts: units.table(),
      people: people.table(),
      own: own.table(),
      frames: shares.map((one) => countFrame(one, width)),
      frameOf: ofRow,
    },
    keys: columns.keys,
    labels: columns.labels,
    above: columns.above,
    leftOut: leftOutOf(study, options, first),
    questionsOfRow: ofRow.map((at) => lists[at] ?? []),
  };
}

function countFrame(shares: Shares, columns: number): CountedFrame {
  const all = [...shares.whole()];
  const whole = new Tally(1, columns);
  const people = new Tally(1, columns);
  for (const share of all) {
    whole.addUnit(ONLY_ROW, share);
    people.addPeople(ONLY_ROW, share);
  }
  const [denominators = []] = whole.table();
  const [denominatorPeople = []] = people.table();
  return { denominators, denominatorPeople, overlap: overlapOf(all) };
}

/** Tells whether a code meets these shares for the first time: the second passage by the same people adds nothing. */
function newPairs(): (codeId: number, shares: readonly Share[]) => boolean {
  const met = new Map<readonly Share[], Set<number>>();
  return (codeId, shares) => {
    const codes = met.get(shares);
    if (codes?.has(codeId)) return false;
    if (codes) codes.add(codeId);
    else met.set(shares, new Set([codeId]));
    return true;
  };
}

/** The rows of one frame that a code counts for: its own, and with it those of the codes above. */
interface Lines {
  readonly frame: number;
  readonly own: readonly number[];
  readonly all: readonly number[];
}

function linesOfCodes(
  rows: readonly TreeRow[],
  frameOf: readonly number[],
  withSubcodes: boolean,
): ReadonlyMap<number, readonly Lines[]> {
  const upwards: (readonly number[])[] = [];
  rows.forEach((row, at) => {
    upwards.push([at, ...(withSubcodes ? (upwards[row.parentRow] ?? []) : [])]);
  });
  return new Map(
    upwards.map((all, at) => {
      const frames = [...new Set(all.map((row) => frameOf[row] ?? 0))];
      const lines = frames.map((frame) => ({
        frame,
        own: frame === frameOf[at] ? [at] : [],
        all: all.filter((row) => frameOf[row] === frame),
      }));
      return [rows[at]?.codeId ?? 0, lines];
    }),
  );
}

/** How often one thing falls in a second, third … column, each as often as it counts. */
function overlapOf(shares: readonly Share[]): number {
  const columnsOf = new Map<number, Set<number>>();
  const weights = new Map<number, number>();
  for (const { unit, columns, weight } of shares) {
    const known = columnsOf.get(unit);
    if (!known) columnsOf.set(unit, new Set(columns));
    else for (const column of columns) known.add(column);
    weights.set(unit, weight);
  }
  let overlap = 0;
  for (const [unit, columns] of columnsOf)
    overlap += Math.max(0, columns.size - 1) * (weights.get(unit) ?? 1);
  return overlap;
}

function leftOutOf(study: Study, options: CountOptions, shares: Shares | undefined): LeftOut {
  const documents = study.sources.filter((source) => source.interviewId === null).length;
  const withSource = new Set(study.sources.map((source) => source.interviewId));
  const interviews = [...(shares?.frame.interviews.keys() ?? [])];
  return {
    documents: countsDocuments(options) ? 0 : documents,
    debriefs: shares?.frame.debriefs.size ?? 0,
    withoutSource: interviews.filter((id) => !withSource.has(id)).length,
  };
}
