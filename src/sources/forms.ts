import { z } from 'zod';
import type { Typed } from '../http/index.ts';
import { LONGEST_NAME } from './commands.ts';

const KINDS = ['transcript', 'notes', 'document'] as const;

/** '' is none; a number is an interview's id. */
const interview = z
  .string()
  .default('')
  .transform((text) => (text === '' ? null : Number(text)))
  .refine((id) => id === null || Number.isSafeInteger(id), 'sources.noInterview');

/** '' leaves the kind to be found. */
const foundKind = z
  .enum(['', ...KINDS])
  .default('')
  .transform((kind) => (kind === '' ? undefined : kind));

const name = z.string().trim().min(1, 'sources.nameEmpty').max(LONGEST_NAME, 'sources.nameLong');

/** Longest pasted text, in code units; as much as a file may hold. */
const LONGEST_TEXT = 20_000_000;

/** How comments and tracked changes of documents are taken. */
const review = {
  tracked: z.enum(['accepted', 'rejected']).catch('accepted'),
  comments: z
    .enum(['leave', 'memos'])
    .catch('leave')
    .transform((chosen) => chosen === 'memos'),
};

export const uploadForm = z.object({ interview, kind: foundKind, ...review });
/** Without a reading: the text stays as it is now. */
export const reviewForm = z.object({
  ...review,
  tracked: z.enum(['accepted', 'rejected']).optional().catch(undefined),
});

export const pasteForm = z.object({
  name,
  text: z
    .string()
    .max(LONGEST_TEXT, 'sources.textLong')
    .refine((text) => text.trim() !== '', 'sources.noText'),
  interview,
  kind: foundKind,
});

export const detailsForm = z.object({
  name,
  kind: z.enum(KINDS),
  interview,
  language: z.string().trim().max(50).default(''),
  revision: z.coerce.number().int(),
});

/** What the list shows, from its address; what makes no sense is left out. */
export const filterQuery = z.object({
  name: z.string().trim().max(LONGEST_NAME).optional().catch(undefined),
  kind: z.enum(KINDS).optional().catch(undefined),
  interview: z
    .union([z.literal('none'), z.coerce.number().int().positive()])
    .optional()
    .catch(undefined),
});

/** `value-3` → the text typed for that variable, for every such field. */
export function valuesForm(typed: Typed): Map<number, string> {
  const values = new Map<number, string>();
  for (const [field, value] of Object.entries(typed)) {
    const id = /^value-(\d{1,15})$/u.exec(field)?.[1];
    if (id !== undefined && typeof value === 'string') values.set(Number(id), value);
  }
  return values;
}

/** The form that says the same of several sources; `typed` goes back to the page as it was. */
export function setForm(typed: Typed) {
  const { pick = [], variable, value } = typed;
  return {
    pick: [pick].flat().map(Number).filter(Number.isSafeInteger),
    variable: Number(variable),
    value: typeof value === 'string' ? value : '',
    typed,
  };
}
