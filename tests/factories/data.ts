import type { Insertable } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import type { Ctx } from '../../src/deps.ts';
import { foldName } from '../../src/domain/names.ts';
import { canonicalText } from '../../src/domain/text/canonical.ts';
import { segmentText } from '../../src/domain/text/segments.ts';
import { change, sha256, type RecordedTable } from '../../src/history/index.ts';

/** Rows for tests, each made with the least that it needs; every one goes through the change record. */

async function add<T extends RecordedTable>(
  ctx: Ctx,
  table: T,
  values: Insertable<Schema[T]>,
): Promise<number> {
  const { value } = await change(ctx, { kind: 'test.made', entity: table }, (w) =>
    w.insert(table, values),
  );
  return value;
}

let counter = 0;
const next = () => ++counter;

export function aGroup(ctx: Ctx, name = `Group ${next()}`): Promise<number> {
  return add(ctx, 'respondent_group', {
    project_id: ctx.projectId,
    name,
    name_fold: foldName(name),
    position: next(),
  });
}

export function aRegion(ctx: Ctx, name = `Region ${next()}`): Promise<number> {
  return add(ctx, 'region', {
    project_id: ctx.projectId,
    name,
    name_fold: foldName(name),
    position: next(),
  });
}

export function aRespondent(
  ctx: Ctx,
  values: Partial<Insertable<Schema['respondent']>> = {},
): Promise<number> {
  return add(ctx, 'respondent', {
    guid: ctx.newGuid(),
    project_id: ctx.projectId,
    reference: `R-${next()}`,
    kind: 'person',
    head_count: 1,
    role: '',
    organisation: '',
    revision: 1,
    created_at: ctx.now(),
    ...values,
  });
}

export async function anInterview(
  ctx: Ctx,
  respondents: readonly number[] = [],
  values: Partial<Insertable<Schema['interview']>> = {},
): Promise<number> {
  const id = await add(ctx, 'interview', {
    guid: ctx.newGuid(),
    project_id: ctx.projectId,
    reference: `I-${next()}`,
    date: '2026-01-05',
    kind: 'individual',
    mode: 'in person',
    location: '',
    language: '',
    status: 'done',
    consent: 'given',
    may_quote: '',
    notes: '',
    revision: 1,
    created_by: ctx.userId,
    created_at: ctx.now(),
    ...values,
  });
  for (const [position, respondent_id] of respondents.entries())
    await add(ctx, 'interview_respondent', { interview_id: id, respondent_id, position });
  return id;
}

/** A source with its text, segments and speakers, as an import makes it; not in the search index. */
export async function aSource(
  ctx: Ctx,
  rawText: string,
  values: Partial<Insertable<Schema['source']>> = {},
): Promise<number> {
  const text = canonicalText(rawText);
  const { segments, wrapped } = segmentText(text);
  const { value } = await change(ctx, { kind: 'test.made', entity: 'source' }, async (w) => {
    const source_id = await w.insert('source', {
      guid: ctx.newGuid(),
      project_id: ctx.projectId,
      name: `Source ${next()}`,
      kind: 'transcript',
      language: '',
      version: 1,
      length: text.length,
      code_points: [...text].length,
      text_sha256: sha256(text),
      is_wrapped: wrapped ? 1 : 0,
      revision: 1,
      created_by: ctx.userId,
      created_at: ctx.now(),
      ...values,
    });
    await w.insert('source_text', {
      source_id,
      version: 1,
      text,
      sha256: sha256(text),
      created_at: ctx.now(),
    });
    const speakers = new Map<string, number>();
    for (const label of new Set(segments.map((segment) => segment.speaker)))
      if (label !== null)
        speakers.set(label, await w.insert('speaker', { source_id, label, is_interviewer: 0 }));
    for (const [position, segment] of segments.entries())
      await w.trx
        .insertInto('segment')
        .values({
          source_id,
          position,
          start: segment.start,
          end: segment.end,
          body_start: segment.bodyStart,
          kind: segment.kind,
          speaker_id: segment.speaker === null ? null : (speakers.get(segment.speaker) ?? null),
          time_ms: segment.timeMs,
        })
        .execute();
    return source_id;
  });
  return value;
}

export function aCode(
  ctx: Ctx,
  name = `Code ${next()}`,
  values: Partial<Insertable<Schema['code']>> = {},
): Promise<number> {
  return add(ctx, 'code', {
    guid: ctx.newGuid(),
    project_id: ctx.projectId,
    name,
    name_fold: foldName(name),
    definition: '',
    use_when: '',
    not_when: '',
    example: '',
    colour: '#3b6fb6',
    is_codable: 1,
    position: next(),
    revision: 1,
    created_at: ctx.now(),
    ...values,
  });
}

/** A coding of `start` to `end` (code units) of a source, by the local user unless told otherwise. */
export async function aCoding(
  ctx: Ctx,
  place: { source: number; code: number; start: number; end: number },
  values: Partial<Insertable<Schema['coding']>> = {},
): Promise<number> {
  const { text } = await ctx.db
    .selectFrom('source_text')
    .innerJoin('source', (join) =>
      join
        .onRef('source.id', '=', 'source_text.source_id')
        .onRef('source.version', '=', 'source_text.version'),
    )
    .select('source_text.text')
    .where('source.id', '=', place.source)
    .executeTakeFirstOrThrow();
  return add(ctx, 'coding', {
    guid: ctx.newGuid(),
    project_id: ctx.projectId,
    source_id: place.source,
    code_id: place.code,
    coder_id: ctx.userId,
    start: place.start,
    end: place.end,
    quote_sha256: sha256(text.slice(place.start, place.end)),
    revision: 1,
    created_at: ctx.now(),
    ...values,
  });
}
