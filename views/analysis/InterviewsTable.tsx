import type { Overview } from '../../src/domain/crosstab/overview.ts';
import type { ShellProps } from '../layout/types.ts';
import { DataTable } from '../ui/index.ts';
import type { RowsOf } from './types.ts';

export interface InterviewsTableProps {
  t: ShellProps['t'];
  rowsOf: RowsOf;
  table: Overview & { notHeld: number; withdrawn: number; erased: number };
}

/** How many interviews were held with how many different people; also on the project's overview. */
export const InterviewsTable = ({ t, rowsOf, table }: InterviewsTableProps) => {
  const words = t.analysis.interviewsTable;
  const { total } = table;
  return (
    <div class="interviews-table">
      <DataTable
        caption={words.lead}
        label={words.title}
        hideCaption
        columns={[
          {
            key: 'label',
            label: words.rows[rowsOf],
            cell: (row) => row.label,
            total: words.total,
          },
          {
            key: 'interviews',
            label: words.interviews,
            numeric: true,
            cell: (row) => row.interviews,
            total: total.interviews,
          },
          {
            key: 'participants',
            label: words.participants,
            numeric: true,
            cell: (row) => row.participants,
            total: total.participants,
          },
        ]}
        rows={table.rows}
      />
      <ul class="table-foot count-notes">
        {notes(words, rowsOf, table).map((note) => (
          <li>{note}</li>
        ))}
      </ul>
    </div>
  );
};

function notes(
  words: ShellProps['t']['analysis']['interviewsTable'],
  rowsOf: RowsOf,
  { rows, total, debriefs, notHeld, erased }: InterviewsTableProps['table'],
): string[] {
  const sum = (key: 'interviews' | 'participants') => rows.reduce((all, row) => all + row[key], 0);
  const lines = [words.notes.people];
  if (sum('interviews') > total.interviews) lines.push(words.notes.group);
  if (sum('participants') > total.participants && rowsOf === 'location')
    lines.push(words.notes.location);
  if (debriefs.interviews > 0)
    lines.push(words.notes.debriefs(debriefs.interviews, debriefs.participants));
  if (notHeld > 0) lines.push(words.notes.notHeld(notHeld));
  if (erased > 0) lines.push(words.notes.erased(erased));
  return lines;
}
