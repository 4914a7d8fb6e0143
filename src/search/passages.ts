import { sql } from 'kysely';
import { codeTexts, respondentTexts, type Match, type Part } from '../../db/search/index.ts';
import { readText } from '../sources/index.ts';
import type { Reader } from './queries.ts';

/** A text that was found, with what it takes to say where it stands and to open it. */
export type Passage = SourcePassage | NotePassage | MemoPassage | CodePassage | RespondentPassage;

interface Common {
  id: number;
  text: string;
  /** Where `text` begins in the source, in code units; 0 for notes and memos. */
  offset: number;
}

export interface SourcePassage extends Common {
  part: 'segment';
  sourceId: number;
  source: string;
  /** The version of the text that `text` was cut from. */
  version: number;
  /** Line ends in it only mean that a line was full. */
  isWrapped: boolean;
  /** I-07 */
  interview: string | null;
  speaker: string | null;
  timeMs: number | null;
}

export interface NotePassage extends Common {
  part: 'answer' | 'interview';
  interviewId: number;
  interview: string;
  questionId: number | null;
  /** The question's number; null for notes on the interview as a whole. */
  question: string | null;
}

export interface MemoPassage extends Common {
  part: 'memo';
  author: string;
  /** What it is a memo on; all null for one on the project. */
  on: {
    codeId: number | null;
    code: string | null;
    sourceId: number | null;
    source: string | null;
    interviewId: number | null;
    respondentId: number | null;
    /** Of a memo on a coding: the passage, in code units of its source. */
    start: number | null;
    end: number | null;
  };
}

/** A code with its rules. */
export interface CodePassage extends Common {
  part: 'code';
}

/** What is known of a respondent besides who they are. */
export interface RespondentPassage extends Common {
  part: 'respondent';
}

/** The texts behind matches, in their order; one that went away meanwhile is left out. */
export async function loadPassages(ctx: Reader, matches: readonly Match[]): Promise<Passage[]> {
  const idsOf = (part: Part): number[] =>
    matches.filter((m) => m.part === part).map(({ id }) => id);
  const passages: Passage[] = [
    ...(await segments(ctx, idsOf('segment'))),
    ...(await answers(ctx, idsOf('answer'))),
    ...(await interviews(ctx, idsOf('interview'))),
    ...(await memos(ctx, idsOf('memo'))),
    ...named('code', await codeTexts(ctx, idsOf('code'))),
    ...named('respondent', await respondentTexts(ctx, idsOf('respondent'))),
  ];
  const by = new Map(passages.map((passage) => [`${passage.part} ${passage.id}`, passage]));
  return matches.flatMap(({ part, id }) => by.get(`${part} ${id}`) ?? []);
}

function named<P extends 'code' | 'respondent'>(
  part: P,
  texts: readonly { id: number; text: string }[],
) {
  return texts.map(({ id, text }) => ({ part, id, text, offset: 0 }));
}

async function segments(ctx: Reader, ids: number[]): Promise<SourcePassage[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .selectFrom('segment as g')
    .innerJoin('source as s', 's.id', 'g.source_id')
    .leftJoin('speaker as p', 'p.id', 'g.speaker_id')
    .leftJoin('interview as i', 'i.id', 's.interview_id')
    .select([
      'g.id',
      'g.body_start',
      'g.end',
      'g.time_ms',
      's.id as sourceId',
      's.name',
      's.version',
      's.is_wrapped',
      'p.label',
      'i.reference',
    ])
    // The plus keeps the planner from walking through every source of the project.
    .where(sql<number>`+s.project_id`, '=', ctx.projectId)
    .where('g.id', 'in', ids)
    .execute();
  const texts = new Map<number, string>();
  for (const id of new Set(rows.map(({ sourceId }) => sourceId)))
    texts.set(id, (await readText(ctx, id)).text);
  return rows.map((row) => ({
    part: 'segment',
    id: row.id,
    text: texts.get(row.sourceId)?.slice(row.body_start, row.end) ?? '',
    offset: row.body_start,
    sourceId: row.sourceId,
    source: row.name,
    version: row.version,
    isWrapped: row.is_wrapped === 1,
    interview: row.reference,
    speaker: row.label,
    timeMs: row.time_ms,
  }));
}

async function answers(ctx: Reader, ids: number[]): Promise<NotePassage[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .selectFrom('answer as a')
    .innerJoin('interview as i', 'i.id', 'a.interview_id')
    .innerJoin('question as q', 'q.id', 'a.question_id')
    .select([
      'a.id',
      'a.notes',
      'i.id as interviewId',
      'i.reference',
      'q.id as questionId',
      'q.number',
    ])
    .where('i.project_id', '=', ctx.projectId)
    .where('a.id', 'in', ids)
    .execute();
  return rows.map(({ id, notes, interviewId, reference, questionId, number }) => ({
    part: 'answer',
    id,
    text: notes,
    offset: 0,
    interviewId,
    interview: reference,
    questionId,
    question: number,
  }));
}

async function interviews(ctx: Reader, ids: number[]): Promise<NotePassage[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .selectFrom('interview')
    .select(['id', 'notes', 'reference'])
    .where('project_id', '=', ctx.projectId)
    .where('id', 'in', ids)
    .execute();
  return rows.map(({ id, notes, reference }) => ({
    part: 'interview',
    id,
    text: notes,
    offset: 0,
    interviewId: id,
    interview: reference,
    questionId: null,
    question: null,
  }));
}

async function memos(ctx: Reader, ids: number[]): Promise<MemoPassage[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .selectFrom('memo as m')
    .innerJoin('user as u', 'u.id', 'm.author_id')
    .leftJoin('coding as k', 'k.id', 'm.coding_id')
    .leftJoin('code as c', (join) =>
      join.on((eb) =>
        eb.or([eb('c.id', '=', eb.ref('m.code_id')), eb('c.id', '=', eb.ref('k.code_id'))]),
      ),
    )
    .leftJoin('source as s', (join) =>
      join.on((eb) =>
        eb.or([eb('s.id', '=', eb.ref('m.source_id')), eb('s.id', '=', eb.ref('k.source_id'))]),
      ),
    )
    .select([
      'm.id',
      'm.body',
      'm.interview_id',
      'm.respondent_id',
      'u.name as author',
      'k.start',
      'k.end',
    ])
    .select(['c.id as codeId', 'c.name as code', 's.id as sourceId', 's.name as source'])
    .where('m.project_id', '=', ctx.projectId)
    .where('m.id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    part: 'memo',
    id: row.id,
    text: row.body,
    offset: 0,
    author: row.author,
    on: {
      codeId: row.codeId,
      code: row.code,
      sourceId: row.sourceId,
      source: row.source,
      interviewId: row.interview_id,
      respondentId: row.respondent_id,
      start: row.start,
      end: row.end,
    },
  }));
}
