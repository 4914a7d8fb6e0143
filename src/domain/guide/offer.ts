import { foldName } from '../names.ts';

/** What a question's `forWhom` may name of a respondent. */
export interface Asked {
  group: string;
  region: string;
  role: string;
  organisation: string;
}

/** `maybe`: a condition that only the interviewer can judge. */
export type Fit = 'yes' | 'no' | 'maybe';

/**
 * Whether a question is meant for any of these respondents.
 * @param forWhom names, `;` between them; '' is everyone
 * @param names the project's groups and regions: a part that is none of them and fits nobody is a condition in words
 */
export function fits(
  forWhom: string,
  respondents: readonly Asked[],
  names: readonly string[],
): Fit {
  const parts = forWhom
    .split(';')
    .map(foldName)
    .filter((part) => part !== '');
  if (parts.length === 0) return 'yes';
  const said = new Set(
    respondents.flatMap((r) => [r.group, r.region, r.role, r.organisation]).map(foldName),
  );
  if (parts.some((part) => said.has(part))) return 'yes';
  const known = new Set(names.map(foldName));
  if (respondents.length === 0 || parts.some((part) => !known.has(part))) return 'maybe';
  return 'no';
}
