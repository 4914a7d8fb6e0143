import { loadNames, loadStudy, loadTexts, questionNumbers } from '../analysis/index.ts';
import type { Loaded, Names, Reader, Words } from '../analysis/index.ts';
import { printAsked, type AskedPrinted } from '../domain/crosstab/asked.ts';
import { NotFound } from '../domain/errors.ts';
import { renderMarkdown } from '../http/index.ts';
import { getSettings } from '../projects/index.ts';
import type { Filter, Question } from '../../views/analysis/types.ts';
import type { AnswerRow, AnswerState, SaidAt } from '../../views/patterns/types.ts';
import { loadNoted, loadSaid, type Noted, type Stretch } from './question-queries.ts';

export interface QuestionAnswers extends Pick<Loaded, 'facets' | 'withdrawn'> {
  question: Question | null;
  questions: readonly Question[];
  asked: AskedPrinted;
  /** Of a page. */
  rows: readonly AnswerRow[];
  /** Interviews with an answer, on all pages. */
  all: number;
  minCell: number;
}

/** Which question, of which part of the study, and which page of the answers. */
export interface QuestionChoices {
  questionId: number | null;
  filter: Filter;
  minCell: number;
}

/**
 * All answers to a question: a row for each interview in which it was put or in which anything stands under it.
 * @param page `size` rows, from page 1; null for all of them
 * @throws NotFound `guide.noSuchQuestion`
 */
export async function readAnswers(
  reader: Reader,
  { questionId, filter, minCell }: QuestionChoices,
  words: Words,
  page: { page: number; size: number } | null,
): Promise<QuestionAnswers> {
  const { byId, questions } = await questionNumbers(reader);
  const id = questionId === null ? questions[0]?.id : byId.get(questionId);
  const question = questions.find((one) => one.id === id) ?? null;
  if (questionId !== null && question === null) throw new NotFound('guide.noSuchQuestion');
  const study = await loadPart(reader, filter, words);
  const { facets, withdrawn } = study;
  if (question === null) return { ...NOTHING, facets, withdrawn, questions, minCell };
  const ids = [...byId].flatMap(([old, newest]) => (newest === question.id ? [old] : []));
  const noted = await loadNoted(reader, ids);
  const said = await loadSaid(reader, ids);
  const found = study.interviews.flatMap((interview) => answersIn(interview, study, noted, said));
  const names = await loadNames(reader);
  const byReference = new Intl.Collator('en', { numeric: true }).compare;
  const nameOf = ({ interview }: Found) => names.interviews.get(interview.id) ?? '';
  found.sort((a, b) => byReference(nameOf(a), nameOf(b)));
  const first = page === null ? 0 : (page.page - 1) * page.size;
  const shown = page === null ? found : found.slice(first, first + page.size);
  return {
    facets,
    withdrawn,
    question,
    questions,
    asked: printAsked(count(study.interviews, noted), minCell),
    rows: await rowsOf(reader, shown, study, names),
    all: found.length,
    minCell,
  };
}

const NOTHING = {
  question: null,
  asked: { asked: 0, declined: 0, interviewed: 0 },
  rows: [],
  all: 0,
};

type Part = Awaited<ReturnType<typeof loadPart>>;
type Interview = Part['interviews'][number];

/** What the filter leaves of the study, debriefs apart where they do not count. */
async function loadPart(reader: Reader, filter: Filter, words: Words) {
  const { counts_debriefs: counts } = await getSettings(reader);
  const plain = { words: 'all', over: 'all', by: 'group', and: null } as const;
  const { study, facets, withdrawn, held } = await loadStudy(reader, { ...plain, filter }, words);
  const dates = new Map(held.map(({ id, date }) => [id, date]));
  return {
    facets,
    withdrawn,
    dates,
    codings: study.codings,
    sources: new Map(study.sources.map((source) => [source.id, source])),
    interviews: study.interviews.filter(({ isDebrief }) => counts === 1 || !isDebrief),
  };
}

/** One interview with what stands there under the question. */
interface Found {
  interview: Interview;
  noted: Noted | null;
  stretches: readonly Stretch[];
}

