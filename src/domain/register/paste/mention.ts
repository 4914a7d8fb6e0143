import { tidyName } from '../../names.ts';
import { NUMBERS } from './lexicon.ts';
import {
  isAcronym,
  isGroupWord,
  isHonorific,
  isNameLike,
  isPeopleWord,
  isWorkWord,
} from './shapes.ts';
import { bare, wordsOf } from './text.ts';

/** What a name cell says of one respondent. */
export interface Mentioned {
  name: string;
  honorific: string;
  kind: 'person' | 'group';
  /** People; null where it is not said. */
  headCount: number | null;
  isRepeat: boolean;
  isDebrief: boolean;
  /** A role where a name should be: `Senior adviser`. */
  isUnnamed: boolean;
  note: string;
}

const COUNT = String.raw`(\d{1,4}|${Object.keys(NUMBERS).join('|')})`;
/** `(6 people)`, `(3 representatives)`, `(n = 6)`, `(two women)`; a count needs its noun, for `(2013)` is a year. */
const COUNTED = new RegExp(
  String.raw`\(\s*(?:n\s*=\s*${COUNT}|${COUNT}\s+\p{L}[\p{L}\s]*)\)`,
  'iu',
);
const BARE_COUNTED = new RegExp(
  String.raw`(?:^|[\s,])${COUNT}\s+(?:people|persons|participants|members|representatives|personnes|personas)$`,
  'iu',
);
const ORDINAL = String.raw`(?:2nd|3rd|\d{1,2}th|second|third|fourth|fifth|2e|2[eè]me|3e|segunda|deuxi[eè]me)`;
const AGAIN = String.raw`${ORDINAL}(?:\s+(?:interview|meeting|time|round|entretien|entrevista))?|follow[- ]?up(?:\s+interview)?|again`;
const REPEAT = new RegExp(String.raw`\(\s*(?:${AGAIN})\s*\)`, 'iu');
const BARE_REPEAT = new RegExp(
  String.raw`[\s,–-]+(?:${ORDINAL}\s+(?:interview|meeting|time|round)|follow[- ]?up)$`,
  'iu',
);
const DEBRIEF = /^de-?brief(?:ing)?\b\s*(?:(?:meeting|session)\s*)?(?:(?:with|of|for|at)\b\s*)?/iu;
const NOTE = /\(\s*((?:interview|by|via|about|on|with|also|together)\b[^()]*)\)/iu;
const JOINS = /^(?:and|with|&|\+|et|avec|y|con)\s+/u;

const number = (text: string): number => NUMBERS[text.toLowerCase()] ?? Number(text);

function take(text: string, pattern: RegExp): { text: string; found: RegExpExecArray | null } {
  const found = pattern.exec(text);
  return { text: found ? text.replace(pattern, ' ') : text, found };
}

function kindOf(words: readonly string[]): Pick<Mentioned, 'kind' | 'isUnnamed'> {
  const isGroup = words.some(
    (word) => isPeopleWord(word) && /s$|people|team|staff|women|youth/iu.test(bare(word)),
  );
  if (isGroup) return { kind: 'group', isUnnamed: false };
  const isRole = words.some((word) => isWorkWord(word) && !isGroupWord(word));
  if (isNameLike(words) && !words.every(isAcronym)) return { kind: 'person', isUnnamed: false };
  const isBody = words.every(isAcronym) || words.some(isGroupWord) || !isRole;
  return isBody && words.length > 0
    ? { kind: 'group', isUnnamed: false }
    : { kind: 'person', isUnnamed: words.length > 0 };
}

/** Reads one name, as written in the cell or joined from its lines. */
export function readMention(text: string): Mentioned {
  const debrief = take(text.replace(JOINS, ''), DEBRIEF);
  const count = take(debrief.text, COUNTED);
  const bareCount = count.found ? count : take(count.text, BARE_COUNTED);
  const again = take(bareCount.text, REPEAT);
  const repeat = again.found ? again : take(again.text, BARE_REPEAT);
  const note = take(repeat.text, NOTE);
  const words = wordsOf(note.text.replace(/[\s.,;–-]+$/u, ''));
  const titles = words.findIndex((word) => !isHonorific(word));
  const honorific = titles > 0 ? words.slice(0, titles).join(' ') : '';
  const own = titles > 0 ? words.slice(titles) : words;
  const found = bareCount.found;
  const headCount = found ? number(found[1] ?? found[2] ?? '') : null;
  const isMany = headCount !== null && headCount > 1;
  return {
    name: tidyName(own.join(' ')),
    honorific,
    ...(isMany
      ? { kind: 'group', isUnnamed: false }
      : kindOf(own.filter((w) => !w.startsWith('(')))),
    headCount: headCount !== null && headCount > 0 ? headCount : null,
    isRepeat: repeat.found !== null,
    isDebrief: debrief.found !== null,
    note: tidyName(note.found?.[1] ?? ''),
  };
}

/** `Ann Lee & Bob Ray`, `Ann Lee; Bob Ray`: each a full name. `Ann and Bob Ray` is left to a person. */
export function splitJoint(text: string): { names: string[]; isUnsure: boolean } {
  const plain = text.replace(JOINS, '');
  const lists = plain.split(/\s*;\s*/).filter((part) => part !== '');
  const parts = lists.flatMap((part) => {
    const both = part.split(/\s+(?:and|&|et|y|\/)\s+/u);
    return both.every((one) => isNameLike(wordsOf(one.replace(/\([^()]*\)/g, '')))) ? both : [part];
  });
  if (parts.length < 2) return { names: [plain], isUnsure: false };
  const isShort = (part: string): boolean => wordsOf(part.replace(/\([^()]*\)/g, '')).length < 2;
  const isUnsure = lists.length < 2 && parts.some(isShort);
  return isUnsure ? { names: [plain], isUnsure } : { names: parts, isUnsure };
}
