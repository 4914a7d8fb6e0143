import type { CsvRow } from '../csv/read.ts';
import { foldName, tidyName } from '../names.ts';

/** People to be interviewed; null where the plan does not tell groups or regions apart. */
export interface Target {
  groupId: number | null;
  regionId: number | null;
  planned: number;
}

/** A respondent who was interviewed: one person, or a group without names by its head count. */
export interface Interviewed {
  groupId: number | null;
  regionId: number | null;
  people: number;
}

export interface Balance extends Target {
  /** People interviewed who fall under the target; someone may fall under several. */
  done: number;
  /** People still to be interviewed; never less than nought. */
  short: number;
}

/** How far each target of a plan is reached, in the order given. */
export function balanceOf(
  targets: readonly Target[],
  interviewed: readonly Interviewed[],
): Balance[] {
  return targets.map((target) => {
    const { groupId, regionId, planned } = target;
    const done = interviewed
      .filter((one) => groupId === null || one.groupId === groupId)
      .filter((one) => regionId === null || one.regionId === regionId)
      .reduce((sum, one) => sum + one.people, 0);
    return { ...target, done, short: Math.max(0, planned - done) };
  });
}

/** A line of a plan's table; '' for every group or every region, 0 planned takes the target away. */
export interface PlanLine {
  line: number;
  group: string;
  region: string;
  planned: number;
}

export interface PlanProblem {
  line: number;
  /** The place in the row, from 1. */
  column: number;
  text: string;
  reason: 'noColumns' | 'notANumber' | 'ofNothing' | 'twice';
}

/** Most people a plan may ask for in one place. */
export const MOST_PLANNED = 99_999;

/** Reads a plan from a table with the columns group, region and planned; one of the first two may be missing. */
export function readPlan(rows: readonly CsvRow[]): { lines: PlanLine[]; problems: PlanProblem[] } {
  const [header, ...body] = rows;
  const place = (name: string) => header?.cells.findIndex((cell) => foldName(cell) === name) ?? -1;
  const at = { group: place('group'), region: place('region'), planned: place('planned') };
  if (at.planned < 0 || (at.group < 0 && at.region < 0)) {
    const text = header?.cells.join(', ') ?? '';
    return { lines: [], problems: [{ line: 1, column: 1, text, reason: 'noColumns' }] };
  }
  const lines: PlanLine[] = [];
  const problems: PlanProblem[] = [];
  const seen = new Set<string>();
  for (const { line, cells } of body) {
    const [group, region] = [tidyName(cells[at.group] ?? ''), tidyName(cells[at.region] ?? '')];
    const text = (cells[at.planned] ?? '').trim();
    const planned = readPlanned(text);
    const key = `${foldName(group)}\n${foldName(region)}`;
    const problem = (reason: PlanProblem['reason'], column: number, what: string) =>
      problems.push({ line, column: column + 1, text: what, reason });
    if (planned === null) problem('notANumber', at.planned, text);
    else if (group === '' && region === '') problem('ofNothing', Math.max(at.group, 0), '');
    else if (seen.has(key)) problem('twice', Math.max(at.group, 0), `${group} ${region}`.trim());
    else lines.push({ line, group, region, planned });
    seen.add(key);
  }
  return { lines, problems };
}

/** A number of people as it is typed; null for what is none. Nothing typed is nought. */
export function readPlanned(text: string): number | null {
  const planned = text.trim() === '' ? 0 : Number(text);
  return Number.isInteger(planned) && planned >= 0 && planned <= MOST_PLANNED ? planned : null;
}
