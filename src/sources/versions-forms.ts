import { z } from 'zod';

const offset = z.coerce.number({ error: 'versions.noPassage' }).int('versions.noPassage').min(0);
const id = z.coerce.number({ error: 'versions.notToLook' }).int('versions.notToLook');

/** Longest corrected passage, in code units. */
const LONGEST = 1_000_000;

export const correctForm = z.object({
  sha256: z.string().default(''),
  start: offset,
  end: offset,
  text: z.string().max(LONGEST, 'sources.textLong'),
});

/** Without a coding: every one of the source. */
export const lookForm = z.object({ coding: id.optional() });
export const lookOneForm = z.object({ coding: id });

export const placeForm = z.object({
  sha256: z.string().default(''),
  words: z
    .string()
    .max(LONGEST, 'sources.textLong')
    .refine((words) => words.trim() !== '', 'versions.wordsEmpty'),
  /** `10-25`, code units: chosen when the words stand in several places. */
  place: z
    .string()
    .regex(/^\d{1,9}-\d{1,9}$/u, 'versions.noPassage')
    .transform((text) => {
      const [start = 0, end = 0] = text.split('-').map(Number);
      return { start, end };
    })
    .optional(),
});

export const lookQuery = z.object({
  state: z.enum(['changed', 'lost']).optional().catch(undefined),
});
