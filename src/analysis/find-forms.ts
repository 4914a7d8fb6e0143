import {
  FARTHEST,
  MOST_CODES,
  MOST_CONDITIONS,
  readCode,
  readCondition,
  readQuery,
  type Condition,
  type PassageQuery,
} from '../domain/query/index.ts';
import { Invalid } from '../domain/errors.ts';
import { FACET } from './forms.ts';

/** Longest address that is read for a query, in parts: far more than a query can have. */
const MOST_PARTS = 100;

/**
 * The query of an address; null when it names no code, which is where everybody begins.
 * @throws Invalid `analysis.queryUnreadable`, `analysis.queryTooMany`
 */
export function queryOf(address: URLSearchParams): PassageQuery | null {
  const of = address.getAll('of').slice(0, MOST_PARTS);
  const read = readQuery(of, address.getAll('if').slice(0, MOST_PARTS));
  if (!('problem' in read)) {
    for (const condition of read.ways.flat()) checkFacet(condition);
    return read;
  }
  if (read.problem === 'unreadable') throw unreadable(read.text);
  if (read.problem === 'noCode') return null;
  throw new Invalid('analysis.queryTooMany', { codes: MOST_CODES, conditions: MOST_CONDITIONS });
}

const unreadable = (text: string) =>
  new Invalid('analysis.queryUnreadable', { text: text.slice(0, 200) });

function checkFacet(condition: Condition): void {
  if (condition.kind !== 'facet' || condition.facet === 'coder') return;
  if (!FACET.test(condition.facet)) throw unreadable(`${condition.facet}.${condition.key}`);
}

/** What the buttons of the form ask to be added, as parts of an address; null when no button was pressed. */
export function addedTo(address: URLSearchParams): PassageQuery | null {
  const what = address.get('add');
  if (what === null) return null;
  const parts = new URLSearchParams();
  for (const name of ['of', 'if']) {
    for (const value of address.getAll(name)) parts.append(name, value);
  }
  const [name, value] = partOf(address, what);
  parts.append(name, value);
  const query = queryOf(parts);
  if (query === null) throw new Invalid('analysis.queryNoCode', {}, 'code');
  return query;
}

function partOf(address: URLSearchParams, what: string): ['of' | 'if', string] {
  if (what === 'code') {
    const code = codeIn(address, 'code', 'own');
    if (!readCode(code)) throw new Invalid('analysis.queryNoCode', {}, 'code');
    return ['of', code];
  }
  const not = address.get(`${what}Not`) === '1' ? 'not.' : '';
  const said = not + conditionOf(address, what);
  if (!readCondition(said)) throw new Invalid('analysis.queryAdd', {}, what);
  return ['if', said];
}

function conditionOf(address: URLSearchParams, what: string): string {
  if (what !== 'relation') return address.get(what) ?? '';
  const how = address.get('how') ?? '';
  return `${how}${how === 'near' ? farIn(address) : ''}.${codeIn(address, 'other', 'otherOwn')}`;
}

const codeIn = (address: URLSearchParams, code: string, own: string): string =>
  `${address.get(code) ?? ''}${address.get(own) === '1' ? '-own' : ''}`;

function farIn(address: URLSearchParams): string {
  const far = address.get('far') ?? '';
  if (!/^\d{1,2}$/u.test(far)) throw new Invalid('analysis.queryFar', { most: FARTHEST }, 'far');
  return String(Number(far));
}
