import type { Messages } from '../../views/messages/index.ts';
import { toCsv } from '../domain/csv/write.ts';
import { FIELDS } from '../domain/register/index.ts';
import type { SheetToWrite } from '../files/index.ts';

/** Columns that a new list needs; the export has more. */
const COLUMNS = FIELDS.filter((field) => !['ref', 'status'].includes(field));

export const templateCsv = (): string => toCsv(COLUMNS, []);

/** An empty register, and on a second sheet what goes into each column. */
export function templateSheets(t: Messages): SheetToWrite[] {
  const { template, columns } = t.register;
  return [
    { name: template.register, header: COLUMNS, rows: [], widths: COLUMNS.map(() => 18) },
    {
      name: template.guide,
      header: [template.column, template.what, template.allowed, template.example],
      rows: FIELDS.map((field) => {
        const { what, allowed, example } = columns[field];
        return [field, what, allowed, example];
      }),
      widths: [16, 60, 60, 36],
    },
  ];
}
