import type { Messages } from '../messages/index.ts';
import { DataTable } from '../ui/index.ts';

export interface PreviewView {
  created: number;
  changed: number;
  unchanged: number;
  sets: number;
  errors: readonly string[];
  warnings: readonly string[];
  rows: readonly {
    path: readonly string[];
    line: number | null;
    fate: 'new' | 'changed' | 'unchanged' | 'conflict';
    changes: readonly string[];
  }[];
  setRows: readonly { name: string; codes: number; fate: 'new' | 'changed' | 'unchanged' }[];
  separator: string;
  separators: readonly { sign: string; paths: number }[];
}

type Part<K extends keyof PreviewView> = { t: Messages['codebook']; rows: PreviewView[K] };

/** Rows shown; the sentence above counts all of them. */
const SHOWN = 200;

/** What importing does with each code. */
export const PreviewRows = ({ t, rows: all }: Part<'rows'>) => {
  // What changes stands first: it is what one looks for before agreeing.
  const order = { conflict: 0, changed: 1, new: 2, unchanged: 3 };
  const rows = [...all].sort((a, b) => order[a.fate] - order[b.fate]);
  return (
    <DataTable
      caption={t.import.preview}
      label={t.import.rows}
      hideCaption
      columns={[
        {
          key: 'code',
          label: t.import.code,
          cell: (row) => row.path.join(' › '),
          rowHeader: true,
        },
        {
          key: 'fate',
          label: t.import.fate,
          cell: (row) =>
            row.changes.length === 0 || row.fate !== 'changed'
              ? t.import.fates[row.fate]
              : t.import.changedIn(row.changes.map((one) => t.import.columnNames[one] ?? one)),
        },
        { key: 'line', label: t.import.line, cell: (row) => row.line ?? '', numeric: true },
      ]}
      rows={rows.slice(0, SHOWN)}
      note={rows.length > SHOWN ? t.import.more(rows.length - SHOWN) : undefined}
    />
  );
};

/** What importing does with each set of codes. */
export const PreviewSets = ({ t, rows }: Part<'setRows'>) => (
  <DataTable
    caption={t.import.sets}
    label={t.import.sets}
    columns={[
      { key: 'set', label: t.import.set, cell: (row) => row.name, rowHeader: true },
      { key: 'fate', label: t.import.fate, cell: (row) => t.import.fates[row.fate] },
      { key: 'codes', label: t.import.setCodes, cell: (row) => row.codes, numeric: true },
    ]}
    rows={rows.slice(0, SHOWN)}
    note={rows.length > SHOWN ? t.import.moreSets(rows.length - SHOWN) : undefined}
  />
);
