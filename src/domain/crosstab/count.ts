import { columnsOf } from './columns.ts';
import type { Counted } from './counted.ts';
import { linesOfCodes, type Lines, type LinesOf } from './lines.ts';
import { inPassages, saidTogether, type Said, type SaidInPassage } from './said.ts';
import { countsDocuments, sharesOf, type Share, type Shares } from './shares.ts';
import type { Classification, CountOptions, Study } from './study.ts';
import { Tally, Things, type Place } from './tally.ts';
import { rowFrames } from './ties.ts';
import { treeRows } from './tree.ts';
import { passagesWhole, unitsWhole } from './whole.ts';

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

/** Counts every code in every column and hides nothing. Linear in the codings. */
export function countCodes(study: Study, by: Classification, options: CountOptions): CountedCodes {
  const columns = columnsOf(study, by);
  const rows = treeRows(study.codes);
  const parts = new Set(study.codes.filter((code) => code.isPart).map(({ id }) => id));
  const { lists, ofRow } = rowFrames(rows, options);
  const shares = lists.map((list) => sharesOf(study, by, options, { questions: list, columns }));
  const width = columns.keys.length;
  const linesOf = linesOfCodes(rows, ofRow, options.withSubcodes);
  const counting: Counting = { shares, linesOf, rows: rows.length, width };
  const byQuestion = columns.has('question');
  const said = saidTogether(study.codings, byQuestion);
  const passages = options.unit === 'passages' ? inPassages(study.codings, byQuestion) : null;
  const { all, own } = passages ? countPassages(counting, passages) : countUnits(counting, said);
  const people = options.unit === 'respondents' ? all : countPeople(counting, said);
  const [first] = shares;
  return {
    counted: {
      rows,
      withSubcodes: options.withSubcodes,
      counts: all,
      people,
      own,
      frames: shares.map((one) =>
        passages ? passagesWhole(one, width, passages, said) : unitsWhole(one, width),
      ),
      frameOf: ofRow,
      isPart: rows.map(({ codeId }) => parts.has(codeId)),
    },
    keys: columns.keys,
    labels: columns.labels,
    above: columns.above,
    leftOut: leftOutOf(study, options, first),
    questionsOfRow: ofRow.map((at) => lists[at] ?? []),
  };
}

/** What counting goes by. */
interface Counting {
  /** One for each frame. */
  readonly shares: readonly Shares[];
  readonly linesOf: LinesOf;
  readonly rows: number;
  readonly width: number;
}

type Table = readonly (readonly number[])[];

/** Each code's number with what it has by itself. */
interface TwoTables {
  readonly all: Table;
  readonly own: Table;
}

/** Respondents, people, interviews or documents. */
function countUnits(counting: Counting, said: readonly Said[]): TwoTables {
  const all = new Things();
  const own = new Things();
  forEachPlace(counting, said, (share, lines) => {
    all.meet(share.unit, { rows: lines.all, columns: share.columns }, share.weight);
    own.meet(share.unit, { rows: lines.own, columns: share.columns }, share.weight);
  });
  return { all: tableOf(counting, all), own: tableOf(counting, own) };
}

/** The respondents that each number tells of. */
function countPeople(counting: Counting, said: readonly Said[]): Table {
  const people = new Things();
  forEachPlace(counting, said, (share, lines) => {
    const place = { rows: lines.all, columns: share.columns };
    for (const person of share.people) people.meet(person, place);
  });
  return tableOf(counting, people);
}

function tableOf({ rows, width }: Counting, things: Things): Table {
  const tally = new Tally(rows, width);
  things.countIn(tally);
  return tally.table();
}

/** Many more than anything else, and each in one place as a rule: counted as they come. */
function countPassages(counting: Counting, passages: readonly SaidInPassage[]): TwoTables {
  const all = new Tally(counting.rows, counting.width);
  const own = new Tally(counting.rows, counting.width);
  let places: Place[] = [];
  let ownPlaces: Place[] = [];
  passages.forEach((said, at) => {
    forEachPlace(counting, [said], ({ columns }, lines) => {
      places.push({ rows: lines.all, columns });
      ownPlaces.push({ rows: lines.own, columns });
    });
    if (passages[at + 1]?.passage === said.passage) return;
    all.add(places, 1);
    own.add(ownPlaces, 1);
    places = [];
    ownPlaces = [];
  });
  return { all: all.table(), own: own.table() };
}

/** What is said, share by share, with the rows that it counts in: frame by frame, since each has shares of its own. */
function forEachPlace(
  { shares, linesOf }: Counting,
  said: readonly Said[],
  place: (share: Share, lines: Lines) => void,
): void {
  for (const { coding, codeIds } of said) {
    linesOf(codeIds).forEach((lines, frame) => {
      if (lines) for (const share of shares[frame]?.of(coding) ?? []) place(share, lines);
    });
  }
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
