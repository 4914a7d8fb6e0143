import { withdrawnInterviews, withdrawnSources } from '../consent/index.ts';
import type { Ctx } from '../deps.ts';
import type { StudyAnswer, StudyCoding } from '../domain/crosstab/study.ts';
import { oncePerState } from './kept.ts';
import { readCodings, type SourceOfInterview } from './read-codings.ts';

export type Reader = Pick<Ctx, 'db' | 'projectId'>;

export interface Coding extends StudyCoding {
  readonly id: number;
}

export interface HeldInterview {
  id: number;
  isDebrief: boolean;
  respondentIds: number[];
  location: string;
  /** The first day, ISO 8601; null when nobody knows. */
  date: string | null;
}

/** The interviews of a project for counting, and how many are left out because they were not held. */
export interface Interviews {
  held: HeldInterview[];
  /** Planned or cancelled, and no text of them is there. */
  notHeld: number;
  /** Left out because consent was withdrawn. */
  withdrawn: number;
}

/**
 * The interviews that were held: done, transcribed or coded, or any of which there is a text. Not limited, since a count
 * of part of them would be wrong.
 */
export const loadInterviews = (reader: Reader): Promise<Interviews> =>
  oncePerState(reader, 'interviews', () => readInterviews(reader));

async function readInterviews(reader: Reader): Promise<Interviews> {
  const { db, projectId } = reader;
  const all = await db
    .selectFrom('interview')
    .select(['id', 'kind', 'status', 'location', 'date'])
    .where('project_id', '=', projectId)
    .orderBy('id')
    .execute();
  const withdrawn = new Set((await withdrawnInterviews(reader).execute()).map(({ id }) => id));
  const rows = all.filter(({ id }) => !withdrawn.has(id));
  const people = await db
    .selectFrom('interview_respondent as ir')
    .innerJoin('interview', 'interview.id', 'ir.interview_id')
    .select(['ir.interview_id', 'ir.respondent_id'])
    .where('interview.project_id', '=', projectId)
    .orderBy('ir.position')
    .execute();
  const texts = await db
    .selectFrom('source')
    .select('interview_id')
    .distinct()
    .where('project_id', '=', projectId)
    .where('interview_id', 'is not', null)
    .execute();
  const withText = new Set(texts.map((row) => row.interview_id));
  const respondentIds = new Map<number, number[]>(rows.map(({ id }) => [id, []]));
  for (const row of people) respondentIds.get(row.interview_id)?.push(row.respondent_id);
  const held = rows.filter(
    ({ id, status }) => !['planned', 'cancelled'].includes(status) || withText.has(id),
  );
  return {
    held: held.map(({ id, kind, location, date }) => ({
      id,
      isDebrief: kind === 'debrief',
      respondentIds: respondentIds.get(id) ?? [],
      location,
      date,
    })),
    notHeld: rows.length - held.length,
    withdrawn: withdrawn.size,
  };
}

/** The codes of the project, as the tree needs them. */
export async function loadCodes({ db, projectId }: Reader) {
  return db
    .selectFrom('code')
    .select(['id', 'parent_id as parentId', 'name', 'position', 'colour'])
    .where('project_id', '=', projectId)
    .execute();
}

/** The sources by name, which is the order of their columns and of the passages from them. */
export async function loadSources(reader: Reader) {
  return reader.db
    .selectFrom('source')
    .select(['id', 'interview_id as interviewId', 'name', 'kind'])
    .where('project_id', '=', reader.projectId)
    .where('id', 'not in', withdrawnSources(reader))
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** Every coding of these sources, read once for each state of the project: see `readCodings`. */
export const loadCodings = (
  reader: Reader,
  sources: readonly SourceOfInterview[],
  interviews: readonly HeldInterview[],
): Promise<readonly Coding[]> =>
  oncePerState(reader, 'codings', () => readCodings(reader, sources, interviews));

/** The states of all answers; questions that are one and the same in several versions of the guide carry one number. */
export async function loadAnswers(reader: Reader): Promise<StudyAnswer[]> {
  const rows = await reader.db
    .selectFrom('answer')
    .innerJoin('interview', 'interview.id', 'answer.interview_id')
    .innerJoin('question', 'question.id', 'answer.question_id')
    .select(['answer.interview_id as interviewId', 'answer.state', 'question.guid'])
    .where('interview.project_id', '=', reader.projectId)
    .where('interview.id', 'not in', withdrawnInterviews(reader))
    .execute();
  const numbers = await questionNumbers(reader);
  return rows.map(({ interviewId, state, guid }) => ({
    interviewId,
    state,
    questionId: numbers.byGuid.get(guid) ?? 0,
  }));
}

/**
 * A question keeps its guid from one version of the guide to the next. Here each guid has one id, that of its newest
 * version, and an id from an older version leads to the same.
 */
export async function questionNumbers({ db, projectId }: Reader) {
  const rows = await db
    .selectFrom('question')
    .innerJoin('guide', 'guide.id', 'question.guide_id')
    .select(['question.id', 'question.guid', 'question.number', 'question.text'])
    .where('guide.project_id', '=', projectId)
    .orderBy('guide.version')
    .orderBy('question.position')
    .execute();
  const newest = new Map(rows.map((row) => [row.guid, row]));
  const byGuid = new Map([...newest].map(([guid, row]) => [guid, row.id]));
  const byId = new Map(rows.map((row) => [row.id, byGuid.get(row.guid) ?? row.id]));
  return { byGuid, byId, questions: [...newest.values()] };
}

/** The variables of the project's respondents, in its order; at most 200, which a menu can still show. */
export const loadVariables = ({ db, projectId }: Reader) =>
  db
    .selectFrom('variable')
    .select(['id', 'name'])
    .where('project_id', '=', projectId)
    .orderBy('position')
    .limit(200)
    .execute();

/** The numbers in the guide of the questions chosen. */
export async function numbersOf(
  reader: Reader,
  { questions: chosen }: { questions: readonly number[] },
): Promise<string[]> {
  const { byId, questions } = await questionNumbers(reader);
  const newest = new Set(chosen.map((id) => byId.get(id) ?? id));
  return questions.filter(({ id }) => newest.has(id)).map(({ number }) => number);
}

/** Everyone in the register, with head counts, and who of them was erased. */
export const loadRespondents = (reader: Reader) =>
  oncePerState(reader, 'respondents', () =>
    reader.db
      .selectFrom('respondent')
      .select(['id', 'head_count as headCount', 'erased_at as erasedAt'])
      .where('project_id', '=', reader.projectId)
      .execute(),
  );

/** The questions tied to each code, by the ids that `questionNumbers` gives. */
export async function loadTies(reader: Reader): Promise<ReadonlyMap<number, readonly number[]>> {
  const rows = await reader.db
    .selectFrom('code_question as t')
    .innerJoin('code', 'code.id', 't.code_id')
    .select(['t.code_id', 't.question_guid'])
    .where('code.project_id', '=', reader.projectId)
    .execute();
  const { byGuid } = await questionNumbers(reader);
  const ties = new Map<number, number[]>();
  for (const { code_id: code, question_guid: guid } of rows) {
    const id = byGuid.get(guid);
    if (id === undefined) continue;
    const own = ties.get(code);
    if (own) own.push(id);
    else ties.set(code, [id]);
  }
  return ties;
}
