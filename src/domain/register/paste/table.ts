import { ROLES } from './lexicon.ts';
import { bare, wordsOf } from './text.ts';
import type { TableRow } from '../types.ts';
import type { PastedInterview, PastedReading, PastedRespondent } from './types.ts';

const COLUMNS = [
  'date',
  'end_date',
  'kind',
  'location',
  'respondents',
  'head_count',
  'role',
  'organisation',
  'group',
  'region',
  'interviewers',
  'notes',
] as const;

/** A reference the project has, or the name as it stands on the earliest line. `;` would divide one name into two. */
function nameOf(
  respondent: PastedRespondent,
  byLine: ReadonlyMap<number, PastedRespondent>,
): string {
  const { earlier } = respondent;
  if (earlier && 'known' in earlier) return earlier.reference;
  const first = earlier ? byLine.get(earlier.line) : undefined;
  return (first ?? respondent).name.replaceAll(';', ',');
}

const isRole = (department: string): boolean =>
  wordsOf(department).some((word) => ROLES.has(bare(word)));

/** One value per respondent, or a single empty cell when none of them has one. */
const list = (values: readonly string[]): string =>
  values.every((value) => value === '') ? '' : values.map((v) => v.replaceAll(';', ',')).join('; ');

function rowOf(
  interview: PastedInterview,
  byLine: ReadonlyMap<number, PastedRespondent>,
): TableRow {
  const { respondents } = interview;
  const departments = respondents.map((respondent) => respondent.department);
  const isOpen = interview.date === null;
  const cells: Record<(typeof COLUMNS)[number], string> = {
    date: isOpen ? interview.dateText : (interview.date ?? ''),
    end_date: interview.endDate ?? '',
    kind: interview.kind,
    location: interview.location,
    respondents: list(respondents.map((respondent) => nameOf(respondent, byLine))),
    head_count: list(respondents.map((respondent) => String(respondent.headCount))),
    role: list(departments.map((text) => (isRole(text) ? text : ''))),
    organisation: list(departments.map((text) => (isRole(text) ? '' : text))),
    group: list(respondents.map((respondent) => respondent.group)),
    region: list(respondents.map((respondent) => respondent.region)),
    interviewers: interview.interviewers.join('; '),
    notes: interview.note,
  };
  const others = respondents.flatMap(({ isOther }, i) => (isOther ? [i] : []));
  return {
    line: interview.lines[0] ?? 0,
    cells: COLUMNS.map((column) => cells[column]),
    ...(others.length > 0 ? { others } : {}),
  };
}

/**
 * The reading as the rows of an import file, for `readRegister`; each row has the line it starts on. Spellings, joined
 * people and dates are as the reading has them; an open date stays as written, and is a doubt there too.
 */
export function pastedTable(reading: PastedReading): TableRow[] {
  const byLine = new Map(
    reading.interviews.flatMap((i) => i.respondents).map((r) => [r.line, r] as const),
  );
  const rows = reading.interviews.map((interview) => rowOf(interview, byLine));
  return [{ line: 0, cells: [...COLUMNS] }, ...rows];
}
