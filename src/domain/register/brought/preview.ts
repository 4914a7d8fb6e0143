import { asField } from '../columns.ts';
import type { DateReason, LineKind, PastedInterview } from '../paste/types.ts';
import type { InterviewDraft, Known, TableRow } from '../types.ts';
import { headerOf, isBlank, mapColumns } from './rows.ts';
import type { Brought, BroughtDoubt, BroughtReading, ColumnUses, Corrections } from './types.ts';

export interface PreviewLine {
  line: number;
  text: string;
  /** What the line was taken for; a row of a table always is a row. */
  kind: LineKind | 'row';
  isDecided: boolean;
}

export interface PreviewPerson {
  /** The line the name starts on. */
  line: number;
  /** A reference where the project has them: names of the project stay apart. */
  name: string;
  /** Role, organisation or department. */
  about: string;
  headCount: number;
  group: string;
  region: string;
  /** The reference, or the line, of whom this one is again. */
  again: string | null;
}

export interface PreviewInterview {
  date: string | null;
  endDate: string | null;
  /** As written. */
  dateText: string;
  dateReason: DateReason | null;
  kind: string;
  location: string;
  people: PreviewPerson[];
  interviewers: readonly string[];
  note: string;
}

/**
 * What becomes of a row: a new interview, one the project has, to be decided first, left out by a person, or nothing
 * (headings, titles, empty lines).
 */
export type Fate = 'new' | 'there' | 'open' | 'aside' | 'none';

export interface PreviewRow {
  /** The line it starts on. */
  line: number;
  lines: PreviewLine[];
  interview: PreviewInterview | null;
  /** Of a table: what stands in each column, corrections in place, by the name of the field or variable. */
  cells: Readonly<Record<string, string>>;
  doubts: BroughtDoubt[];
  fate: Fate;
}

interface Given {
  brought: Brought;
  reading: BroughtReading;
  known: Known;
  corrections: Corrections;
  columns: ColumnUses;
}

/** Every line beside its reading, in the order of lines: each line is in exactly one row. */
export function previewRows(given: Given): PreviewRow[] {
  return given.reading.paste === null ? ofTable(given) : ofPaste(given);
}

function byLine<T extends { line: number }>(all: readonly T[]): Map<number, T[]> {
  const found = new Map<number, T[]>();
  for (const one of all) found.set(one.line, [...(found.get(one.line) ?? []), one]);
  return found;
}

function ofPaste({ reading: { paste, plan, doubts } }: Given): PreviewRow[] {
  if (paste === null) return [];
  const planned = new Set(plan.interviews.map(({ line }) => line));
  const doubtsOf = byLine(doubts);
  const byStart = new Map<number, PreviewRow>();
  for (const { line, text, kind, isDecided, interview: place } of paste.lines) {
    const interview = place === null ? undefined : paste.interviews[place];
    const start = interview?.lines[0] ?? line;
    const row = byStart.get(start) ?? {
      line: start,
      lines: [],
      interview: interview ? pasted(interview) : null,
      cells: {},
      doubts: [],
      fate: 'none',
    };
    row.lines.push({ line, text, kind, isDecided });
    row.doubts.push(...(doubtsOf.get(line) ?? []));
    byStart.set(start, row);
  }
  return [...byStart.values()].map((row) => ({ ...row, fate: fateOf(row, planned) }));
}

function fateOf(row: PreviewRow, planned: ReadonlySet<number>): Fate {
  if (row.doubts.some(({ isOpen }) => isOpen)) return 'open';
  if (row.interview === null)
    return row.lines.some(({ kind }) => kind === 'aside' || kind === 'unknown') ? 'aside' : 'none';
  return planned.has(row.line) ? 'new' : 'there';
}

function pasted(interview: PastedInterview): PreviewInterview {
  const { date, endDate, dateText, dateReason, kind, location, interviewers, note } = interview;
  const again = ({ earlier }: PastedInterview['respondents'][number]): string | null => {
    if (earlier === null) return null;
    return 'known' in earlier ? earlier.reference : String(earlier.line);
  };
  return {
    ...{ date, endDate, dateText, dateReason, kind, location, interviewers, note },
    people: interview.respondents.map((person) => ({
      ...{ line: person.line, name: person.name, about: person.department },
      ...{ headCount: person.headCount, group: person.group, region: person.region },
      again: again(person),
    })),
  };
}

