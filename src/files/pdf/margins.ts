import type { Fragment, PdfPage } from './pieces.ts';

/** How far from the upper and lower edge headers and footers stand, as a share of the page. */
const MARGIN = 0.12;
/** Pages on which the same words at the same height make a header. */
const OFTEN = 3;
const PAGE_NUMBER =
  /^[\s\p{P}\p{S}]*(?:\p{L}{1,10}\.?\s)?(?:\d{1,4}|[ivxl]{1,6})(?:\s?(?:\/|\p{L}{1,4})\s?\d{1,4})?[\s\p{P}\p{S}]*$/iu;

interface Marginal {
  page: number;
  fragment: Fragment;
  /** Words and height, alike on all pages that have them. */
  key: string;
}

/**
 * Headers, footers and page numbers: what stands at the edge of several pages, at the same height, in the same words but
 * for numbers.
 */
export function marginsOf(
  pages: readonly { page: PdfPage; fragments: readonly Fragment[] }[],
): ReadonlySet<Fragment> {
  const marginals = pages.flatMap(({ page, fragments }, n) =>
    fragments
      .filter(({ y }) => y < page.height * MARGIN || y > page.height * (1 - MARGIN))
      .map((fragment) => ({ page: n, fragment, key: keyOf(fragment) })),
  );
  const often = Math.min(OFTEN, pages.length);
  const found = new Set<Fragment>();
  for (const group of groupsOf(marginals)) {
    const on = new Set(group.map(({ page }) => page));
    if (on.size >= Math.max(2, often)) for (const { fragment } of group) found.add(fragment);
  }
  // The only number on the edge of a page is its own, as long as it goes up with the pages.
  const numbers = marginals.filter(({ fragment }) => PAGE_NUMBER.test(fragment.text));
  if (pages.length === 1) return found;
  for (const one of numbers) if (goesUp(one, numbers)) found.add(one.fragment);
  return found;
}

const keyOf = ({ text, y }: Fragment): string =>
  `${Math.round(y / 4)} ${text.toLowerCase().replace(/\d+/gu, '#').replace(/\s+/gu, ' ')}`;

function groupsOf(marginals: readonly Marginal[]): Iterable<Marginal[]> {
  const groups = new Map<string, Marginal[]>();
  for (const one of marginals) groups.set(one.key, [...(groups.get(one.key) ?? []), one]);
  return groups.values();
}

const numberIn = ({ fragment }: Marginal): number => Number(/\d+/u.exec(fragment.text)?.[0]);

function goesUp(one: Marginal, all: readonly Marginal[]): boolean {
  const off = numberIn(one) - one.page;
  return all.some((other) => other.page !== one.page && numberIn(other) - other.page === off);
}
