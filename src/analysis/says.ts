import type { Choices, Facet } from '../../views/analysis/types.ts';
import type { Messages } from '../../views/messages/index.ts';
import { formatDate } from '../domain/dates/index.ts';
import { NOT_GIVEN } from '../domain/crosstab/study.ts';
import type { Facet as FacetRead, Facets } from './facets.ts';

type FacetOf = FacetRead['of'];
type T = Messages['analysis']['themes'];

/** What a facet is called: its kind, or its own name where people gave it one. */
export function facetName(t: Messages, facets: Facets, name: Facet): string {
  const label = facets.get(name)?.label;
  if (label != null) return name.startsWith('query-') ? t.analysis.queries.named(label) : label;
  const known: Readonly<Record<string, string>> = t.analysis.themes.by;
  return known[name] ?? name;
}

/** What a table is limited to, in a sentence; `null` for the whole study. */
export function onlyOf(
  t: Messages,
  facets: Facets,
  { only, from, to }: Choices['filter'],
): string | null {
  const words = t.analysis.themes.filter;
  const chosen = new Map<Facet, string[]>();
  for (const { facet, key } of only) {
    const known = facets.get(facet);
    const label =
      key === NOT_GIVEN
        ? restName(t, known?.of)
        : (known?.columns.find((column) => column.key === key)?.label ?? words.gone);
    chosen.set(facet, [...(chosen.get(facet) ?? []), label]);
  }
  const parts = [...chosen].map(([facet, values]) =>
    partOf(words, facets, facet, orList(t, values)),
  );
  if (from !== '' || to !== '') parts.push(words.dates(dayOf(from), dayOf(to)));
  return parts.length === 0 ? null : words.only(parts);
}

/** What those are called of whom nothing is recorded. */
export const restName = (t: Messages, of: FacetOf | undefined): string =>
  of === 'passage' ? t.analysis.underNone : t.analysis.notGiven;

const dayOf = (date: string): string => (date === '' ? '' : formatDate(date));

const orList = (t: Messages, values: readonly string[]): string => t.analysis.themes.orList(values);

function partOf(words: T['filter'], facets: Facets, facet: Facet, values: string): string {
  const plain: Readonly<Record<string, (values: string) => string>> = words.facet;
  if (facet.startsWith('query-'))
    return words.query(facets.get(facet)?.label ?? words.gone, values);
  return plain[facet]?.(values) ?? words.variable(facets.get(facet)?.label ?? words.gone, values);
}

/** The whole sentence that says what a table counts, out of what and of which part of the study. */
export function sayCounted(
  t: Messages,
  facets: Facets,
  choices: Choices,
  { minCell, numbers }: { minCell: number; numbers: readonly string[] },
): string {
  const words = t.analysis.themes;
  const { by, and, count } = choices;
  const over = {
    everyone: words.everyone,
    all: words.all[count],
    asked: words.asked[count](numbers),
    tied: words.tied[count],
  };
  const second = and === null ? '' : ` ${words.and(facetName(t, facets, and))}`;
  return words.says({
    count: words.count[count],
    over: over[choices.over],
    by: `${facetName(t, facets, by)}${second}`,
    words: words.words[choices.words],
    own: choices.own ? words.own : words.withSubcodes,
    only: onlyOf(t, facets, choices.filter) ?? words.filter.whole,
    minCell,
  });
}
