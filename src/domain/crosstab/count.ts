import type { Counted } from './counted.ts';
import { sharesOf, type Share } from './shares.ts';
import type { Classification, CountOptions, Study } from './study.ts';
import { Tally } from './tally.ts';
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
  readonly leftOut: LeftOut;
}

/** Denominators are a table of one row. */
const ONLY_ROW: readonly number[] = [0];

/** Counts every code in every column and hides nothing. Linear in the codings. */
export function countCodes(study: Study, by: Classification, options: CountOptions): CountedCodes {
  const shares = sharesOf(study, by, options);
  const { keys, labels } = shares.columns;
  const rows = treeRows(study.codes);
  const linesOf = linesOfCodes(rows, options.withSubcodes);
  const units = new Tally(rows.length, keys.length);
  const own = new Tally(rows.length, keys.length);
  const people = options.unit === 'respondents' ? units : new Tally(rows.length, keys.length);
  const isNew = newPairs();
  for (const coding of study.codings) {
    const lines = linesOf.get(coding.codeId);
    const found = shares.of(coding);
    if (!lines || !isNew(coding.codeId, found)) continue;
    for (const share of found) {
      own.addUnit(lines.own, share);
      units.addUnit(lines.all, share);
      if (people !== units) people.addPeople(lines.all, share);
    }
  }
  const all = [...shares.whole()];
  const whole = new Tally(1, keys.length);
  const wholePeople = new Tally(1, keys.length);
  for (const share of all) {
    whole.addUnit(ONLY_ROW, share);
    wholePeople.addPeople(ONLY_ROW, share);
  }
  const [denominators = []] = whole.table();
  const [denominatorPeople = []] = wholePeople.table();
  return {
    counted: {
      rows,
      withSubcodes: options.withSubcodes,
      counts: units.table(),
      people: people.table(),
      own: own.table(),
      denominators,
      denominatorPeople,
      overlap: overlapOf(all),
    },
    keys,
    labels,
    leftOut: leftOutOf(study, options, shares.frame.debriefs.size, shares.frame.interviews),
  };
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

/** The rows a code counts for: its own, and with it those of the codes above. */
interface Lines {
  readonly own: readonly number[];
  readonly all: readonly number[];
}

function linesOfCodes(rows: readonly TreeRow[], withSubcodes: boolean): ReadonlyMap<number, Lines> {
  const lines: Lines[] = [];
  rows.forEach((row, at) => {
    const above = withSubcodes ? (lines[row.parentRow]?.all ?? []) : [];
    lines.push({ own: [at], all: [at, ...above] });
  });
  return new Map(lines.map((line, at) => [rows[at]?.codeId ?? 0, line]));
}

/** How often one thing falls in a second, third … column. */
function overlapOf(shares: readonly Share[]): number {
  const columnsOf = new Map<number, Set<number>>();
  for (const { unit, columns } of shares) {
    const known = columnsOf.get(unit);
    if (!known) columnsOf.set(unit, new Set(columns));
    else for (const column of columns) known.add(column);
  }
  let overlap = 0;
  for (const columns of columnsOf.values()) overlap += Math.max(0, columns.size - 1);
  return overlap;
}

function leftOutOf(
  study: Study,
  { unit, over }: CountOptions,
  debriefs: number,
  interviews: ReadonlyMap<number, unknown>,
): LeftOut {
  const countsDocuments = (unit === 'passages' || unit === 'documents') && over === 'all';
  const documents = study.sources.filter((source) => source.interviewId === null).length;
  const withSource = new Set(study.sources.map((source) => source.interviewId));
  return {
    documents: countsDocuments ? 0 : documents,
    debriefs,
    withoutSource: [...interviews.keys()].filter((id) => !withSource.has(id)).length,
  };
}
