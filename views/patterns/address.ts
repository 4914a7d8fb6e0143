import { address as addressOf, filterQuery, WHOLE } from '../analysis/address.ts';
import type {
  CompareChoices,
  Part,
  QuestionChoices,
  SaturationChoices,
  TogetherChoices,
  TogetherPair,
  WordChoices,
} from './types.ts';

/** Nothing left out, the project's own minimum. */
export const PART: Part = { filter: WHOLE, minCell: null };
export const TOGETHER: TogetherChoices = {
  ...PART,
  within: 'passage',
  level: 'codes',
  words: 'all',
};
export const SATURATION: SaturationChoices = { ...PART, order: 'date', words: 'all' };
export const WORDS: WordChoices = {
  ...PART,
  by: 'group',
  words: 'respondents',
  languages: ['en', 'fr', 'es'],
  most: 50,
};
export const COMPARE: CompareChoices = {
  ...PART,
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
function address(
  path: string,
  { filter, minCell }: Part,
  query: Query,
  usual: Readonly<Record<string, unknown>>,
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || String(value) === String(usual[name] ?? '')) continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  for (const [name, value] of filterQuery(filter)) search.append(name, value);
  if (minCell !== null) search.set('minCell', String(minCell));
  return addressOf(path, search);
}

/** The same file, marked to be shared: protected whatever its address says. */
export const toShare = (href: string): string => `${href}${href.includes('?') ? '&' : '?'}share=1`;

export const patternHref = (projectId: number, pattern: Pattern, extension: Extension = '') =>
  `/projects/${projectId}/analysis/${pattern}${extension}`;

export const togetherHref = (
  projectId: number,
  { filter, minCell, ...choices }: TogetherChoices,
  extension: Extension = '',
) =>
  address(patternHref(projectId, 'cooccurrence', extension), { filter, minCell }, choices, {
    ...TOGETHER,
  });

/** The passages of two codes that come together. */
export const togetherPassagesHref = (
  projectId: number,
  { filter, minCell, ...choices }: TogetherChoices,
  { a, b }: { a: Pick<TogetherPair['a'], 'codeId'>; b: Pick<TogetherPair['b'], 'codeId'> },
  page = 1,
) =>
  address(
    `${patternHref(projectId, 'cooccurrence')}/passages`,
    { filter, minCell },
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

/** How much of the text each code covers. */
export const coverageHref = (projectId: number, part: Part, extension: '' | '.csv' = '') =>
  address(patternHref(projectId, 'coverage', extension), part, {}, {});

export const saturationHref = (
  projectId: number,
  { filter, minCell, ...choices }: SaturationChoices,
  extension: Extension = '',
  page = 1,
) =>
  address(
    patternHref(projectId, 'saturation', extension),
    { filter, minCell },
    { ...choices, page },
    { ...SATURATION, page: 1 },
  );

export function wordsHref(
  projectId: number,
  { filter, minCell, languages, ...choices }: WordChoices,
  extension: Extension = '',
): string {
  const { languages: usual, ...rest } = WORDS;
  const without = languages.length === 0 ? ['none'] : [...languages];
  return address(
    patternHref(projectId, 'words', extension),
    { filter, minCell },
    { ...choices, without },
    { ...rest, without: [...usual] },
  );
}

export const compareHref = (
  projectId: number,
  { filter, minCell, questions, ...choices }: CompareChoices,
  extension: Extension = '',
) =>
  address(
    patternHref(projectId, 'compare', extension),
    { filter, minCell },
    { ...choices, question: [...questions] },
    { ...COMPARE, question: [] },
  );
