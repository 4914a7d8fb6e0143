import { bare, wordsOf } from './text.ts';
import type { Cell } from './types.ts';

/** The words that head a column, folded. */
const HEADS: Readonly<Record<Cell, readonly string[]>> = {
  name: [
    'name',
    'names',
    'respondent',
    'respondents',
    'interviewee',
    'interviewees',
    'person',
    'persons',
    'participant',
    'participants',
    'who',
    'nom',
    'nombre',
  ],
  department: [
    'department',
    'departments',
    'unit',
    'organisation',
    'organization',
    'institution',
    'affiliation',
    'position',
    'role',
    'title',
    'function',
    'job',
    'office',
    'service',
    'département',
    'fonction',
    'departamento',
    'organización',
    'cargo',
  ],
  date: ['date', 'dates', 'day', 'when', 'fecha'],
  interviewers: [
    'interviewer',
    'interviewers',
    'by',
    'evaluator',
    'evaluators',
    'researcher',
    'researchers',
    'team',
    'enquêteur',
    'enquêteurs',
    'entrevistador',
    'entrevistadores',
  ],
  location: ['location', 'place', 'city', 'country', 'where', 'lieu', 'lugar', 'pays', 'país'],
  note: ['notes', 'note', 'remarks', 'comments', 'nr', 'no', 'mode', 'time', '#', 'type'],
};
const FILLERS = new Set([
  '',
  'of',
  'and',
  'the',
  '&',
  '/',
  'interview',
  'interviewed',
  'or',
  'de',
  "d'entretien",
]);

const asHead = new Map(
  (Object.entries(HEADS) as [Cell, readonly string[]][]).flatMap(([cell, heads]) =>
    heads.map((head) => [head, cell] as const),
  ),
);

/** The column a heading stands for, or null: `Date of interview`, `Organisation / unit`. */
export function headCell(text: string): Cell | null {
  const found = text.split(/[\s/]+/).flatMap((word) => asHead.get(bare(word)) ?? []);
  return found[0] ?? null;
}

/** Code units; a longer line is no header, and need not be looked at. */
const LONGEST_HEADER = 200;

/** The columns a line names, in order, when it names nothing else; null for every other line. */
export function readColumns(text: string): Cell[] | null {
  if (text.length > LONGEST_HEADER || /\d/.test(text)) return null;
  const words = wordsOf(text)
    .flatMap((word) => word.split('/'))
    .filter((word) => word !== '');
  const cells = words.flatMap((word) => asHead.get(bare(word)) ?? []);
  const others = words.filter((word) => !asHead.has(bare(word)) && !FILLERS.has(bare(word)));
  return cells.length >= 2 && others.length === 0 && new Set(cells).size >= 2 ? cells : null;
}
