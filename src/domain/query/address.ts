import { RELATIONS, type CodeNamed, type Condition, type PassageQuery } from './types.ts';

/** Most codes looked for, and most conditions, of one query. */
export const MOST_CODES = 20;
export const MOST_CONDITIONS = 30;
/** Segments that `near` reaches at most. */
export const FARTHEST = 99;

/** What is wrong with an address: it names no code, a part of it says nothing, or it says too much. */
export type QueryProblem =
  | { readonly problem: 'noCode' | 'tooMany' }
  | { readonly problem: 'unreadable'; readonly text: string };

const OR = 'or';
const NOT = 'not.';
const CODE = /^([1-9]\d{0,9})(-own)?$/u;
const RELATION = new RegExp(`^(${RELATIONS.join('|')})(\\d{1,2})?\\.(.*)$`, 'u');
const WORDS = /^words\.(respondents|interviewers)$/u;
/** Everything else with a point is a classification and one of its keys, which may hold anything. */
const FACET = /^([a-z]+(?:-[1-9]\d{0,9})?)\.(.+)$/su;
/** What is made of queries: none can hang on another. */
const OF_QUERIES = /^(?:found|query-\d+)$/u;

/** `12`, or `12-own` without its sub-codes. */
export const codeText = ({ codeId, withSubcodes }: CodeNamed): string =>
  withSubcodes ? String(codeId) : `${codeId}-own`;

/** `overlaps.7`, `not.near2.7-own`, `group.3`, `words.respondents`. */
export function conditionText(condition: Condition): string {
  const not = condition.not ? NOT : '';
  if (condition.kind === 'facet') return `${not}${condition.facet}.${condition.key}`;
  if (condition.kind === 'words') return `${not}words.${condition.whose}`;
  const { relation, within, code } = condition;
  return `${not}${relation}${relation === 'near' ? within : ''}.${codeText(code)}`;
}

/** The query as an address carries it: `of` for each code, `if` for each condition, `if=or` between two ways. */
export function queryParts({ of, ways }: PassageQuery): [name: 'of' | 'if', value: string][] {
  return [
    ...of.map((code): ['of', string] => ['of', codeText(code)]),
    ...ways.flatMap((way, at): ['if', string][] => [
      ...(at > 0 ? [['if', OR] as ['if', string]] : []),
      ...way.map((condition): ['if', string] => ['if', conditionText(condition)]),
    ]),
  ];
}

/** What `queryParts` wrote. The same code, or the same condition in one way, counts once. */
export function readQuery(
  of: readonly string[],
  conditions: readonly string[],
): PassageQuery | QueryProblem {
  const codes: CodeNamed[] = [];
  for (const text of new Set(of)) {
    const code = readCode(text);
    if (!code) return { problem: 'unreadable', text };
    codes.push(code);
  }
  const ways: Condition[][] = [[]];
  for (const text of conditions) {
    if (text === OR) {
      ways.push([]);
      continue;
    }
    const condition = readCondition(text);
    if (!condition) return { problem: 'unreadable', text };
    const way = ways.at(-1);
    if (way && !way.some((one) => conditionText(one) === conditionText(condition)))
      way.push(condition);
  }
  const left = ways.filter((way) => way.length > 0);
  if (codes.length > MOST_CODES || left.flat().length > MOST_CONDITIONS)
    return { problem: 'tooMany' };
  if (codes.length === 0) return { problem: 'noCode' };
  return { of: codes, ways: left };
}

/** One code; null when the text names none. */
export function readCode(text: string): CodeNamed | null {
  const [, id, own] = CODE.exec(text) ?? [];
  return id === undefined ? null : { codeId: Number(id), withSubcodes: own === undefined };
}

/** One condition; null when the text says none. */
export function readCondition(text: string): Condition | null {
  const not = text.startsWith(NOT);
  const said = not ? text.slice(NOT.length) : text;
  const words = WORDS.exec(said)?.[1];
  if (words === 'respondents' || words === 'interviewers')
    return { kind: 'words', whose: words, not };
  const [, name, far, named = ''] = RELATION.exec(said) ?? [];
  const relation = RELATIONS.find((one) => one === name);
  if (relation) {
    const code = readCode(named);
    const isNear = relation === 'near';
    if (!code || isNear !== (far !== undefined)) return null;
    return { kind: 'code', relation, code, within: Number(far ?? 0), not };
  }
  const [, facet, key] = FACET.exec(said) ?? [];
  if (facet === undefined || key === undefined) return null;
  if (facet === 'not' || facet === 'words' || OF_QUERIES.test(facet)) return null;
  return { kind: 'facet', facet, key, not };
}
