import type { Trx } from '../../db/schema.ts';
import { withdrawnInterviews } from '../consent/index.ts';
import type { Ctx } from '../deps.ts';
import { Conflict, Invalid, NotFound } from '../domain/errors.ts';
import { fingerprint } from '../domain/guide/index.ts';
import { change, type ChangeWriter, type Done } from '../history/index.ts';

/** Longest summary in code units; one that became longer when codes or respondents were merged may stay as long. */
export const SUMMARY_LIMIT = 20_000;

export interface SummaryInput {
  body: string;
  /** `fingerprint` of the summary that the person had before them. */
  seen: string;
  /** Fingerprints of what was sent earlier without an answer coming back. */
  sentBefore?: readonly string[];
  /** When the passages were read that it sums up, ISO 8601. */
  seenAt: string;
  /** What stands holds for the passages as they are now, whether or not a word of it is changed. */
  holds?: boolean;
}

export interface SummarySaved {
  /** Somebody else wrote meanwhile: nothing was saved. */
  isConflict: boolean;
}

/**
 * Writes what a respondent says under a code, or takes it away when no words are left. Where somebody else wrote since,
 * nothing is overwritten. Sending the same again changes nothing, so a request needs no key; and with one, it would be told
 * that all is well when somebody else has written since.
 * @throws NotFound `framework.noCell` when the project has no such respondent or code, or nothing of the respondent may be
 *   used; Conflict `respondents.erased`; Invalid `framework.long`
 */
export async function saveSummary(
  ctx: Ctx,
  cell: { respondentId: number; codeId: number },
  input: SummaryInput,
): Promise<Done<SummarySaved>> {
  return change(
    { ...ctx, request: undefined },
    { kind: 'summary.saved', entity: 'respondent' },
    async (w) => {
      const names = await cellNames(w.trx, ctx, cell);
      const stands = await summaryAt(w.trx, cell);
      const body = keptWords(input.body, stands?.body ?? '');
      if (isStale(input, body, stands?.body ?? '')) return { isConflict: true };
      await write(ctx, w, cell, { body, stands, input });
      // Taking a summary away is another step than typing it.
      w.about(cell.respondentId, body === '' ? { ...names, cleared: 1 } : names);
      return { isConflict: false };
    },
  );
}

type Standing = Awaited<ReturnType<typeof summaryAt>>;

function isStale(input: SummaryInput, body: string, standing: string): boolean {
  const print = fingerprint(standing);
  return input.seen !== print && body !== standing && input.sentBefore?.includes(print) !== true;
}

async function write(
  ctx: Ctx,
  w: ChangeWriter,
  { respondentId, codeId }: { respondentId: number; codeId: number },
  { body, stands, input }: { body: string; stands: Standing; input: SummaryInput },
): Promise<void> {
  const now = ctx.now();
  // A clock elsewhere may be ahead; what has not been coded yet cannot have been seen.
  const seenAt = input.seenAt < now ? input.seenAt : now;
  const by = { updated_by: ctx.userId, updated_at: now };
  if (stands === undefined) {
    if (body === '') return;
    await w.insert('framework_summary', {
      guid: ctx.newGuid(),
      project_id: ctx.projectId,
      respondent_id: respondentId,
      code_id: codeId,
      body,
      seen_at: seenAt,
      created_by: ctx.userId,
      created_at: now,
      ...by,
    });
  } else if (body === '') await w.remove('framework_summary', stands.id);
  else if (body !== stands.body)
    await w.update('framework_summary', stands.id, { body, seen_at: seenAt, ...by });
  else if (input.holds === true && seenAt > stands.seen_at)
    await w.update('framework_summary', stands.id, { seen_at: seenAt });
}

/** @throws Invalid `framework.long` */
function keptWords(body: string, standing: string): string {
  const words = body.replaceAll(/\r\n?/gu, '\n');
  const limit = Math.max(SUMMARY_LIMIT, standing.length);
  if (words.length > limit) throw new Invalid('framework.long', { limit }, 'notes-free');
  return words.trim() === '' ? '' : words;
}

async function summaryAt(trx: Trx, cell: { respondentId: number; codeId: number }) {
  return trx
    .selectFrom('framework_summary')
    .select(['id', 'body', 'seen_at'])
    .where('respondent_id', '=', cell.respondentId)
    .where('code_id', '=', cell.codeId)
    .executeTakeFirst();
}

async function cellNames(
  trx: Trx,
  { projectId }: Ctx,
  { respondentId, codeId }: { respondentId: number; codeId: number },
): Promise<{ reference: string; code: string }> {
  const respondent = await trx
    .selectFrom('respondent')
    .select(['reference', 'erased_at'])
    .where('project_id', '=', projectId)
    .where('id', '=', respondentId)
    .executeTakeFirst();
  const code = await trx
    .selectFrom('code')
    .select('name')
    .where('project_id', '=', projectId)
    .where('id', '=', codeId)
    .executeTakeFirst();
  if (!respondent || !code || (await isWithdrawn(trx, projectId, respondentId)))
    throw new NotFound('framework.noCell');
  if (respondent.erased_at !== null)
    throw new Conflict('respondents.erased', { reference: respondent.reference });
  return { reference: respondent.reference, code: code.name };
}

/** Whether they were interviewed, and every interview was withdrawn. */
async function isWithdrawn(db: Trx, projectId: number, respondentId: number): Promise<boolean> {
  const seats = await db
    .selectFrom('interview_respondent')
    .select('interview_id')
    .where('respondent_id', '=', respondentId)
    .execute();
  if (seats.length === 0) return false;
  const withdrawn = new Set(
    (await withdrawnInterviews({ db, projectId }).execute()).map(({ id }) => id),
  );
  return seats.every((seat) => withdrawn.has(seat.interview_id));
}
