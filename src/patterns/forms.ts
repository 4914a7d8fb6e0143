import { z } from 'zod';
import { COMPARE, SATURATION, TOGETHER, WORDS } from '../../views/patterns/address.ts';
import type {
  CompareChoices,
  Part,
  RespondentsBy,
  SaturationChoices,
  TogetherChoices,
  WordChoices,
} from '../../views/patterns/types.ts';
import { MOST } from '../../views/patterns/WordsPage.tsx';
import { UNSPOKEN } from './chosen.ts';
import { STOP_WORD_LANGUAGES } from '../domain/patterns/index.ts';

/** An address is typed and shared by people: what it says wrongly is read as the usual, not refused. */
const id = z.coerce.number().int().positive();
const words = z.enum(['all', 'respondents']);
const by = z
  .string()
  .regex(/^(?:group|region|variable-[1-9]\d{0,9})$/u)
  .transform((value) => value as RespondentsBy)
  .catch('group');

const together = z.object({
  within: z.enum(['passage', 'segment', 'interview']).catch(TOGETHER.within),
  level: z.enum(['codes', 'themes']).catch(TOGETHER.level),
  words: words.catch(TOGETHER.words),
});

const saturation = z.object({
  order: z.enum(['date', 'reference']).catch(SATURATION.order),
  words: words.catch(SATURATION.words),
});

const said = z.object({
  by,
  words: words.catch(WORDS.words),
  most: z.coerce
    .number()
    .refine((most) => MOST.some((one) => one === most))
    .catch(WORDS.most),
});

const compare = z.object({
  by,
  over: z.enum(['all', 'asked']).catch(COMPARE.over),
  words: words.catch(COMPARE.words),
  code: id.nullable().catch(null),
  beside: z.string().max(2000).catch(''),
});

const only = ({ filter, minCell }: Part): Part => ({ filter, minCell });
const valuesOf = (query: URLSearchParams) => Object.fromEntries(query);

export const readTogether = (query: URLSearchParams, part: Part): TogetherChoices => ({
  ...together.parse(valuesOf(query)),
  ...only(part),
});

export const readSaturation = (query: URLSearchParams, part: Part): SaturationChoices => ({
  ...saturation.parse(valuesOf(query)),
  ...only(part),
});

const isSpoken = ({ facet }: Part['filter']['only'][number]): boolean => !UNSPOKEN.includes(facet);

/** Without `without` the usual languages; with it those named, and none for a word that names none. */
export function readWords(query: URLSearchParams, part: Part): WordChoices {
  const named = query.getAll('without');
  const languages = STOP_WORD_LANGUAGES.filter((language) => named.includes(language));
  return {
    ...said.parse(valuesOf(query)),
    ...only(part),
    filter: { ...part.filter, only: part.filter.only.filter(isSpoken) },
    languages: named.length === 0 ? WORDS.languages : languages,
  };
}

export function readCompare(query: URLSearchParams, part: Part): CompareChoices {
  const questions = query.getAll('question').flatMap((value) => {
    const read = id.safeParse(value);
    return read.success ? [read.data] : [];
  });
  return { ...compare.parse(valuesOf(query)), ...only(part), questions: [...new Set(questions)] };
}

/** The two codes of an address, or null when it does not name two. */
export function readPair(query: URLSearchParams): { a: number; b: number } | null {
  const read = z.object({ a: id, b: id }).safeParse(valuesOf(query));
  return read.success ? read.data : null;
}

/** The page of a long list, from 1. */
export const readPage = (query: URLSearchParams): number =>
  id
    .max(1_000_000)
    .catch(1)
    .parse(query.get('page') ?? 1);
