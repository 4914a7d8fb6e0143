import { countWithdrawn, withdrawnSources } from '../consent/index.ts';
import type { Ctx } from '../deps.ts';
import { contextOf, type Context } from '../domain/text/context.ts';
import { sameWords } from '../domain/text/same-words.ts';
import { trimSpan, type Span } from '../domain/text/span.ts';
import type { Source } from '../sources/index.ts';
import { textOf } from './texts.ts';

/** What is to be coded all at once, from one source or from all that may be used. */
export type BulkWish = { isEverywhere: boolean } & (
  | { by: 'speaker'; speakerId: number }
  | { by: 'question'; questionId: number }
  | { by: 'words'; words: string }
);

/** Passages offered to be coded at once; what is more comes when these are coded. */
export const MOST_PASSAGES = 500;
/** Words shown around a passage, in code units; of a long passage its beginning. */
const AROUND = 60;
const SHOWN = 400;

/** A passage that would be coded. Code units of its source. */
export interface BulkPassage extends Span, Context {
  sourceId: number;
  source: string;
  version: number;
  speaker: string | null;
  /** `same`: this person coded exactly it with the code already; `within`: it stands in a passage they coded so. */
  already: 'same' | 'within' | null;
}

export interface BulkPreview {
  passages: BulkPassage[];
  /** Whether there is more than stands here. */
  hasMore: boolean;
  /** Interviews left out because consent was withdrawn. */
  withdrawn: number;
}

type Text = Pick<Source, 'id' | 'name' | 'version' | 'textSha256'>;

interface Turn extends Span {
  sourceId: number;
  speaker: string | null;
}

/** What a wish would code, each passage once, in order of the sources; at most `MOST_PASSAGES` not coded so already. */
export async function previewBulk(
  ctx: Ctx,
  source: Text,
  wish: BulkWish,
  codeId: number,
): Promise<BulkPreview> {
  const texts = wish.isEverywhere ? await usableTexts(ctx) : [source];
  const turns = wish.by === 'words' ? null : await turnsOf(ctx, source, wish);
  const passages: BulkPassage[] = [];
  let fresh = 0;
  let hasMore = false;
  for (const one of texts) {
    const text = await textOf(ctx.db, ctx.db, one);
    const found =
      turns === null
        ? sameWords(text, wish.by === 'words' ? wish.words : '').map((span) => ({
            ...span,
            speaker: null,
          }))
        : (turns.get(one.id) ?? []);
    if (found.length === 0) continue;
    const coded = await codedBefore(ctx, one.id, codeId);
    for (const { speaker, ...span } of found) {
      const already = alreadyCoded(coded, span);
      if (already === null) fresh += 1;
      if (fresh > MOST_PASSAGES || passages.length >= 2 * MOST_PASSAGES) hasMore = true;
      if (hasMore) break;
      const shown = { start: span.start, end: Math.min(span.end, span.start + SHOWN) };
      passages.push({
        ...contextOf(text, shown, AROUND, AROUND),
        ...span,
        ...{ sourceId: one.id, source: one.name, version: one.version, speaker, already },
      });
    }
    if (hasMore) break;
  }
  return { passages, hasMore, withdrawn: wish.isEverywhere ? await countWithdrawn(ctx) : 0 };
}

