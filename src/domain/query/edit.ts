import type { Condition, PassageQuery } from './types.ts';

/** Where a condition stands: which way, and which place in it. */
export interface ConditionPlace {
  readonly way: number;
  readonly at: number;
}

type Ways = PassageQuery['ways'];

const withWays = (query: PassageQuery, ways: Ways): PassageQuery => ({
  ...query,
  ways: ways.filter((way) => way.length > 0),
});

const inWay = (
  query: PassageQuery,
  { way }: ConditionPlace,
  change: (conditions: readonly Condition[]) => Ways,
): PassageQuery =>
  withWays(
    query,
    query.ways.flatMap((conditions, at) => (at === way ? change(conditions) : [conditions])),
  );

/** Without one of the codes looked for; null when it was the only one. */
export const withoutCode = (query: PassageQuery, at: number): PassageQuery | null =>
  query.of.length > 1 ? { ...query, of: query.of.filter((_, place) => place !== at) } : null;

export const withoutCondition = (query: PassageQuery, place: ConditionPlace): PassageQuery =>
  inWay(query, place, (way) => [way.filter((_, at) => at !== place.at)]);

/** With "not" where there was none, and without where there was. */
export const withOpposite = (query: PassageQuery, place: ConditionPlace): PassageQuery =>
  inWay(query, place, (way) => [
    way.map((one, at) => (at === place.at ? { ...one, not: !one.not } : one)),
  ]);

/** "Or" before a condition becomes "and", and "and" becomes "or", which begins another way. */
export function withOtherJoint(query: PassageQuery, place: ConditionPlace): PassageQuery {
  if (place.at > 0)
    return inWay(query, place, (way) => [way.slice(0, place.at), way.slice(place.at)]);
  const { ways } = query;
  const joined = [...(ways[place.way - 1] ?? []), ...(ways[place.way] ?? [])];
  const left = ways.map((way, at) => (at === place.way - 1 ? joined : way));
  return withWays(
    query,
    left.filter((_, at) => at !== place.way || place.way === 0),
  );
}
