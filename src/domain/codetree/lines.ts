import { tidyName } from '../names.ts';
import type { Column, Heading, TableError } from './columns.ts';
import { parsePath, type Separator } from './path.ts';

/** What a line says about a code besides its place. What it leaves empty is absent: it changes nothing. */
export interface CodeFields {
  definition?: string;
  use_when?: string;
  not_when?: string;
  example?: string;
  /** #rrggbb */
  colour?: string;
  key?: string;
  isCodable?: boolean;
}

/** One code as a line of the table describes it. */
export interface CodeLine {
  line: number;
  /** Lower case; null when the line gives none. */
  guid: string | null;
  /** From the theme down; only the code's own name when the line gives a parent that is still to be found. */
  names: string[];
  /** The names of the parent as written in its own column; null when `names` is the whole path. */
  parent: string[] | null;
  /** False when the line gives a name and no word on where it stands. */
  isPlaced: boolean;
  fields: CodeFields;
}

/** What the program allows in a cell; handed in, so that pages, command line and table refuse alike. */
export interface CellRules {
  nameLimit: number;
  textLimit: number;
  /** What divides the names of a path. */
  separator: Separator;
  /** The error code for a key that cannot be one, or null. */
  keyError: (key: string) => string | null;
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const YES = new Set(['yes', 'y', 'true', '1', 'x']);
const NO = new Set(['no', 'n', 'false', '0']);
const TEXTS = ['definition', 'use_when', 'not_when', 'example'] as const;

type Row = { line: number; cells: readonly string[] };
type Fail = (column: Column, code: string, params?: TableError['params']) => void;

/** Reads the rows under the heading; every cell that is wrong is an error of its own. */
export function readLines(
  rows: readonly Row[],
  heading: Heading,
  rules: CellRules,
): { lines: CodeLine[]; errors: TableError[] } {
  const errors: TableError[] = [];
  const lines = rows.map((row): CodeLine => {
    const fail: Fail = (column, code, params = {}) =>
      errors.push({ line: row.line, column, code, params });
    const cell = (column: Column): string => row.cells[heading.at.get(column) ?? -1]?.trim() ?? '';
    return readCells(row.line, cell, readPlace(cell, fail, rules), fail, rules);
  });
  return { lines, errors };
}

function readCells(line: number, cell: Cell, place: Place, fail: Fail, rules: CellRules): CodeLine {
  return {
    line,
    guid: readGuid(cell('guid'), fail),
    ...place,
    fields: readFields(cell, fail, rules),
  };
}

/** Codes whose paths are known, from Markdown or REFI-QDA; their cells are judged as those of a table. */
export function readPlaced(
  codes: readonly {
    line: number;
    names: readonly string[];
    cells: Partial<Record<Column, string>>;
  }[],
  rules: CellRules,
): { lines: CodeLine[]; errors: TableError[] } {
  const errors: TableError[] = [];
  const lines = codes.map(({ line, names, cells }) => {
    const fail: Fail = (column, code, params = {}) => errors.push({ line, column, code, params });
    if (names.some((one) => one === '')) fail('name', 'nameEmpty');
    if (names.some((one) => one.length > rules.nameLimit))
      fail('name', 'nameLong', { limit: rules.nameLimit });
    const place = { names: [...names], parent: null, isPlaced: true };
    return readCells(line, (column) => cells[column]?.trim() ?? '', place, fail, rules);
  });
  return { lines, errors };
}

type Place = Pick<CodeLine, 'names' | 'parent' | 'isPlaced'>;

function readGuid(cell: string, fail: Fail): string | null {
  const guid = cell.toLowerCase().replace(/^\{(.*)\}$/u, '$1');
  if (guid === '') return null;
  if (!GUID.test(guid)) fail('guid', 'guidInvalid', { value: cell });
  return guid;
}

type Cell = (column: Column) => string;

function readPlace(cell: Cell, fail: Fail, rules: CellRules): Place {
  const path = cell('path');
  const name = tidyName(cell('name'));
  const parent =
    cell('parent') === '' ? [] : parsePath(cell('parent'), rules.separator).map(tidyName);
  const names = path === '' ? [name] : parsePath(path, rules.separator).map(tidyName);
  const column = path === '' ? 'name' : 'path';
  if (names.some((one) => one === '')) fail(column, path === '' ? 'nameEmpty' : 'pathGap');
  if (names.some((one) => one.length > rules.nameLimit))
    fail(column, 'nameLong', { limit: rules.nameLimit });
  if (parent.some((one) => one === '')) fail('parent', 'pathGap');
  if (path === '')
    return { names, parent: parent.length === 0 ? null : parent, isPlaced: parent.length > 0 };
  if (name !== '' && name !== names.at(-1)) fail('name', 'nameNotPath', { name, path });
  if (parent.length > 0 && !endsWith(names.slice(0, -1), parent))
    fail('parent', 'parentNotPath', { parent: cell('parent'), path });
  return { names, parent: null, isPlaced: true };
}

/** A parent may be given by its name alone or by its path. */
const endsWith = (names: readonly string[], end: readonly string[]): boolean =>
  end.length <= names.length &&
  end.every((one, at) => one === names[names.length - end.length + at]);

function readFields(cell: Cell, fail: Fail, rules: CellRules): CodeFields {
  const fields: CodeFields = {};
  for (const column of TEXTS) {
    const text = cell(column).replaceAll(/\r\n?/gu, '\n').normalize('NFC');
    if (text.length > rules.textLimit) fail(column, 'textLong', { limit: rules.textLimit });
    if (text !== '') fields[column] = text;
  }
  const colour = cell('colour');
  if (colour !== '')
    fields.colour = readColour(colour) ?? (fail('colour', 'colourUnknown', { value: colour }), '');
  const key = cell('key').toLowerCase();
  const keyError = key === '' ? null : rules.keyError(key);
  if (keyError !== null) fail('key', keyError, { key });
  if (key !== '') fields.key = key;
  const codable = cell('codable').toLowerCase();
  if (codable !== '' && !YES.has(codable) && !NO.has(codable))
    fail('codable', 'codableUnknown', { value: cell('codable') });
  if (codable !== '') fields.isCodable = YES.has(codable);
  return fields;
}

/** `#rrggbb`, `rrggbb` or `#rgb` as #rrggbb in lower case; null for anything else. */
export function readColour(text: string): string | null {
  const digits = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/u.exec(text.toLowerCase())?.[1];
  if (digits === undefined) return null;
  return `#${digits.length === 6 ? digits : [...digits].map((one) => one + one).join('')}`;
}
