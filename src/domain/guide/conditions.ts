import { foldName, tidyName } from '../names.ts';

/** Whom a question is for, as a form asks it. All of it must hold of one person; within a list any one. */
export interface Conditions {
  groups: string[];
  regions: string[];
  /** A variable and its value; '' for none. */
  variable: string;
  value: string;
  /** What is said in another way: roles, other variables, `only if …`. */
  words: string;
}

/** Names of the project that a form can offer. */
export interface Offered {
  groups: readonly string[];
  regions: readonly string[];
  variables: readonly string[];
}

const AND = ' & ';

/** The text that `fits` reads. */
export function forWhomOf({ groups, regions, variable, value, words }: Conditions): string {
  const isSet = variable !== '' && value.trim() !== '';
  return [
    groups.join('; '),
    regions.join('; '),
    isSet ? `${variable} = ${tidyName(value)}` : '',
    tidyName(words),
  ]
    .filter((part) => part !== '')
    .join(AND);
}

/** The text as a form shows it; what has no place of its own stays in words, so that nothing is lost. */
export function conditionsIn(forWhom: string, offered: Offered): Conditions {
  const found: Conditions = { groups: [], regions: [], variable: '', value: '', words: '' };
  const words: string[] = [];
  for (const condition of dividedBy(forWhom, offered)) {
    const parts = condition.split(';').map(tidyName).filter(Boolean);
    const groups = named(parts, offered.groups);
    const regions = named(parts, offered.regions);
    const [variable = '', value] = condition.split('=').map(tidyName);
    const [own] = named([variable], offered.variables) ?? [];
    if (groups && found.groups.length === 0) found.groups = groups;
    else if (regions && found.regions.length === 0) found.regions = regions;
    else if (own !== undefined && value && parts.length === 1 && found.variable === '')
      Object.assign(found, { variable: own, value });
    else words.push(condition);
  }
  return { ...found, words: words.join(AND) };
}

/** The names as the project writes them, when all parts are among them. */
function named(parts: readonly string[], names: readonly string[]): string[] | null {
  const found = parts.flatMap(
    (part) => names.find((name) => foldName(name) === foldName(part)) ?? [],
  );
  return found.length === parts.length && found.length > 0 ? found : null;
}

/** Stands for an `&` that is part of a name. */
const HELD = '\u0000';

/** Conditions, told apart where `&` is no part of a name. */
function dividedBy(forWhom: string, { groups, regions, variables }: Offered): string[] {
  let text = forWhom;
  for (const name of [...groups, ...regions, ...variables].filter((one) => one.includes(AND))) {
    const written = new RegExp(name.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'), 'giu');
    text = text.replaceAll(written, (found) => found.replaceAll('&', HELD));
  }
  return text
    .split(AND)
    .map((condition) => tidyName(condition.replaceAll(HELD, '&')))
    .filter(Boolean);
}
