import type { Ctx } from '../deps.ts';
import { NotFound } from '../domain/errors.ts';
import { change, type Done } from '../history/index.ts';
import { questionNumbers, type Reader } from './study.ts';

/** The questions of the guide in their newest versions, and which of them ask about a code. */
export interface CodeTies {
  code: { id: number; name: string };
  questions: { id: number; number: string; text: string; isTied: boolean }[];
}

/** @throws NotFound `codebook.noCode` */
export async function tiesOf(reader: Reader, codeId: number): Promise<CodeTies> {
  const code = await codeOf(reader, codeId);
  const { questions } = await questionNumbers(reader);
  const tied = new Set((await rowsOf(reader, codeId)).map((row) => row.question_guid));
  return {
    code,
    questions: questions.map(({ id, guid, number, text }) => ({
      id,
      number,
      text,
      isTied: tied.has(guid),
    })),
  };
}

/**
 * Says which questions ask about a code; over those asked them it is counted. Ids that are no question of the project are
 * passed over. A tie to a question that the guide no longer has is left as it is.
 * @throws NotFound `codebook.noCode`
 */
export async function tieQuestions(
  ctx: Ctx,
  codeId: number,
  questionIds: readonly number[],
): Promise<Done<void>> {
  return change(ctx, { kind: 'code.tied', entity: 'code' }, async (w) => {
    const reader = { db: w.trx, projectId: ctx.projectId };
    const { name } = await codeOf(reader, codeId);
    const { questions, byId } = await questionNumbers(reader);
    const wanted = new Set(questionIds.map((id) => byId.get(id)));
    const rows = await rowsOf(reader, codeId);
    for (const { id, guid } of questions) {
      const row = rows.find((one) => one.question_guid === guid);
      if (row && !wanted.has(id)) await w.remove('code_question', row.id);
      if (!row && wanted.has(id))
        await w.insert('code_question', { code_id: codeId, question_guid: guid });
    }
    w.about(codeId, { name });
  });
}

const rowsOf = ({ db }: Reader, codeId: number) =>
  db
    .selectFrom('code_question')
    .select(['id', 'question_guid'])
    .where('code_id', '=', codeId)
    .execute();

async function codeOf({ db, projectId }: Reader, codeId: number) {
  const code = await db
    .selectFrom('code')
    .select(['id', 'name'])
    .where('project_id', '=', projectId)
    .where('id', '=', codeId)
    .executeTakeFirst();
  if (!code) throw new NotFound('codebook.noCode');
  return code;
}
