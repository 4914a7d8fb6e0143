/** Which heading or interviewer's turn puts which question of the guide. */
import { foldText } from '../names.ts';
import type { SegmentShape } from './segments.ts';

export interface GuideQuestion {
  id: number;
  /** As the guide numbers it: `5`, `5.2`, `5a`. */
  number: string;
  text: string;
}

/** Where a question is put (code units), and how much of it is said there, 0 to 1. */
export interface QuestionFound {
  start: number;
  questionId: number;
  likeness: number;
}

/** Code units of a heading or turn that are looked at; questions are not longer. */
const LONGEST = 1000;
/** Of the weight of a question's words, the least that must be said for it to be that question. */
const LEAST = 0.65;
/** Of the weight of the words said, the least that must be the question's: a long turn says many words. */
const LEAST_OF_SAID = 0.2;
/** In a heading that says but a part of a question, the least of the question's weight. */
const LEAST_OF_SHORT = 0.3;
/** How much more than for the next best question. */
const MARGIN = 0.12;
/** Fewer words in common are chance, unless they are the whole question. */
const LEAST_WORDS = 3;

/** A heading of one word names a question by its subject when the word is at least this long (code units). */
const LONG_WORD = 8;
/** Of several words, one that no other question has must be at least this long. */
const OWN_WORD = 6;
const MOST_WORDS_OF_SUBJECT = 5;

const NAMES = [
  ...['Q', 'Qu', 'Qn', 'Question', 'Frage', 'Pregunta', 'Pergunta', 'Domanda', 'Vraag', 'Pytanie'],
  ...['Вопрос', 'Питання', '質問', '问题', '問題', 'السؤال', 'سؤال'],
].join('|');
/** `No. 4`, `n° 4`, `#4` */
const NUMBER_SIGN = '(?:(?:no|nr|n°|nº|number|№)\\.?|#)';
/** Two questions at once (`3 and 4`, `3/4`) are neither. */
const ANOTHER = `(?!\\s*(?:[/,&+–-]|and|und|et|y|e|to|bis)\\s*(?:(?:${NAMES})\\.?\\s*)?\\d)`;
const NUMBERED = new RegExp(
  `^(?:(${NAMES})\\.?\\s*)?(?:${NUMBER_SIGN}\\s*)?[([]?(\\d{1,3}(?:\\.\\d{1,2})?[a-z]?)${ANOTHER}(?:[\\])./:–-]+(?=\\s|$)|(?=\\s|$))\\s*`,
  'iu',
);

/**
 * The places where a question of the guide is put: a heading, or a turn of the interviewer, whose words are the
 * question's for the most part, or which names its number (`Question 5`, and in a heading `5.`), or a heading of a few
 * words that only one question has. What fits two questions alike is left to people. Words weigh by how few of the
 * guide's questions have them.
 */
export function findQuestions(
  text: string,
  segments: readonly SegmentShape[],
  questions: readonly GuideQuestion[],
  isInterviewer: (label: string) => boolean,
): QuestionFound[] {
  if (questions.length === 0) return [];
  const guide = guideOf(questions);
  return segments.flatMap((segment) => {
    const isHeading = segment.kind === 'heading';
    const isAsked = segment.speaker !== null && isInterviewer(segment.speaker);
    if (!isHeading && !isAsked) return [];
    const said = text.slice(segment.bodyStart, Math.min(segment.end, segment.bodyStart + LONGEST));
    const found =
      byNumber(said, isHeading, guide) ??
      byWords(wordsOf(said), isHeading, guide) ??
      (isHeading ? bySubject(wordsOf(said), guide) : null);
    return found ? [{ start: segment.start, ...found }] : [];
  });
}

interface Guide {
  questions: readonly (GuideQuestion & { words: ReadonlySet<string>; weight: number })[];
  weightOf(word: string): number;
  byNumber: ReadonlyMap<string, GuideQuestion>;
}

function guideOf(questions: readonly GuideQuestion[]): Guide {
  const worded = questions.map((question) => ({ ...question, words: wordsOf(question.text) }));
  const uses = new Map<string, number>();
  for (const { words } of worded)
    for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
  const weightOf = (word: string) => Math.log(1 + questions.length / (uses.get(word) ?? 1));
  return {
    questions: worded.map((one) => ({ ...one, weight: sum(one.words, weightOf) })),
    weightOf,
    byNumber: new Map(questions.map((question) => [question.number.toLowerCase(), question])),
  };
}

type Found = Pick<QuestionFound, 'questionId' | 'likeness'>;

/** By its number: said in words anywhere, bare only in a heading that has no other words or some of the question's. */
function byNumber(said: string, isHeading: boolean, guide: Guide): Found | null {
  const [whole = '', named, number = ''] = NUMBERED.exec(said) ?? [];
  const question = guide.byNumber.get(number.toLowerCase());
  if (!question || (named === undefined && !isHeading)) return null;
  const words = wordsOf(said.slice(whole.length));
  const own = guide.questions.find(({ id }) => id === question.id)?.words ?? new Set<string>();
  const shared = [...words].filter((word) => own.has(word)).length;
  if (named === undefined && words.size > 0 && shared === 0) return null;
  return { questionId: question.id, likeness: 1 };
}

function byWords(said: ReadonlySet<string>, isHeading: boolean, guide: Guide): Found | null {
  const saidWeight = sum(said, guide.weightOf);
  let [best, second]: [Found | null, number] = [null, 0];
  for (const { id, words, weight } of guide.questions) {
    const shared = [...words].filter((word) => said.has(word));
    if (shared.length < Math.min(LEAST_WORDS, words.size) || words.size === 0) continue;
    const sharedWeight = sum(shared, guide.weightOf);
    const ofQuestion = sharedWeight / weight;
    const ofSaid = sharedWeight / saidWeight;
    if (ofSaid < LEAST_OF_SAID) continue;
    // A heading may be a question cut short: then its own words are what must be the question's.
    const isShort = isHeading && ofQuestion >= LEAST_OF_SHORT;
    const likeness = isShort ? Math.max(ofQuestion, ofSaid) : ofQuestion;
    if (best === null || likeness > best.likeness) {
      second = best?.likeness ?? 0;
      best = { questionId: id, likeness };
    } else second = Math.max(second, likeness);
  }
  if (best === null || best.likeness < LEAST || best.likeness - second < MARGIN) return null;
  return best;
}

/** A heading of a few words, all of them in one question and together in no other: `Main achievements`. */
function bySubject(said: ReadonlySet<string>, guide: Guide): Found | null {
  const words = [...said];
  const isLong = words.some(({ length }) => length >= (words.length === 1 ? LONG_WORD : OWN_WORD));
  if (!isLong || words.length > MOST_WORDS_OF_SUBJECT) return null;
  const [question, another] = guide.questions.filter((one) =>
    words.every((word) => one.words.has(word)),
  );
  if (!question || another) return null;
  const isOwn = (word: string): boolean =>
    word.length >= OWN_WORD &&
    guide.questions.every((one) => one === question || !one.words.has(word));
  return words.some(isOwn) ? { questionId: question.id, likeness: LEAST } : null;
}

/** Distinct words of two letters or more, folded; of scripts without spaces, pairs of characters. */
function wordsOf(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [run] of foldText(text).matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(run)) {
      if (run.length > 1) words.add(run);
      continue;
    }
    for (let at = 0; at + 1 < run.length; at += 1) words.add(run.slice(at, at + 2));
  }
  return words;
}

function sum(words: Iterable<string>, weightOf: (word: string) => number): number {
  let total = 0;
  for (const word of words) total += weightOf(word);
  return total;
}
