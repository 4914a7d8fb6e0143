import { address as addressOf, filterQuery } from '../analysis/address.ts';
import type {
  CompareChoices,
  QuestionChoices,
  SaturationChoices,
  TogetherChoices,
  TogetherPair,
  WordChoices,
} from './types.ts';

export const TOGETHER: TogetherChoices = { within: 'passage', level: 'codes', words: 'all' };
export const SATURATION: SaturationChoices = { order: 'date', words: 'all' };
export const WORDS: WordChoices = {
  by: 'group',
  words: 'respondents',
  languages: ['en', 'fr', 'es'],
  most: 50,
};
export const COMPARE: CompareChoices = {
  by: 'group',
  over: 'all',
  questions: [],
  words: 'all',
  code: null,
  beside: '',
};

export type Pattern = 'cooccurrence' | 'compare' | 'coverage' | 'question' | 'saturation' | 'words';
export type Extension = '' | '.csv' | '.svg';

type Query = Readonly<Record<string, string | number | null | readonly (string | number)[]>>;

/** What is usual is left out, so that links stay short. */
function address(path: string, query: Query, usual: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || String(value) === String(usual[name] ?? '')) continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  return search.size === 0 ? path : `${path}?${search.toString()}`;
}

export const patternHref = (projectId: number, pattern: Pattern, extension: Extension = '') =>
  `/projects/${projectId}/analysis/${pattern}${extension}`;

export const togetherHref = (
  projectId: number,
  choices: TogetherChoices,
  extension: Extension = '',
) => address(patternHref(projectId, 'cooccurrence', extension), { ...choices }, { ...TOGETHER });

/** The passages of two codes that come together. */
export const togetherPassagesHref = (
  projectId: number,
  choices: TogetherChoices,
  { a, b }: { a: Pick<TogetherPair['a'], 'codeId'>; b: Pick<TogetherPair['b'], 'codeId'> },
  page = 1,
) =>
  address(
    `${patternHref(projectId, 'cooccurrence')}/passages`,
    { ...choices, a: a.codeId, b: b.codeId, page },
    { ...TOGETHER, page: 1 },
  );

/** All answers to a question; with none named, to the first of the guide. */
export function questionHref(
  projectId: number,
  { questionId, filter }: QuestionChoices,
  extension: '' | '.csv' = '',
  page = 1,
): string {
  const query = new URLSearchParams(filterQuery(filter));
  if (questionId !== null) query.set('question', String(questionId));
  if (page > 1) query.set('page', String(page));
  return addressOf(patternHref(projectId, 'question', extension), query);
}

export const saturationHref = (
  projectId: number,
  choices: SaturationChoices,
  extension: Extension = '',
  page = 1,
) =>
  address(
    patternHref(projectId, 'saturation', extension),
    { ...choices, page },
    { ...SATURATION, page: 1 },
  );

export function wordsHref(
  projectId: number,
  { languages, ...choices }: WordChoices,
  extension: Extension = '',
): string {
  const { languages: usual, ...rest } = WORDS;
  const without = languages.length === 0 ? ['none'] : [...languages];
  return address(
    patternHref(projectId, 'words', extension),
    { ...choices, without },
    { ...rest, without: [...usual] },
  );
}

export const compareHref = (
  projectId: number,
  { questions, ...choices }: CompareChoices,
  extension: Extension = '',
) =>
  address(
    patternHref(projectId, 'compare', extension),
    { ...choices, question: [...questions] },
    { ...COMPARE, question: [] },
  );
