import { z } from 'zod';
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

export const uploadForm = z.object({ interview, kind: foundKind });

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
