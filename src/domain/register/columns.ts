import { foldName, tidyName } from '../names.ts';

/** The columns that mean something to the register, in the order they are written out. */
export const FIELDS = [
  'ref',
  'date',
  'end_date',
  'kind',
  'mode',
  'location',
  'respondents',
  'head_count',
  'role',
  'organisation',
  'group',
  'region',
  'interviewers',
  'status',
  'language',
  'consent',
  'notes',
] as const;

export type Field = (typeof FIELDS)[number];

/** `column` is the place in the file, from 1. */
export type Column = { column: number } & ({ field: Field } | { variable: string });

export interface HeaderProblem {
  column: number;
  text: string;
  reason: 'column-twice' | 'column-unnamed' | 'no-column-known';
}

/** The field of the register that a column of this name is. */
export const asField = (name: string): Field | undefined => {
  const folded = foldName(name).replaceAll(/[-\s]+/g, '_');
  return FIELDS.find((field) => field === folded);
};

/**
 * What the header says each column is: a field of the register by name, whatever its case, or else a variable.
 * @param isUsed whether any row has something in the column at this index; an unnamed column without content is left out
 */
export function readHeader(
  header: readonly string[],
  isUsed: (index: number) => boolean,
): { columns: Column[]; problems: HeaderProblem[] } {
  const columns: Column[] = [];
  const problems: HeaderProblem[] = [];
  const seen = new Set<string>();
  header.forEach((text, index) => {
    const column = index + 1;
    const name = tidyName(text);
    if (name === '') {
      if (isUsed(index)) problems.push({ column, text, reason: 'column-unnamed' });
      return;
    }
    const field = asField(name);
    const key = field ?? foldName(name);
    if (seen.has(key)) problems.push({ column, text: name, reason: 'column-twice' });
    else columns.push(field ? { column, field } : { column, variable: name });
    seen.add(key);
  });
  if (problems.length === 0 && !columns.some((c) => 'field' in c))
    problems.push({ column: 1, text: header.join(', '), reason: 'no-column-known' });
  return { columns, problems };
}