async function usableTexts(ctx: Ctx): Promise<Text[]> {
  return ctx.db
    .selectFrom('source')
    .select(['id', 'name', 'version', 'text_sha256 as textSha256'])
    .where('project_id', '=', ctx.projectId)
    .where('id', 'not in', withdrawnSources(ctx))
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** The turns of a speaker, or under a question, by source: each with the paragraphs that it goes on in. */
async function turnsOf(
  ctx: Ctx,
  source: Text,
  wish: Extract<BulkWish, { by: 'speaker' | 'question' }>,
): Promise<Map<number, Turn[]>> {
  let query = ctx.db
    .selectFrom('segment as s')
    .innerJoin('source as x', 'x.id', 's.source_id')
    .leftJoin('speaker as p', 'p.id', 's.speaker_id')
    .leftJoin('speaker as same', 'same.id', 'p.same_as_id')
    .leftJoin('question as q', 'q.id', 's.question_id')
    .select(['s.source_id', 's.position', 's.kind', 's.body_start', 's.end', 's.speaker_id'])
    .select(['p.label'])
    .where('x.project_id', '=', ctx.projectId)
    .where('s.kind', '<>', 'heading')
    .orderBy('s.source_id')
    .orderBy('s.position');
  if (!wish.isEverywhere) query = query.where('s.source_id', '=', source.id);
  if (wish.by === 'question') {
    const { questionId } = wish;
    query = query
      // The same question in another version of the guide has its guid.
      .where('q.guid', 'in', (eb) =>
        eb.selectFrom('question').select('question.guid').where('question.id', '=', questionId),
      )
      .where((eb) => eb(eb.fn.coalesce('p.is_interviewer', eb.val(0)), '=', 0));
  } else {
    const { id, respondentId } = await speakerMeant(ctx, wish.speakerId);
    query = query.where((eb) =>
      eb.or([
        eb('p.id', '=', id),
        eb('p.same_as_id', '=', id),
        ...(wish.isEverywhere && respondentId !== null
          ? [eb(eb.fn.coalesce('same.respondent_id', 'p.respondent_id'), '=', respondentId)]
          : []),
      ]),
    );
  }
  const turns = new Map<number, (Turn & { position: number; speakerId: number | null })[]>();
  for (const row of await query.execute()) {
    const own = turns.get(row.source_id) ?? [];
    turns.set(row.source_id, own);
    const last = own.at(-1);
    const goesOn =
      row.kind === 'paragraph' &&
      row.speaker_id !== null &&
      last?.speakerId === row.speaker_id &&
      last.position === row.position - 1;
    if (last && goesOn) Object.assign(last, { end: row.end, position: row.position });
    else
      own.push({
        sourceId: row.source_id,
        start: row.body_start,
        end: row.end,
        speaker: row.label,
        position: row.position,
        speakerId: row.speaker_id,
      });
  }
  return trimmed(ctx, turns);
}

async function trimmed(
  ctx: Ctx,
  turns: ReadonlyMap<number, readonly Turn[]>,
): Promise<Map<number, Turn[]>> {
  const texts = new Map<number, Turn[]>();
  for (const [id, own] of turns) {
    const row = await ctx.db
      .selectFrom('source')
      .select(['id', 'version', 'text_sha256 as textSha256'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const text = await textOf(ctx.db, ctx.db, row);
    texts.set(
      id,
      own
        .map(({ sourceId, speaker, ...span }) => ({ sourceId, speaker, ...trimSpan(text, span) }))
        .filter(({ start, end }) => start < end),
    );
  }
  return texts;
}

/** The speaker, or the one of whom it is another spelling. */
async function speakerMeant({ db }: Ctx, speakerId: number) {
  const row = await db
    .selectFrom('speaker as p')
    .leftJoin('speaker as same', 'same.id', 'p.same_as_id')
    .select((eb) => [
      eb.fn.coalesce('same.id', 'p.id').as('id'),
      eb.fn.coalesce('same.respondent_id', 'p.respondent_id').as('respondentId'),
    ])
    .where('p.id', '=', speakerId)
    .executeTakeFirst();
  return row ?? { id: 0, respondentId: null };
}

async function codedBefore(ctx: Ctx, sourceId: number, codeId: number): Promise<Span[]> {
  return ctx.db
    .selectFrom('coding')
    .select(['start', 'end'])
    .where('project_id', '=', ctx.projectId)
    .where('source_id', '=', sourceId)
    .where('code_id', '=', codeId)
    .where('coder_id', '=', ctx.userId)
    .execute();
}

function alreadyCoded(coded: readonly Span[], { start, end }: Span): BulkPassage['already'] {
  const around = coded.filter((span) => span.start <= start && span.end >= end);
  if (around.some((span) => span.start === start && span.end === end)) return 'same';
  return around.length > 0 ? 'within' : null;
}
