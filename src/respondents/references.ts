import type { Trx } from '../../db/schema.ts';

const PREFIX = { respondent: 'R', interview: 'I' } as const;

/** The next free reference (`R-08`): one above the highest there is, so that a removed one does not come back as someone else. */
export async function nextReference(
  trx: Trx,
  projectId: number,
  table: 'respondent' | 'interview',
): Promise<string> {
  const prefix = PREFIX[table];
  const rows = await trx
    .selectFrom(table)
    .select('reference')
    .where('project_id', '=', projectId)
    .where('reference', 'like', `${prefix}-%`)
    .execute();
  const merged =
    table === 'interview'
      ? []
      : await trx
          .selectFrom('respondent_alias')
          .select('reference')
          .where('project_id', '=', projectId)
          .execute();
  const numbers = [...rows, ...merged].map(({ reference }) =>
    Number(/^[A-Z]-(\d+)$/.exec(reference)?.[1] ?? 0),
  );
  return `${prefix}-${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`;
}
