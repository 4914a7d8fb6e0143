import type { Db } from '../../db/schema.ts';

/** What the workbench says about the interview a text comes from. References and classifications, never identities. */
export interface Facts {
  interview: { id: number; reference: string; date: string | null } | null;
  respondents: { reference: string; role: string; group: string | null; region: string | null }[];
  interviewers: string[];
  questions: FactQuestion[];
}

export interface FactQuestion {
  id: number;
  number: string;
  text: string;
  wasAsked: boolean;
}

const NONE: Facts = { interview: null, respondents: [], interviewers: [], questions: [] };

export async function factsOf(db: Db, interviewId: number | null): Promise<Facts> {
  if (interviewId === null) return NONE;
  const interview = await db
    .selectFrom('interview')
    .select(['id', 'reference', 'date', 'guide_id'])
    .where('id', '=', interviewId)
    .executeTakeFirst();
  if (!interview) return NONE;
  return {
    interview: { id: interview.id, reference: interview.reference, date: interview.date },
    respondents: await respondentsOf(db, interviewId),
    interviewers: await interviewersOf(db, interviewId),
    questions: await questionsOf(db, interviewId, interview.guide_id),
  };
}

function respondentsOf(db: Db, interviewId: number): Promise<Facts['respondents']> {
  return db
    .selectFrom('interview_respondent as ir')
    .innerJoin('respondent as r', 'r.id', 'ir.respondent_id')
    .leftJoin('respondent_group as g', 'g.id', 'r.group_id')
    .leftJoin('region as n', 'n.id', 'r.region_id')
    .select(['r.reference', 'r.role', 'g.name as group', 'n.name as region'])
    .where('ir.interview_id', '=', interviewId)
    .orderBy('ir.position')
    .limit(50)
    .execute();
}

async function interviewersOf(db: Db, interviewId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('interview_interviewer as ii')
    .innerJoin('interviewer as v', 'v.id', 'ii.interviewer_id')
    .select('v.name')
    .where('ii.interview_id', '=', interviewId)
    .orderBy('ii.position')
    .limit(50)
    .execute();
  return rows.map(({ name }) => name);
}

/** The guide's questions, with whether they were put in this interview; none before any answer is recorded. */
async function questionsOf(
  db: Db,
  interviewId: number,
  guideId: number | null,
): Promise<FactQuestion[]> {
  if (guideId === null) return [];
  const rows = await db
    .selectFrom('question as q')
    .leftJoin('answer as a', (join) =>
      join.onRef('a.question_id', '=', 'q.id').on('a.interview_id', '=', interviewId),
    )
    .select(['q.id', 'q.number', 'q.text', 'a.id as answer', 'a.state', 'a.notes'])
    .where('q.guide_id', '=', guideId)
    .orderBy('q.position')
    .limit(500)
    .execute();
  if (rows.every(({ answer }) => answer === null)) return [];
  return rows.map(({ id, number, text, state, notes }) => ({
    id,
    number,
    text,
    wasAsked: state === 'asked' || (state === null && notes !== null && notes !== ''),
  }));
}
