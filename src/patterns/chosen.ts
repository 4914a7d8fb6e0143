import type { Facet } from '../../views/analysis/types.ts';
import type { FilterPanel } from '../../views/analysis/FilterFields.tsx';
import type { PatternPanel } from '../../views/patterns/PatternForm.tsx';
import type { Part } from '../../views/patterns/types.ts';
import { choicesOf, loadFacets, minimumOf, panelOf, readToShare } from '../analysis/index.ts';
import type { C } from '../http/index.ts';
import { getSettings } from '../projects/index.ts';
import type { Chosen } from './material.ts';

/** What is limited by these are codings: words are said whoever coded them, and under whatever question. */
export const UNSPOKEN: readonly Facet[] = ['coder', 'question'];

/** The part of the study that an address names, as every page of analysis reads it, and whether it is of a file to share. */
export async function chosenOf(c: C): Promise<{ part: Chosen; query: URLSearchParams }> {
  const { choices, query } = await choicesOf(c);
  const { filter, minCell } = choices;
  return { part: { filter, minCell, toShare: readToShare(query) }, query };
}

/** What a page may be limited to, where it has no numbers to hide. */
export async function filterFor(c: C, { filter }: Part): Promise<FilterPanel> {
  const t = c.get('t');
  return panelOf(t, await loadFacets(c.get('ctx'), t.analysis), filter);
}

/** What the form of a page needs besides its own choices. */
export async function panelFor(
  c: C,
  part: Part,
  without: readonly Facet[] = [],
): Promise<PatternPanel> {
  const { min_cell: ofProject } = await getSettings(c.get('ctx'));
  const panel = await filterFor(c, part);
  return {
    ...panel,
    facets: panel.facets.filter(({ facet }) => !without.includes(facet)),
    minCell: minimumOf(part.minCell, ofProject),
    projectMinCell: ofProject,
    shareMinCell: minimumOf(null, ofProject, true),
  };
}