function ofTable({ brought, reading, known, corrections, columns }: Given): PreviewRow[] {
  if (brought.kind !== 'table') return [];
  const header = headerOf(brought.rows);
  const names = headerOf(reading.rows)?.cells ?? [];
  const read = new Map(reading.rows.map((row) => [row.line, row]));
  const mapped = new Map(mapColumns(brought.rows, columns).map((row) => [row.line, row]));
  const planned = new Map(reading.plan.interviews.map((draft) => [draft.line, draft]));
  const doubtsOf = byLine(reading.doubts);
  const references = new Map(known.respondents.map(({ id, reference }) => [id, reference]));
  return brought.rows
    .filter((row) => row === header || !isBlank(row))
    .map((row): PreviewRow => {
      const isHeader = row === header;
      const draft = planned.get(row.line);
      const own = read.get(row.line) ?? mapped.get(row.line) ?? row;
      const cells = isHeader ? {} : cellsOf(names, own);
      const interview = draft ? drafted(draft, cells, reading, references) : written(cells, row);
      const text = row.cells.filter((cell) => cell.trim() !== '').join(' · ');
      const kind = isHeader ? 'columns' : 'row';
      const isDecided = corrections.rows?.[row.line] !== undefined;
      const doubts = doubtsOf.get(row.line) ?? [];
      return {
        line: row.line,
        lines: [{ line: row.line, text, kind, isDecided }],
        interview: isHeader ? null : interview,
        ...{ cells, doubts, fate: fateOfRow(row, corrections, doubts, draft, isHeader) },
      };
    });
}

function fateOfRow(
  row: TableRow,
  corrections: Corrections,
  doubts: readonly BroughtDoubt[],
  draft: InterviewDraft | undefined,
  isHeader: boolean,
): Fate {
  if (corrections.rows?.[row.line]?.isAside === true) return 'aside';
  if (doubts.some(({ isOpen }) => isOpen)) return 'open';
  if (isHeader) return 'none';
  return draft ? 'new' : 'there';
}

const cellsOf = (names: readonly string[], row: TableRow): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name, i) =>
      name.trim() === '' ? [] : [[asField(name) ?? name.trim(), (row.cells[i] ?? '').trim()]],
    ),
  );

function drafted(
  draft: InterviewDraft,
  cells: Readonly<Record<string, string>>,
  { plan }: BroughtReading,
  references: ReadonlyMap<number, string>,
): PreviewInterview {
  const people = draft.respondents.map((who): PreviewPerson => {
    const person = 'planned' in who ? plan.respondents[who.planned] : undefined;
    const again = 'known' in who ? (references.get(who.known) ?? '') : null;
    return {
      line: draft.line,
      name: person?.name || person?.reference || (again ?? ''),
      about: [person?.role, person?.organisation].filter(Boolean).join(', '),
      headCount: person?.headCount ?? 1,
      group: person?.group ?? '',
      region: person?.region ?? '',
      again,
    };
  });
  const { date, endDate, kind, location, interviewers, notes: note } = draft;
  const dateText = cells['date'] ?? '';
  return { date, endDate, dateText, dateReason: null, kind, location, people, interviewers, note };
}

/** A row that is no new interview, as it is written. */
function written(cells: Readonly<Record<string, string>>, row: TableRow): PreviewInterview {
  const of = (name: string): string => cells[name] ?? '';
  return {
    ...{ date: null, endDate: null, dateText: of('date'), dateReason: null, kind: of('kind') },
    location: of('location'),
    people: [
      {
        line: row.line,
        name: of('respondents'),
        about: [of('role'), of('organisation')].filter((text) => text !== '').join(', '),
        headCount: 1,
        group: of('group'),
        region: of('region'),
        again: null,
      },
    ],
    interviewers: [of('interviewers')].filter((text) => text !== ''),
    note: of('notes'),
  };
}
