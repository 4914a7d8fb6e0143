import { queryOf } from '../../views/analysis/address.ts';
import type { Choices } from '../../views/analysis/types.ts';
import type { Ctx } from '../deps.ts';
import type { Done } from '../history/index.ts';
import { readChoices } from './forms.ts';
import { keptUnderNames, type Kept } from './kept-names.ts';
import type { Reader } from './study.ts';

export interface KeptView extends Omit<Kept, 'query'> {
  choices: Choices;
}

const views = keptUnderNames({
  table: 'saved_view',
  kinds: { kept: 'view.kept', renamed: 'view.renamed', removed: 'view.removed' },
  errors: {
    empty: 'analysis.viewNameEmpty',
    long: 'analysis.viewNameLong',
    taken: 'analysis.viewNameTaken',
    gone: 'analysis.noView',
  },
});

export const { rename: renameView, remove: removeView } = views;

/** Keeps a table under a name. */
export const keepView = (ctx: Ctx, name: string, choices: Choices): Promise<Done<number>> =>
  views.keep(ctx, name, queryOf(choices).toString());

/** One kept view. @throws NotFound `analysis.noView` */
export const viewOf = async (reader: Reader, id: number): Promise<KeptView> =>
  read(await views.of(reader, id));

/** The view of this name, whatever its case; null when there is none. */
export async function viewNamed(reader: Reader, name: string): Promise<KeptView | null> {
  const row = await views.named(reader, name);
  return row && read(row);
}

/** One page of the project's kept views by name. */
export async function listViews(reader: Reader, page = 1) {
  const { kept, pages } = await views.list(reader, page);
  return { views: kept.map(read), pages };
}

function read({ query, ...row }: Kept): KeptView {
  return { ...row, choices: readChoices(new URLSearchParams(query)) };
}
