import { z } from 'zod';
import { STEPS } from '../domain/codetree/index.ts';

const text = z.string().default('');
const id = z
  .union([z.literal(''), z.coerce.number().int().positive()])
  .transform((value) => (value === '' ? null : value));

/** Lengths and names are the commands' to judge, so that pages and command line refuse alike. */
export const newCodeForm = z.object({
  name: text,
  parent: id.default(null),
  definition: text,
});

export const codeForm = z.object({
  name: text,
  definition: text,
  use_when: text,
  not_when: text,
  example: text,
  colour: text,
  key: text,
  structure: z.literal('on').optional(),
  revision: z.coerce.number().int(),
});

/** A step, or another parent (empty: among the themes), last there. */
export const moveForm = z.union([
  z.object({
    to: z.enum(STEPS as [string, ...string[]]).transform((to) => to as (typeof STEPS)[number]),
  }),
  z.object({ parent: id }),
]);

export const memoForm = z.object({ body: text });

export const memoEditForm = z.object({ body: text, revision: z.coerce.number().int() });

export const importForm = z.object({ text, confirm: z.literal('yes').optional() });

export const mergeForm = z.object({ into: z.coerce.number().int().positive('codebook.mergeInto') });

export const splitForm = z.object({
  parts: text,
  place: z.enum(['under', 'beside']).default('under'),
});

export const sendForm = z.object({
  coding: z.coerce.number().int().positive(),
  part: z.coerce.number().int().nonnegative(),
});

/** A name for a state of the codebook; `at` is the number of its change, empty for now. */
export const nameForm = z.object({ name: text, at: text });

/** Up to which change the rules were read. */
export const readForm = z.object({ at: z.coerce.number().int().nonnegative() });

const ids = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((values) => [values].flat().map(Number))
  .refine((values) => values.every((one) => Number.isSafeInteger(one) && one > 0), {
    message: 'codebook.noneChosen',
  });

/** What to do with several codes; `place` says where they go of `target`, which is empty for the themes. */
export const severalForm = z.object({
  code: ids,
  do: z.enum(['move', 'delete', 'recolour']),
  place: z.enum(['before', 'after', 'into']).default('into'),
  target: id.default(null),
  colour: text,
});

export type SeveralForm = z.infer<typeof severalForm>;
