import { countCodes, type LeftOut } from './count.ts';
import type { Counted } from './counted.ts';
import { hiddenCells } from './protect.ts';
import { NOT_GIVEN } from './study.ts';
import type { Classification, CountOptions, Over, Study, Unit } from './study.ts';

export interface CrosstabOptions extends CountOptions {
  /** Cells with fewer respondents than this are hidden; 0 hides none. */
  readonly minCell: number;
  /** Whether columns in which nobody could be counted are left out: of part of a study most would be empty. */
  readonly dropsEmptyColumns?: boolean;
}

export interface CrosstabColumn {
  readonly key: string;
  readonly label: string;
  /** With two classifications at once, the label of the first, which several columns have in common. */
  readonly above: string | null;
  /**
   * How many could have been counted in this column; in the table's unit. `null` where each row says so itself, being
   * counted over those asked about it.
   */
  readonly denominator: number | null;
}

export interface CrosstabRow {
  readonly codeId: number;
  readonly name: string;
  /** `Visibility > Capacity` */
  readonly path: string;
  /** 0 for a theme. */
  readonly depth: number;
  /** One for each column, in the table's unit; `null` is a protected cell. */
  readonly cells: readonly (number | null)[];
  /** Distinct things counted: less than the sum of the cells where one of them falls in two columns. */
  readonly total: number | null;
  /** Out of how many, for each cell and, last, the total. */
  readonly of: readonly number[];
  /** Which of the hidden cells (the total last) are small themselves; nobody is told in a row that is hidden whole. */
  readonly small: readonly boolean[];
  /** The questions whose being asked counts for this code, where that is a matter of the row. */
  readonly questionIds: readonly number[];
}

export interface Crosstab {
  readonly unit: Unit;
  readonly over: Over;
  readonly columns: readonly CrosstabColumn[];
  /** How many could have been counted at all; `null` where each row says so itself. */
  readonly denominator: number | null;
  readonly rows: readonly CrosstabRow[];
  /** Cells with fewer respondents than this are hidden; 0 hides none. */
  readonly minCell: number;
  readonly leftOut: LeftOut;
}

/**
 * Codes by a classification.
 *
 * - *Respondents*: those whose interviews hold a passage under the code. A person interviewed three times counts once;
 *   an unnamed group counts as one respondent, whatever its head count. In a joint interview a passage counts for each
 *   respondent of it, unless its speaker is known to be one of them. Denominator: respondents interviewed; over `asked`
 *   those asked (or who declined) in at least one interview, and then only they are counted; over `tied` the same for each
 *   code's own questions; over `everyone` the whole register.
 * - *People*: the same respondents, an unnamed group as many as its head count.
 * - *Interviews*: those with such a passage; in each column of the respondents who said it. Denominator: interviews held;
 *   over `asked` those in which it was asked.
 * - *Passages*: distinct source + start + end, whoever coded it. Denominator: all coded passages, under any code; over
 *   `asked` those of interviews in which it was asked. Documents count here too.
 * - *Documents*: sources of no interview with such a passage. Denominator: all of them.
 *
 * `minCell` protects small groups: see `hiddenCells`. Time grows with the number of codings.
 */
export function crosstab(study: Study, by: Classification, options: CrosstabOptions): Crosstab {
  const { counted, keys, labels, above, leftOut, questionsOfRow } = countCodes(study, by, options);
  const { hidden, small } = hiddenCells(counted, options.minCell);
  const total = keys.length;
  const isDropped = by.by === 'both' || options.dropsEmptyColumns === true;
  const isPrinted = printedColumns(counted, keys, isDropped);
  const places = keys.map((_, column) => column).filter(isPrinted);
  const printed = [...places, total];
  const isByRow = options.over === 'tied';
  const whole = counted.frames[0]?.denominators ?? [];
  const ofFrame = counted.frames.map(({ denominators }) =>
    printed.map((column) => denominators[column] ?? 0),
  );
  return {
    unit: options.unit,
    over: options.over,
    columns: places.map((column) => ({
      key: keys[column] ?? '',
      label: labels[column] ?? '',
      above: above[column] ?? null,
      denominator: isByRow ? null : (whole[column] ?? 0),
    })),
    denominator: isByRow ? null : (whole[total] ?? 0),
    rows: counted.rows.map(({ codeId, name, path, depth }, row) => {
      const line = printed.map((column) =>
        hidden[row]?.[column] === true ? null : (counted.counts[row]?.[column] ?? 0),
      );
      const isAllHidden = line.every((value) => value === null);
      return {
        codeId,
        name,
        path,
        depth,
        cells: line.slice(0, -1),
        total: line.at(-1) ?? null,
        of: ofFrame[counted.frameOf[row] ?? 0] ?? [],
        small: printed.map((column) => !isAllHidden && small[row]?.[column] === true),
        questionIds: isByRow ? (questionsOfRow[row] ?? []) : [],
      };
    }),
    minCell: options.minCell,
    leftOut,
  };
}

/** "Not given" is printed only when somebody falls in it; the other columns always, unless empty ones are dropped. */
function printedColumns(
  counted: Counted,
  keys: readonly string[],
  dropsEmpty: boolean,
): (column: number) => boolean {
  const isAnyIn = (column: number) =>
    counted.frames.some(({ denominators }) => (denominators[column] ?? 0) > 0);
  return (column) => (keys[column] !== NOT_GIVEN && !dropsEmpty) || isAnyIn(column);
}
