import { sql, type RawBuilder } from 'kysely';
import { foldText } from '../../src/domain/names.ts';
import { FOLD } from '../fold.ts';
import type { Part, Scope } from './types.ts';

type Sql = RawBuilder<unknown>;
const EVERYTHING: readonly Part[] = [
  'segment',
  'answer',
  'interview',
  'memo',
  'code',
  'respondent',
];

/** The parts that can be what the scope asks for: notes have no speaker, memos no question. */
export function partsWithin(scope: Scope): Part[] {
  const { sourceId, voice, speaker, coded, code, questionId, groupId, regionId } = scope;
  let possible = EVERYTHING;
  if ([groupId, regionId].some((one) => one !== undefined))
    possible = ['segment', 'answer', 'interview', 'respondent'];
  if (questionId !== undefined) possible = ['segment', 'answer'];
  if ([sourceId, voice, speaker, coded, code].some((one) => one !== undefined))
    possible = ['segment'];
  return possible.filter((part) => scope.parts.includes(part));
}

/** Whether a segment has to be anything but in its source: if not, the index alone says which fit. */
export function isNarrowed(scope: Scope): boolean {
  const { voice, speaker, coded, code, questionId, groupId, regionId } = scope;
  return [voice, speaker, coded, code, questionId, groupId, regionId].some(
    (one) => one !== undefined,
  );
}

export const notIn = (column: string, ids: readonly number[]): Sql =>
  ids.length === 0 ? sql`` : sql`and ${sql.ref(column)} not in (${sql.join([...ids])})`;

/** What a segment `g` of a source `s` has to be, besides in the source asked for. */
export function segmentFits(scope: Scope): Sql {
  return all([
    scope.voice !== undefined && sql`g.speaker_id in (${speakersOf(scope)})`,
    scope.speaker !== undefined && sql`g.speaker_id in (${speakersCalled(scope, scope.speaker)})`,
    scope.questionId !== undefined && sql`g.question_id in (${questions(scope, scope.questionId)})`,
    scope.coded === 'yes' && codedBy(null),
    scope.coded === 'no' && sql`not ${codedBy(null)}`,
    scope.code?.isOn === true && codedBy(scope.code.id),
    scope.code?.isOn === false && sql`not ${codedBy(scope.code.id)}`,
    hasPeople(scope) && saidBy(scope),
  ]);
}

/** What notes on an interview `i` have to be. */
export function interviewFits(scope: Scope): Sql {
  return all([hasPeople(scope) && sql`i.id in (${interviewsOf(scope)})`]);
}

/** What notes under the question of an answer `a` have to be besides. */
export function answerFits(scope: Scope): Sql {
  const { questionId } = scope;
  return all([questionId !== undefined && sql`a.question_id in (${questions(scope, questionId)})`]);
}

/** What a respondent `r` has to be. */
export function respondentFits({ groupId, regionId }: Scope): Sql {
  return all([
    groupId !== undefined && sql`r.group_id = ${groupId}`,
    regionId !== undefined && sql`r.region_id = ${regionId}`,
  ]);
}

function all(conditions: readonly (Sql | false)[]): Sql {
  const wanted = conditions.filter((one) => one !== false);
  return wanted.length === 0 ? sql`1 = 1` : sql.join(wanted, sql` and `);
}

const hasPeople = ({ groupId, regionId }: Scope): boolean =>
  groupId !== undefined || regionId !== undefined;

const respondents = (scope: Scope): Sql => sql`
  select r.id from respondent r where r.project_id = ${scope.projectId} and ${respondentFits(scope)}`;

const interviewsOf = (scope: Scope): Sql => sql`
  select ir.interview_id from interview_respondent ir where ir.respondent_id in (${respondents(scope)})`;

/** Where a turn is tied to a respondent it counts for that one alone, else for everyone in the interview. */
const saidBy = (scope: Scope): Sql => sql`(
  g.speaker_id in (select p.id from speaker p where p.respondent_id in (${respondents(scope)}))
  or (s.interview_id in (${interviewsOf(scope)}) and (g.speaker_id is null
    or g.speaker_id in (select p.id from speaker p where p.source_id = s.id and p.respondent_id is null))))`;

const speakersOf = ({ projectId, voice }: Scope): Sql => sql`
  select p.id from speaker p join source o on o.id = p.source_id
  where o.project_id = ${projectId} and p.is_interviewer = ${voice === 'interviewers' ? 1 : 0}`;

const speakersCalled = ({ projectId }: Scope, name: string): Sql => sql`
  select p.id from speaker p join source o on o.id = p.source_id
    left join respondent r on r.id = p.respondent_id
  where o.project_id = ${projectId}
    and (${folded('p.label')} = ${foldText(name)} or ${folded('r.reference')} = ${foldText(name)})`;

const folded = (column: string): Sql => sql`${sql.raw(FOLD)}(${sql.ref(column)})`;

/** The same question in every version of the guide. */
const questions = ({ projectId }: Scope, id: number): Sql => sql`
  select q.id from question q where q.guid = (
    select n.guid from question n join guide d on d.id = n.guide_id
    where n.id = ${id} and d.project_id = ${projectId})`;

const codedBy = (codeId: number | null): Sql => sql`exists (
  select 1 from coding k where k.source_id = g.source_id and k."start" < g."end" and k."end" > g."start"
    ${codeId === null ? sql`` : sql`and k.code_id = ${codeId}`})`;
