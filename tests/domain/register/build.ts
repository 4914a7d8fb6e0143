import { readRegister } from '../../../src/domain/register/index.ts';
import type { Known, Plan, ReadOptions, TableRow } from '../../../src/domain/register/index.ts';

export const NOTHING_KNOWN: Known = {
  respondents: [],
  interviews: [],
  interviewers: [],
  groups: [],
  regions: [],
  variables: [],
};

/** A table as people type it here: one row a line, `|` between the cells. */
export function table(text: string): TableRow[] {
  const lines = text.trim().split('\n');
  return lines.map((line, i) => ({
    line: i + 1,
    cells: line.split('|').map((cell) => cell.trim()),
  }));
}

export function plan(
  text: string,
  known: Partial<Known> = {},
  options: Partial<ReadOptions> = {},
): Plan {
  return readRegister(
    table(text),
    { ...NOTHING_KNOWN, ...known },
    { order: null, today: '2013-06-30', ...options },
  );
}

/** The project as it is after the plan was carried out. */
export function carryOut(done: Plan, known: Known = NOTHING_KNOWN): Known {
  const first = known.respondents.length + 1;
  const respondents = done.respondents.map((draft, i) => ({
    ...draft,
    id: first + i,
    reference: draft.reference ?? `R-${String(first + i).padStart(2, '0')}`,
  }));
  const interviews = done.interviews.map(({ respondents: whom, ...draft }, i) => ({
    ...draft,
    id: known.interviews.length + 1 + i,
    reference: draft.reference ?? `I-${String(known.interviews.length + 1 + i).padStart(2, '0')}`,
    respondentIds: whom.map((who) => ('known' in who ? who.known : first + who.planned)),
  }));
  return {
    respondents: [...known.respondents, ...respondents],
    interviews: [...known.interviews, ...interviews],
    interviewers: [...known.interviewers, ...done.interviewers],
    groups: [...known.groups, ...done.groups],
    regions: [...known.regions, ...done.regions],
    variables: [
      ...known.variables,
      ...done.variables.map((name) => ({ name, type: 'text' as const, options: [] })),
    ],
  };
}
