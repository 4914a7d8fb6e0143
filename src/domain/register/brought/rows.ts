import { foldName, tidyName } from '../../names.ts';
import { splitInterviewers } from '../cells.ts';
import { asField } from '../columns.ts';
import { own } from '../own.ts';
import type { TableRow } from '../types.ts';
import type { ColumnUse, ColumnUses, Corrections } from './types.ts';

export const isBlank = (row: TableRow): boolean => row.cells.every((cell) => cell.trim() === '');

/** The first row that is not blank names the columns. */
export const headerOf = (rows: readonly TableRow[]): TableRow | undefined =>
  rows.find((row) => !isBlank(row));

/** What a column is when nobody said it: the field of its name, or a variable. */
export const usualUse = (name: string): ColumnUse => asField(name) ?? 'variable';

/** Which header names a mapping was made for, whatever their order and case. */
export function headerKey(rows: readonly TableRow[]): string {
  const names = (headerOf(rows)?.cells ?? []).map(foldName).filter((name) => name !== '');
  return JSON.stringify([...new Set(names)].sort());
}

/** The rows under the names that the register knows; columns that are left out come back empty. */
export function mapColumns(rows: readonly TableRow[], uses: ColumnUses): TableRow[] {
  const header = headerOf(rows);
  const useOf = (i: number): ColumnUse | undefined => own(uses, foldName(header?.cells[i] ?? ''));
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, i) => {
      const use = useOf(i);
      if (use === 'left out') return '';
      return row === header && use !== undefined && use !== 'variable' ? use : cell;
    }),
  }));
}

const keyOf = (name: string): string => asField(name) ?? foldName(name);

/** The rows with what a person wrote instead, without those set aside. A field without a column gets one at the end. */
export function correctRows(rows: readonly TableRow[], said: Corrections): TableRow[] {
  const header = headerOf(rows);
  if (!header) return [...rows];
  const written = Object.values(said.rows ?? {}).flatMap(({ cells = {} }) => Object.keys(cells));
  const names = [...header.cells];
  const places = new Map(names.map((name, i) => [keyOf(name), i]));
  for (const name of written)
    if (!places.has(keyOf(name))) places.set(keyOf(name), names.push(name) - 1);
  const interviewers = places.get('interviewers') ?? -1;
  return rows.flatMap((row) => {
    if (row === header) return [{ ...row, cells: names }];
    const decision = said.rows?.[row.line];
    if (decision?.isAside === true) return [];
    const cells = [...row.cells];
    for (const [name, text] of Object.entries(decision?.cells ?? {})) {
      const place = places.get(keyOf(name)) ?? 0;
      while (cells.length < place) cells.push('');
      cells[place] = text;
    }
    if (cells[interviewers] !== undefined && said.interviewers)
      cells[interviewers] = respelt(cells[interviewers], said.interviewers);
    return [{ ...row, cells }];
  });
}

const respelt = (text: string, meant: NonNullable<Corrections['interviewers']>): string =>
  [...new Set(splitInterviewers(text).map((name) => tidyName(own(meant, name) ?? name)))].join(
    '; ',
  );
