import { z } from 'zod';
import { DEFAULTS } from '../../views/framework/address.ts';
import type { Choices } from '../../views/framework/types.ts';
import { CELL_STATES } from '../domain/framework/grid.ts';
import type { C, Typed } from '../http/index.ts';
import type { GridReader } from './grid.ts';

/** An address is typed and shared by people: what it says wrongly is read as the usual, not refused. */
const id = z.coerce.number().int().positive();

const usual = z.object({
  group: id.nullable().catch(null),
  region: id.nullable().catch(null),
  state: z.enum(CELL_STATES).nullable().catch(null),
  from: z.coerce.number().int().min(0).catch(DEFAULTS.from),
  page: id.catch(DEFAULTS.page),
});

export function readChoices(query: URLSearchParams): Choices {
  const codes = query.getAll('code').map(Number);
  return {
    ...usual.parse(Object.fromEntries(query)),
    codes: [...new Set(codes.filter((code) => Number.isSafeInteger(code) && code > 0))],
    own: query.get('own') === '1',
  };
}

/** Who reads the page. */
export const readerOf = (c: C): GridReader => ({ ...c.get('ctx'), naming: c.get('t').analysis });

/** Which page of passages of a cell. */
export const readPassagePage = (query: URLSearchParams): number =>
  id.catch(1).parse(query.get('passages') ?? 1);

/** When the page was made that a summary was written on; the beginning of time when the address does not say. */
export function readSeen(query: URLSearchParams): string {
  const seen = new Date(query.get('seen') ?? '');
  return Number.isNaN(seen.getTime()) ? new Date(0).toISOString() : seen.toISOString();
}

export type DocumentOrder = 'respondent' | 'code';

export interface DocumentChoices {
  by: DocumentOrder;
  withPassages: boolean;
}

export const readDocument = (query: URLSearchParams): DocumentChoices => ({
  by: query.get('by') === 'code' ? 'code' : 'respondent',
  withPassages: query.get('with') === 'passages',
});

/** What the form of a cell sends: the fields of one note, see `src/client/note-section.ts`. */
export interface TypedSummary {
  body: string;
  seen: string;
  /** What stood when both versions were shown. */
  shown: string;
  choice: 'mine' | 'theirs' | 'both' | null;
  sentBefore: string[];
  holds: boolean;
  goesOn: boolean;
}

export function typedSummary(typed: Typed): TypedSummary {
  const text = (name: string): string => {
    const value = typed[name];
    return (Array.isArray(value) ? value[0] : value) ?? '';
  };
  const choice = text('resolve-free');
  return {
    body: text('notes-free'),
    seen: text('revision-free'),
    shown: text('token-free'),
    choice: choice === 'mine' || choice === 'theirs' || choice === 'both' ? choice : null,
    sentBefore: text('sent-free').split(' ').filter(Boolean),
    holds: text('holds') !== '',
    goesOn: text('then') === 'next',
  };
}
