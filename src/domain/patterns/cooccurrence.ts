import type { Span } from '../text/span.ts';
import { distinct, eachMeeting, inOrder, mergedByRow, type RowSpan } from './overlap.ts';
import { PairSums, PeopleOfPairs, type Together } from './pairs.ts';

/** A passage under a code: the row of the code, where (code units of its source), and whose words. */
export type RowPassage = RowSpan & { readonly people: readonly number[] };

/** A segment or an interview in which these codes were met, each row once. */
export interface CodedUnit {
  readonly rows: readonly number[];
  readonly people: readonly number[];
}

/**
 * Codes met in the same unit, segments say, or interviews. `counts` is the number of units with both, and Jaccard's index
 * is reckoned from the same numbers.
 */
export function togetherInUnits(size: number, units: readonly CodedUnit[]): Together {
  const sums = new PairSums(size);
  const people = new PeopleOfPairs(size);
  const unitsOf = new Map<number, CodedUnit[]>();
  for (const unit of units) {
    eachPair(unit.rows, (a, b) => {
      sums.add(a, b, 1);
    });
    for (const person of unit.people) push(unitsOf, person, unit);
  }
  for (const own of unitsOf.values()) {
    people.next();
    for (const { rows } of own) {
      eachPair(rows, (a, b) => {
        people.add(a, b);
      });
    }
  }
  const counts = sums.matrix();
  return { size, counts, shared: counts, people: people.matrix() };
}

/**
 * Codes whose passages overlap. `counts` is the number of pairs of passages, one of each code, that share at least one
 * code unit of text; the same span under both codes is one pair, and a passage coded by two people is one passage.
 * Jaccard's index is reckoned from text: code units under both out of code units under either. Somebody stands behind a
 * pair when both passages are their words.
 * @param sources the passages of each source
 */
export function togetherInText(size: number, sources: Iterable<readonly RowPassage[]>): Together {
  const counts = new PairSums(size);
  const shared = new PairSums(size);
  const pairsOf = new Map<number, number[]>();
  for (const all of sources) {
    const passages = distinct(inOrder(all));
    for (const { row, people } of passages) {
      counts.add(row, row, 1);
      for (const person of people) push(pairsOf, person, row * size + row);
    }
    eachMeeting(passages, (a, b) => {
      if (a.row === b.row) return;
      counts.add(a.row, b.row, 1);
      for (const person of a.people) {
        if (b.people.includes(person)) push(pairsOf, person, a.row * size + b.row);
      }
    });
    const merged = mergedByRow(passages);
    for (const { row, start, end } of merged) shared.add(row, row, end - start);
    eachMeeting(merged, (a, b) => {
      shared.add(a.row, b.row, sharedLength(a, b));
    });
  }
  const people = new PeopleOfPairs(size);
  for (const pairs of pairsOf.values()) {
    people.next();
    for (const pair of pairs) people.add(Math.floor(pair / size), pair % size);
  }
  return { size, counts: counts.matrix(), shared: shared.matrix(), people: people.matrix() };
}

function eachPair(rows: readonly number[], meet: (a: number, b: number) => void): void {
  for (let at = 0; at < rows.length; at += 1) {
    for (let other = at; other < rows.length; other += 1) meet(rows[at] ?? 0, rows[other] ?? 0);
  }
}

const sharedLength = (a: Span, b: Span): number =>
  Math.min(a.end, b.end) - Math.max(a.start, b.start);

function push<V>(lists: Map<number, V[]>, key: number, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