function answersIn(
  interview: Interview,
  { sources }: Part,
  noted: ReadonlyMap<number, Noted>,
  said: ReadonlyMap<number, readonly Stretch[]>,
): Found[] {
  const own = noted.get(interview.id) ?? null;
  const stretches = (said.get(interview.id) ?? []).filter(({ sourceId }) => sources.has(sourceId));
  const isPut = own?.state === 'asked' || own?.state === 'declined';
  const hasWords = stretches.length > 0 || (own?.notes ?? '').trim() !== '';
  return isPut || hasWords ? [{ interview, noted: own, stretches }] : [];
}

/** Respondents, each once over all their interviews. */
function count(interviews: readonly Interview[], noted: ReadonlyMap<number, Noted>) {
  const having = (...states: AnswerState[]) =>
    new Set(
      interviews
        .filter(({ id }) => states.some((state) => noted.get(id)?.state === state))
        .flatMap(({ respondentIds }) => respondentIds),
    );
  const answered = having('asked');
  const asked = having('asked', 'declined');
  const interviewed = new Set(interviews.flatMap(({ respondentIds }) => respondentIds));
  return {
    asked: asked.size,
    declined: [...asked].filter((id) => !answered.has(id)).length,
    interviewed: interviewed.size,
  };
}

async function rowsOf(
  reader: Reader,
  found: readonly Found[],
  part: Part,
  names: Names,
): Promise<AnswerRow[]> {
  const sourceIds = new Set(found.flatMap(({ stretches }) => stretches.map((one) => one.sourceId)));
  const texts = await loadTexts(reader, [...sourceIds]);
  const codings = new Map<number, Part['codings'][number][]>();
  for (const coding of part.codings) {
    if (!sourceIds.has(coding.sourceId)) continue;
    const own = codings.get(coding.sourceId);
    if (own) own.push(coding);
    else codings.set(coding.sourceId, [coding]);
  }
  return found.map(({ interview, noted, stretches }) => ({
    interviewId: interview.id,
    interview: names.interviews.get(interview.id) ?? '',
    date: part.dates.get(interview.id) ?? null,
    people: interview.respondentIds.flatMap((id) => names.people.get(id) ?? []),
    state: noted?.state ?? null,
    said: saidIn(stretches, texts, names),
    // Notes that were made a source are there already, with their codings.
    notes:
      noted && !stretches.some(({ isNotes }) => isNotes)
        ? { ...noted, html: renderMarkdown(noted.notes) }
        : null,
    codes: codesOn(stretches, codings, names),
  }));
}

/** Turns that follow each other, as one answer of several paragraphs. */
function saidIn(
  stretches: readonly Stretch[],
  texts: ReadonlyMap<number, string>,
  names: Names,
): SaidAt[] {
  const runs: (SaidAt & { last: number; paragraphs: string[] })[] = [];
  for (const { sourceId, position, start, bodyStart, end, timeMs } of stretches) {
    const words = (texts.get(sourceId) ?? '').slice(bodyStart, end).trim();
    if (words === '') continue;
    const run = runs.at(-1);
    if (run?.sourceId === sourceId && position - run.last <= 2) {
      run.paragraphs.push(words);
      run.end = end;
      run.last = position;
    } else {
      const source = names.sources.get(sourceId) ?? '';
      runs.push({ sourceId, source, start, end, timeMs, paragraphs: [words], last: position });
    }
  }
  return runs;
}

function codesOn(
  stretches: readonly Stretch[],
  codings: ReadonlyMap<number, Part['codings'][number][]>,
  names: Names,
): AnswerRow['codes'] {
  const found = new Map<number, AnswerRow['codes'][number]>();
  for (const stretch of stretches) {
    for (const { codeId, sourceId, start, end } of codings.get(stretch.sourceId) ?? []) {
      const code = names.codes.get(codeId);
      if (!code || found.has(codeId) || start >= stretch.end || end <= stretch.start) continue;
      found.set(codeId, { ...code, sourceId, start, end });
    }
  }
  return [...found.values()].sort((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }));
}
