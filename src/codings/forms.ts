import { z } from 'zod';

const offset = z.coerce.number({ error: 'codings.notInteger' });
const id = z.coerce
  .number({ error: 'codings.badForm' })
  .int('codings.badForm')
  .positive('codings.badForm');

/** A passage as the page sends it: code units of a version of the text. */
const passage = { start: offset, end: offset, version: id };

export const applyForm = z.object({ ...passage, code: id });
export const newCodeForm = z.object({
  ...passage,
  name: z.string({ error: 'codings.badForm' }).max(2000, 'codebook.nameLong'),
});
export const replaceForm = z.object({ code: id });
/** `back` is the page to show afterwards. */
export const exampleForm = z.object({
  on: z.enum(['yes', 'no']).default('yes'),
  back: z.string().default(''),
});

export const reportForm = z.object({
  on: z.enum(['yes', 'no'], { error: 'codings.badForm' }).transform((on) => on === 'yes'),
});
export const resizeForm = z.object(passage);
export const memoForm = z.object({
  body: z.string({ error: 'codings.badForm' }),
  revision: z
    .string()
    .default('')
    .transform((text) => (text === '' ? null : Number(text))),
});

/** `?at=10-25` in code units; null when it names no place. */
export function placeOf(at: string | undefined): { start: number; end: number } | null {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(at ?? '') ?? [];
  if (start === undefined || end === undefined || Number(start) >= Number(end)) return null;
  return { start: Number(start), end: Number(end) };
}
