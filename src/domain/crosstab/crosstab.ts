import { countCodes, type LeftOut } from './count.ts';
import type { Counted } from './counted.ts';
import { hiddenCells } from './protect.ts';
import { NOT_GIVEN } from './study.ts';
import type { Classification, CountOptions, Over, Study, Unit } from './study.ts';

export interface CrosstabColumn {
  readonly key: string;
  readonly label: string;
  /** How many could have been counted in this column; in the table's unit. */
  readonly denominator: number;
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
}

export interface Crosstab {
  readonly unit: Unit;
  readonly over: Over;
  readonly columns: readonly CrosstabColumn[];
  /** How many could have been counted at all. */
  readonly denominator: number;
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
 *   those asked (or who declined) in at least one interview, and then only they are counted.
 * - *Interviews*: those with such a passage; in each column of the respondents who said it. Denominator: interviews held;
 *   over `asked` those in which it was asked.
 * - *Passages*: distinct source + start + end, whoever coded it. Denominator: all coded passages, under any code; over
 *   `asked` those of interviews in which it was asked. Documents count here too.
 * - *Documents*: sources of no interview with such a passage. Denominator: all of them.
 *
 * `minCell` protects small groups: see `hiddenCells`. Time grows with the number of codings.
 */
export function crosstab(
  study: Study,
  by: Classification,
  options: CountOptions & { readonly minCell: number },
): Crosstab {
  const { counted, keys, labels, leftOut } = countCodes(study, by, options);
  const hidden = hiddenCells(counted, options.minCell);
  const total = keys.length;
  const shown = (row: number, column: number): number | null =>
    hidden[row]?.[column] === true ? null : (counted.counts[row]?.[column] ?? 0);
  const places = keys
    .map((_, column) => column)
    .filter((column) => isPrinted(counted, keys, column));
  return {
    unit: options.unit,
    over: options.over,
    columns: places.map((column) => ({
      key: keys[column] ?? '',
      label: labels[column] ?? '',
      denominator: counted.denominators[column] ?? 0,
    })),
    denominator: counted.denominators[total] ?? 0,
    rows: counted.rows.map(({ codeId, name, path, depth }, row) => ({
      codeId,
      name,
      path,
      depth,
      cells: places.map((column) => shown(row, column)),
      total: shown(row, total),
    })),
    minCell: options.minCell,
    leftOut,
  };
}

/** "Not given" is printed only when somebody falls in it; the other columns always. */
const isPrinted = (counted: Counted, keys: readonly string[], column: number): boolean =>
  keys[column] !== NOT_GIVEN || (counted.denominators[column] ?? 0) > 0;
