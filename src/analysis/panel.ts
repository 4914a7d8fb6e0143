import type { Messages } from '../../views/messages/index.ts';
import type { Choices, FacetChoice } from '../../views/analysis/types.ts';
import { NOT_GIVEN, type ColumnName } from '../domain/crosstab/study.ts';
import { mayWrite, type C } from '../http/index.ts';
import { getSettings } from '../projects/index.ts';
import type { Facet, Facets } from './facets.ts';
import { readChoices } from './forms.ts';
import { onlyOf, restName } from './says.ts';

/** The choices of the address. A reader may protect more than the project does, not less. */
export async function choicesOf(c: C): Promise<{ choices: Choices; query: URLSearchParams }> {
  const query = new URL(c.req.url).searchParams;
  const read = readChoices(query);
  const { min_cell: minimum } = await getSettings(c.get('ctx'));
  const isLower = read.minCell !== null && read.minCell < minimum;
  const isUsual = read.minCell === minimum;
  const keepsMinimum = isUsual || (isLower && !mayWrite(c.get('project').role));
  return { choices: keepsMinimum ? { ...read, minCell: null } : read, query };
}

/** What a page of analysis may be limited to, and what it is limited to in words. */
export const panelOf = (t: Messages, facets: Facets, filter: Choices['filter']) => ({
  filter,
  only: onlyOf(t, facets, filter),
  facets: facetChoices(t, facets),
});

const facetChoices = (t: Messages, facets: Facets): FacetChoice[] =>
  [...facets.values()].map((facet) => ({
    facet: facet.name,
    label: facet.label,
    columns: [...facet.columns, ...rest(t, facet)],
  }));

/** Those of whom nothing is recorded, who can be chosen as well; every source has a name and a kind. */
function rest(t: Messages, { of, columns }: Facet): ColumnName[] {
  if (columns.length === 0 || of === 'source' || of === 'coding') return [];
  return [{ key: NOT_GIVEN, label: restName(t, of) }];
}
