import { address, readPage, type Query } from '../domain/address.ts';

/** Where to look, as people say it. */
export const PLACES = ['everywhere', 'sources', 'notes', 'memos', 'codes', 'respondents'] as const;
export type Where = (typeof PLACES)[number];

/** A search: what its address says, and what is kept of a saved one. */
export interface Search {
  text: string;
  where?: Where | undefined;
  /** Capitals, and accents and vowel points, have to be as typed. */
  isCased?: boolean | undefined;
  hasAccents?: boolean | undefined;
  /** Only this source's text. */
  sourceId?: number | undefined;
  groupId?: number | undefined;
  regionId?: number | undefined;
  questionId?: number | undefined;
  voice?: 'respondents' | 'interviewers' | undefined;
  speaker?: string | undefined;
  coded?: 'yes' | 'no' | undefined;
  /** With `coded`, by this code; without it, as `yes`. */
  codeId?: number | undefined;
  /** From 1. */
  page?: number | undefined;
}

/** Reads a search's address; what it says wrongly is left out, since addresses are typed and shared. */
export function readSearch(params: URLSearchParams): Search & { where: Where; page: number } {
  const text = (name: string): string => params.get(name)?.trim() ?? '';
  const id = (name: string) => (/^\d{1,15}$/u.test(text(name)) ? Number(text(name)) : undefined);
  const oneOf = <T extends string>(name: string, values: readonly T[]) =>
    values.find((value) => value === text(name));
  return {
    text: params.get('q') ?? '',
    where: oneOf('in', PLACES) ?? 'everywhere',
    isCased: text('case') !== '',
    hasAccents: text('accents') !== '',
    sourceId: id('source'),
    groupId: id('group'),
    regionId: id('region'),
    questionId: id('question'),
    voice: oneOf('voice', ['respondents', 'interviewers'] as const),
    speaker: text('speaker').slice(0, 200) || undefined,
    coded: oneOf('coded', ['yes', 'no'] as const),
    codeId: id('code'),
    page: readPage(params.get('page') ?? undefined),
  };
}

/** What the address of a search says, the page left out. */
export function writeSearch(search: Search): Query {
  return {
    q: search.text,
    in: search.where === 'everywhere' ? null : search.where,
    case: search.isCased === true ? 1 : null,
    accents: search.hasAccents === true ? 1 : null,
    source: search.sourceId,
    group: search.groupId,
    region: search.regionId,
    question: search.questionId,
    voice: search.voice,
    speaker: search.speaker,
    coded: search.coded,
    code: search.codeId,
  };
}

/** @param base `/projects/1` */
export function searchAddress(base: string, search: Search, page = 1): string {
  return address(`${base}/search`, { ...writeSearch(search), page: page === 1 ? null : page });
}

/** Where everything that a search finds in sources can be coded. Its own `code` says what with. */
export function codingAddress(base: string, search: Search, own: Query = {}): string {
  return address(`${base}/search/code`, { search: queryText(search), ...own });
}

/** A search as one text: what stands behind the question mark of its address. */
export function queryText(search: Search): string {
  return address('', writeSearch(search)).slice(1);
}
