import { joinDivided, joinWrapped } from './text.ts';
import type { Marked } from './marked.ts';
import type { Cell, Piece } from './types.ts';

/** One name of an interview, with what a second line with a name of its own says of it. */
export interface RawPerson {
  line: number;
  /** The lines that say it, from the one the name starts on. */
  lines: number[];
  name: string;
  /** The name as it is if a hyphen at the end of a line only divided it; null where there is none such. */
  undivided: string | null;
  department: string;
}

/** The cells of one interview, each joined from its lines. */
export interface RawInterview {
  lines: number[];
  people: RawPerson[];
  cells: Record<Exclude<Cell, 'name' | 'department'>, string>;
  location: string;
}

interface Part {
  line: number;
  pieces: Piece[];
}

const texts = (parts: readonly Part[], which: Cell): string[] =>
  parts.flatMap(({ pieces }) => pieces.flatMap((p) => (p.cell === which ? [p.text] : [])));

function cell(parts: readonly Part[], which: Cell): string {
  return joinWrapped(texts(parts, which));
}

/** The date keeps no space that the end of a line put in: `22.4.13-` `25.4.13`. */
const dateCell = (parts: readonly Part[]): string => cell(parts, 'date').replace(/ ?- ?/g, '-');

function close(parts: readonly Part[], joins: ReadonlySet<number>, location: string): RawInterview {
  const people: Part[][] = [];
  for (const part of parts) {
    if (joins.has(part.line) || people.length === 0) people.push([]);
    people.at(-1)?.push(part);
  }
  return {
    lines: parts.map((part) => part.line),
    people: people.map((own) => ({
      line: own[0]?.line ?? 0,
      lines: own.map((part) => part.line),
      name: cell(own, 'name'),
      undivided: joinDivided(texts(own, 'name')),
      department: cell(own, 'department'),
    })),
    cells: {
      date: dateCell(parts),
      interviewers: cell(parts, 'interviewers'),
      location: cell(parts, 'location'),
      note: cell(parts, 'note'),
    },
    location,
  };
}

/** The interviews that marked lines tell of, in order. Lines that are none of an interview's only give the location. */
export function gather(lines: readonly Marked[]): RawInterview[] {
  const interviews: RawInterview[] = [];
  let parts: Part[] = [];
  let joins = new Set<number>();
  let location = '';
  const end = (): void => {
    if (parts.length > 0) interviews.push(close(parts, joins, location));
    parts = [];
    joins = new Set();
  };
  for (const { line, kind, pieces, text } of lines) {
    if (kind === 'start') end();
    if (kind === 'heading') {
      end();
      location = text.trim().replace(/\s*:$/, '').replace(/\s+/g, ' ');
    } else if (
      kind === 'start' ||
      (parts.length > 0 && (kind === 'continues' || kind === 'joins'))
    ) {
      parts.push({ line, pieces });
      if (kind === 'joins') joins.add(line);
    }
  }
  end();
  return interviews;
}
