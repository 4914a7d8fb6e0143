import { FIELDS } from './columns.ts';
import { own } from './own.ts';
import type { Facts, KnownInterview } from './types.ts';

/** A respondent as an export may show them: by reference, never by name. */
export interface WrittenRespondent extends Facts {
  reference: string;
  headCount: number;
}

export interface WrittenInterview extends Omit<KnownInterview, 'id' | 'respondentIds'> {
  respondents: readonly WrittenRespondent[];
}

/** One value when it is the same for all, else one per respondent; a `;` inside a value would start the next one. */
function each(values: readonly string[]): string {
  const [first = ''] = values;
  if (values.length <= 1) return first;
  const plain = values.map((value) => value.replaceAll(';', ','));
  return plain.every((value) => value === plain[0]) ? (plain[0] ?? '') : plain.join('; ');
}

/** People in all; one number per respondent as soon as one of them is a group. */
function headCount(counts: readonly number[]): string {
  if (counts.length === 0) return '';
  if (counts.length === 1) return String(counts[0]);
  return counts.every((count) => count === 1) ? String(counts.length) : counts.join('; ');
}

/** The header of the exported register: its fields, then the project's variables. */
export const registerHeader = (variables: readonly string[]): string[] => [...FIELDS, ...variables];

/** One interview as a row under `registerHeader`; `readRegister` reads it back as it was. */
export function registerRow(interview: WrittenInterview, variables: readonly string[]): string[] {
  const { respondents } = interview;
  const of = (fact: (respondent: WrittenRespondent) => string): string =>
    each(respondents.map(fact));
  return [
    interview.reference,
    interview.date ?? '',
    interview.endDate ?? '',
    interview.kind,
    interview.mode,
    interview.location,
    respondents.map((respondent) => respondent.reference).join('; '),
    headCount(respondents.map((respondent) => respondent.headCount)),
    of((respondent) => respondent.role),
    of((respondent) => respondent.organisation),
    of((respondent) => respondent.group),
    of((respondent) => respondent.region),
    interview.interviewers.join('; '),
    interview.status,
    interview.language,
    interview.consent,
    interview.notes,
    ...variables.map((name) => of((respondent) => own(respondent.values, name) ?? '')),
  ];
}
