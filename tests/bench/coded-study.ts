import type { Insertable } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import { change } from '../../src/history/index.ts';
import type { TestApp } from '../factories/app.ts';
import { aCode, aGroup, aRegion, aSource } from '../factories/data.ts';

const INTERVIEWS = 1_000;
const CODES = 300;
const CODINGS = 200_000;

/**
 * Respondents over six groups and five regions, interviews over 24 months and 12 places, codings spread over all.
 * @returns one of the regions
 */
export async function writeCodedStudy({ ctx, userId }: TestApp): Promise<number> {
  const groups: number[] = [];
  for (let n = 0; n < 6; n += 1) groups.push(await aGroup(ctx, `Group ${n}`));
  const regions: number[] = [];
  for (let n = 0; n < 5; n += 1) regions.push(await aRegion(ctx, `Region ${n}`));
  const codes: number[] = [];
  for (let n = 0; n < CODES; n += 1) {
    const above = n < 20 ? undefined : codes[(n * 7) % 20];
    codes.push(await aCode(ctx, `Code ${n}`, above === undefined ? {} : { parent_id: above }));
  }
  const text = 'What they say of it is said here at some length, and again. '.repeat(40);
  const first = await aSource(ctx, text, { name: 'model' });
  await change(ctx, { kind: 'test.made', entity: 'interview' }, async (w) => {
    // Past the record: what is measured is reading, and a change of 200,000 rows is none that people make.
    const add = async <
      T extends 'interview' | 'source' | 'coding' | 'respondent' | 'interview_respondent',
    >(
      table: T,
      rows: Insertable<Schema[T]>[],
    ) => {
      for (let at = 0; at < rows.length; at += 1_000)
        await w.trx
          .insertInto(table)
          .values(rows.slice(at, at + 1_000) as never)
          .execute();
    };
    const numbers = Array.from({ length: INTERVIEWS }, (_, n) => n);
    const made = { project_id: ctx.projectId, revision: 1, created_at: ctx.now() };
    await add(
      'respondent',
      numbers.map((n) => ({
        ...made,
        id: 10_000 + n,
        guid: ctx.newGuid(),
        reference: `B-${n}`,
        kind: 'person' as const,
        head_count: 1,
        role: '',
        organisation: '',
        group_id: groups[n % 6] ?? null,
        region_id: regions[n % 5] ?? null,
      })),
    );
    await add(
      'interview',
      numbers.map((n) => ({
        ...made,
        id: 10_000 + n,
        guid: ctx.newGuid(),
        reference: `B-${n}`,
        date: `${2024 + (n % 2)}-${String((n % 12) + 1).padStart(2, '0')}-05`,
        kind: 'individual' as const,
        mode: '' as const,
        location: `Place ${n % 12}`,
        language: '',
        status: 'done' as const,
        consent: 'given' as const,
        may_quote: '',
        notes: '',
        created_by: userId,
      })),
    );
    await add(
      'interview_respondent',
      numbers.map((n) => ({
        interview_id: 10_000 + n,
        respondent_id: 10_000 + n,
        position: 0,
      })),
    );
    const model = await w.trx
      .selectFrom('source')
      .selectAll()
      .where('id', '=', first)
      .executeTakeFirstOrThrow();
    await add(
      'source',
      numbers.map((n) => ({
        ...model,
        id: 10_000 + n,
        guid: ctx.newGuid(),
        name: `B-${n}`,
        interview_id: 10_000 + n,
      })),
    );
    await add(
      'coding',
      Array.from({ length: CODINGS }, (_, n) => ({
        ...made,
        guid: ctx.newGuid(),
        source_id: 10_000 + (n % INTERVIEWS),
        code_id: codes[(n * 13 + Math.floor(n / INTERVIEWS)) % CODES] ?? 0,
        coder_id: userId,
        start: startOf(n),
        end: startOf(n) + 40,
        quote_sha256: '0'.repeat(64),
      })),
    );
  });
  return regions[0] ?? 0;
}

/** Of the 200 codings in a source about one in eight is of a passage that bears another code too. */
function startOf(n: number): number {
  return ((Math.floor(n / INTERVIEWS) * 53) % 175) * 10;
}
