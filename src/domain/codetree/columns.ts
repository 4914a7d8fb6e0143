/** The columns of a codebook as a table, in the order they are written. */
export const COLUMNS = [
  'guid',
  'path',
  'name',
  'parent',
  'definition',
  'use_when',
  'not_when',
  'example',
  'colour',
  'key',
  'codable',
] as const;

export type Column = (typeof COLUMNS)[number];

const isColumn = (name: string): name is Column => (COLUMNS as readonly string[]).includes(name);

/** Something wrong with a table, and where. */
export interface TableError {
  /** Line of the file, from 1. */
  line: number;
  /** The heading of the column, or its number as text; empty for the whole line. */
  column: string;
  /** An error code without its slice: `nameEmpty`. */
  code: string;
  params: Readonly<Record<string, string | number>>;
}

export interface Heading {
  /** Which cell of a row holds which column. */
  at: ReadonlyMap<Column, number>;
  /** Headings that are no column of a codebook, as written. */
  unknown: string[];
  /** Headings that come twice, as written. */
  twice: string[];
}

/** Reads the first row; case, spaces and hyphens do not matter, `color` is a colour, `tag` a path and `description` a definition. */
export function readHeading(cells: readonly string[]): Heading {
  const at = new Map<Column, number>();
  const unknown: string[] = [];
  const twice: string[] = [];
  cells.forEach((cell, index) => {
    const name = cell
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/gu, '_')
      .replace(/^color$/u, 'colour')
      .replace(/^tag$/u, 'path')
      .replace(/^description$/u, 'definition');
    if (!isColumn(name)) {
      if (name !== '') unknown.push(cell.trim());
    } else if (at.has(name)) twice.push(cell.trim());
    else at.set(name, index);
  });
  return { at, unknown, twice };
}
