import { foldName } from '../names.ts';

/** What a question's `forWhom` may name of a respondent. */
export interface Asked {
  group: string;
  region: string;
  role: string;
  organisation: string;
  /** Of the project's variables, by name. */
  values?: Readonly<Record<string, string>>;
}

/** `maybe`: a condition that only the interviewer can judge. */
export type Fit = 'yes' | 'no' | 'maybe';

/** Names that may hold what otherwise divides conditions; it stands for itself there. */
const HELD = '\u0000';

/**
 * Whether a question is meant for any of these respondents.
 *
 * Conditions that must all hold have `&` between them, alternatives of one condition `;`:
 * `Workers; Employers & Asia & Member = yes & only if they travel`. A part is a group, a region, a role or an organisation,
 * a variable with its value, or a condition in words.
 * @param forWhom '' is everyone
 * @param names the project's groups, regions and variables: a part that is none of them and fits nobody is in words
 */
export function fits(
  forWhom: string,
  respondents: readonly Asked[],
  names: readonly string[],
): Fit {
  const known = new Set(names.map(foldName));
  const conditions = conditionsOf(forWhom, known);
  if (conditions.length === 0) return 'yes';
  if (respondents.length === 0) return 'maybe';
  // All conditions are about one person: a worker of Europe and an employer of Asia are no worker of Asia.
  const fit = respondents.map((one) => all(conditions.map((parts) => fitsOne(parts, one, known))));
  if (fit.includes('yes')) return 'yes';
  return fit.includes('maybe') ? 'maybe' : 'no';
}

function all(fits: readonly Fit[]): Fit {
  if (fits.includes('no')) return 'no';
  return fits.includes('maybe') ? 'maybe' : 'yes';
}

/** The alternatives of each condition, folded. */
function conditionsOf(forWhom: string, known: ReadonlySet<string>): string[][] {
  let text = foldName(forWhom);
  for (const name of known)
    if (name.includes(' & ')) text = text.replaceAll(name, name.replaceAll('&', HELD));
  return text
    .split(/\s&\s/u)
    .map((condition) =>
      condition
        .split(';')
        .map((part) => part.replaceAll(HELD, '&').trim())
        .filter((part) => part !== ''),
    )
    .filter((parts) => parts.length > 0);
}

function fitsOne(parts: readonly string[], asked: Asked, known: ReadonlySet<string>): Fit {
  const said = new Set(
    [asked.group, asked.region, asked.role, asked.organisation].map(foldName).filter(Boolean),
  );
  const values = new Map(
    Object.entries(asked.values ?? {}).map(([name, value]) => [foldName(name), foldName(value)]),
  );
  const fit = parts.map((part): Fit => {
    if (said.has(part)) return 'yes';
    if (known.has(part)) return 'no';
    const [name = '', value] = part.split('=').map((side) => side.trim());
    if (value === undefined || !known.has(name)) return 'maybe';
    // Nothing said about them is nothing to leave them out for.
    if (!values.has(name)) return 'maybe';
    return values.get(name) === value ? 'yes' : 'no';
  });
  if (fit.includes('yes')) return 'yes';
  return fit.includes('maybe') ? 'maybe' : 'no';
}
