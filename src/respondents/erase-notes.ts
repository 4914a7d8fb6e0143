import type { Trx } from '../../db/schema.ts';
import { blackOutWords } from '../domain/text/blackout.ts';
import { foldName } from '../domain/names.ts';
import type { ChangeWriter } from '../history/index.ts';
import { eraseMemos } from './erase-rows.ts';

/**
 * Takes the notes of an interview away for good. What counts rest on stays: that it was held, when, what was asked, and a
 * place or language that other interviews have too.
 */
export async function eraseNotes(
  w: ChangeWriter,
  interviewId: number,
  { hadText }: { hadText: boolean },
): Promise<void> {
  const answers = await w.trx
    .selectFrom('answer')
    .select(['id', 'state'])
    .where('interview_id', '=', interviewId)
    .execute();
  for (const { id, state } of answers)
    if (state === null) await w.erase('answer', id);
    else await w.overwrite('answer', id, { notes: '' });
  await eraseMemos(w, 'interview_id', interviewId);
  const { location, language, status } = await w.trx
    .selectFrom('interview')
    .select(['location', 'language', 'status'])
    .where('id', '=', interviewId)
    .executeTakeFirstOrThrow();
  await w.overwrite('interview', interviewId, {
    notes: '',
    may_quote: '',
    ...((await isShared(w.trx, interviewId, 'location', location)) ? {} : { location: '' }),
    ...((await isShared(w.trx, interviewId, 'language', language)) ? {} : { language: '' }),
  });
  // An interview counts as held while there is a text of it; it still was when the text is gone.
  if (hadText && (status === 'planned' || status === 'cancelled'))
    await w.update('interview', interviewId, { status: 'done' });
}

/** Whether another interview of the project has the same: then it gives nobody away. */
async function isShared(
  trx: Trx,
  interviewId: number,
  column: 'location' | 'language',
  text: string,
): Promise<boolean> {
  const rows = await trx
    .selectFrom('interview as own')
    .innerJoin('interview as other', 'other.project_id', 'own.project_id')
    .select(`other.${column} as text`)
    .distinct()
    .where('own.id', '=', interviewId)
    .whereRef('other.id', '<>', 'own.id')
    .execute();
  return rows.some((row) => foldName(row.text) === foldName(text));
}

/** Blacks out words in the notes of an interview with others, and in the memos on it. */
export async function blackOutNotes(
  w: ChangeWriter,
  interviewId: number,
  words: readonly string[],
): Promise<void> {
  const answers = await w.trx
    .selectFrom('answer')
    .select(['id', 'notes'])
    .where('interview_id', '=', interviewId)
    .execute();
  for (const { id, notes } of answers) await blackOut(w, 'answer', id, { notes }, words);
  const memos = await w.trx
    .selectFrom('memo')
    .select(['id', 'body'])
    .where('interview_id', '=', interviewId)
    .execute();
  for (const { id, body } of memos) await blackOut(w, 'memo', id, { body }, words);
  const interview = await w.trx
    .selectFrom('interview')
    .select(['notes', 'may_quote'])
    .where('id', '=', interviewId)
    .executeTakeFirstOrThrow();
  await blackOut(w, 'interview', interviewId, interview, words);
}

/** Blacks out words in what is summed up of those who took part in an interview. */
export async function blackOutSummaries(
  w: ChangeWriter,
  interviewId: number,
  words: readonly string[],
): Promise<void> {
  const summaries = await w.trx
    .selectFrom('framework_summary as f')
    .innerJoin('interview_respondent as ir', 'ir.respondent_id', 'f.respondent_id')
    .select(['f.id', 'f.body'])
    .where('ir.interview_id', '=', interviewId)
    .execute();
  for (const { id, body } of summaries) await blackOut(w, 'framework_summary', id, { body }, words);
}

/** Earlier versions with one of the words in them go, whether or not it still stands there. */
async function blackOut(
  w: ChangeWriter,
  table: 'answer' | 'memo' | 'interview' | 'framework_summary',
  id: number,
  texts: Readonly<Record<string, string>>,
  words: readonly string[],
): Promise<void> {
  const changed = Object.entries(texts).flatMap(([column, text]) => {
    const left = blackOutWords(text, words);
    return left === text ? [] : [[column, left] as const];
  });
  if (changed.length > 0) await w.overwrite(table, id, Object.fromEntries(changed));
  else w.erasing.kept(table, id);
}
