export type Query = Readonly<Record<string, string | number | null | undefined>>;

/** A path with what its page shows, in a fixed order; what is empty is left out, so that one page has one address. */
export function address(path: string, query: Query): string {
  const filled = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  const text = new URLSearchParams(
    filled.map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
  return text === '' ? path : `${path}?${text}`;
}

/** `sort=date` is ascending, `sort=-date` descending; anything not in the list is the first of it. */
export function readSort<K extends string>(
  keys: readonly [K, ...K[]],
  text: string | undefined,
): { key: K; isDescending: boolean } {
  const isDescending = text?.startsWith('-') === true;
  const key = keys.find((k) => k === text?.replace(/^-/, ''));
  return key === undefined ? { key: keys[0], isDescending: false } : { key, isDescending };
}

/** A page number from an address, from 1. */
export function readPage(text: string | undefined): number {
  const page = Number(text);
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
}
