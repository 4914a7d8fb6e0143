import type { Ctx } from '../deps.ts';
import { foldName } from '../domain/names.ts';
import type { Facts, RespondentDraft } from '../domain/register/index.ts';
import type { ChangeWriter } from '../history/index.ts';
import { ensureNamed, ensureVariable } from './classifications.ts';
import { nextReference } from './references.ts';
import { listVariables, writeValues } from './values.ts';

/** What a plan's names stand for, once they are in the project. */
class Lookup {
  private readonly ids = new Map<string, number | null>();

  constructor(
    private readonly w: ChangeWriter,
    private readonly ctx: Ctx,
    private readonly variables: ReadonlyMap<string, number>,
  ) {}

  async columns(facts: Facts) {
    return {
      role: facts.role,
      organisation: facts.organisation,
      group_id: await this.named('respondent_group', facts.group),
      region_id: await this.named('region', facts.region),
    };
  }

  values(facts: Facts): Map<number, string> {
    return new Map(
      Object.entries(facts.values).flatMap(([name, value]) => {
        const id = this.variables.get(foldName(name));
        return id === undefined ? [] : [[id, value]];
      }),
    );
  }

  private async named(table: 'respondent_group' | 'region', name: string): Promise<number | null> {
    const key = `${table} ${foldName(name)}`;
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    const id = await ensureNamed(this.w, this.ctx, table, name);
    this.ids.set(key, id);
    return id;
  }
}

async function lookup(w: ChangeWriter, ctx: Ctx, newVariables: readonly string[]): Promise<Lookup> {
  for (const name of newVariables)
    await ensureVariable(w, ctx, { name, type: 'text', options: [] });
  const variables = await listVariables(w.trx, ctx.projectId);
  return new Lookup(w, ctx, new Map(variables.map(({ id, name }) => [foldName(name), id])));
}

/** As many references as asked for, none of them taken or among those given. */
async function freeReferences(
  w: ChangeWriter,
  ctx: Ctx,
  given: readonly string[],
  count: number,
): Promise<string[]> {
  const next = await nextReference(w.trx, ctx.projectId, 'respondent');
  const numbers = given.map((reference) => Number(/^R-(\d+)$/i.exec(reference)?.[1] ?? 0));
  const first = Math.max(Number(next.slice(2)), ...numbers.map((number) => number + 1));
  return Array.from({ length: count }, (_, i) => `R-${String(first + i).padStart(2, '0')}`);
}

/**
 * Makes the respondents of a plan, as part of another change.
 * @param variables names of variables that are to be made first
 * @returns their ids, in the order given
 */
export async function addRespondents(
  w: ChangeWriter,
  ctx: Ctx,
  drafts: readonly RespondentDraft[],
  variables: readonly string[],
): Promise<number[]> {
  const names = await lookup(w, ctx, variables);
  const given = drafts.flatMap(({ reference }) => (reference === null ? [] : [reference]));
  const free = await freeReferences(w, ctx, given, drafts.length);
  const rows = [];
  for (const draft of drafts)
    rows.push({
      guid: ctx.newGuid(),
      project_id: ctx.projectId,
      reference: draft.reference ?? free.shift() ?? '',
      kind: draft.kind,
      head_count: draft.headCount,
      ...(await names.columns(draft)),
      revision: 1,
      created_at: ctx.now(),
    });
  const ids = await w.insertMany('respondent', rows);
  const made = drafts.flatMap((draft, i) => (ids[i] === undefined ? [] : [{ draft, id: ids[i] }]));
  await w.insertMany(
    'respondent_identity',
    made
      .filter(({ draft }) => draft.name !== '')
      .map(({ draft, id }) => ({ respondent_id: id, name: draft.name, contact: '', note: '' })),
  );
  await w.insertMany(
    'respondent_value',
    made.flatMap(({ draft, id }) =>
      [...names.values(draft)].map(([variable_id, value]) => ({
        respondent_id: id,
        variable_id,
        value,
      })),
    ),
  );
  return ids;
}

/** Fills in facts that known respondents did not have, as part of another change; what they have stays. */
export async function addFacts(
  w: ChangeWriter,
  ctx: Ctx,
  additions: readonly ({ id: number } & Facts)[],
): Promise<void> {
  const names = await lookup(w, ctx, []);
  const erased = await erasedIds(w, ctx);
  for (const { id, ...facts } of additions) {
    if (erased.has(id)) continue;
    const columns = Object.entries(await names.columns(facts)).filter(
      ([, value]) => value !== null && value !== '',
    );
    await w.update('respondent', id, Object.fromEntries(columns));
    await writeValues(w, id, names.values(facts));
  }
}

/** Those of whom nothing is to be known again, whatever a file says. */
async function erasedIds(w: ChangeWriter, ctx: Ctx): Promise<Set<number>> {
  const rows = await w.trx
    .selectFrom('respondent')
    .select('id')
    .where('project_id', '=', ctx.projectId)
    .where('erased_at', 'is not', null)
    .execute();
  return new Set(rows.map(({ id }) => id));
}
