import { z } from 'zod';
import { VARIABLE_TYPES } from './values.ts';

const line = z.string().trim().max(300, 'respondents.long').default('');

/** The facts about one respondent as the forms send them; values come as `value-<id of the variable>`. */
export const respondentForm = z
  .object({
    reference: z.string().trim().max(40, 'respondents.referenceLong').default(''),
    kind: z.enum(['person', 'group'], 'respondents.headCount').default('person'),
    head_count: z.coerce
      .number('respondents.headCount')
      .int('respondents.headCount')
      .min(1, 'respondents.headCount')
      .max(9999, 'respondents.headCount')
      .default(1),
    group: line,
    region: line,
    role: line,
    organisation: line,
    revision: z.coerce.number().int().default(0),
    values_seen: z.string().default('[]'),
  })
  .loose();

export const identityForm = z.object({
  name: line,
  contact: z.string().max(2000, 'respondents.long').default(''),
  note: z.string().max(20_000, 'respondents.long').default(''),
});

const id = z.coerce.number().int();

export const mergeForm = z.object({ with: line, other: id, seen_this: id, seen_other: id }).loose();

export const manyForm = z
  .object({
    respondent: z
      .union([z.string(), z.array(z.string())])
      .transform((value) => [value].flat().map(Number))
      .default([]),
    what: z
      .string()
      .regex(/^(?:group|region|\d{1,9})$/u, 'respondents.noSuchName')
      .default(''),
    value: line,
  })
  .loose();

export const splitForm = z.object({
  interview: z
    .union([z.string(), z.array(z.string())])
    .transform((value) => [value].flat())
    .default([]),
  reference: z.string().trim().max(40, 'respondents.referenceLong').default(''),
});

export const eraseForm = z
  .object({
    confirmed: z.string().default(''),
    words: z.string().max(2000, 'respondents.long').default(''),
  })
  .loose();

export const nameForm = z.object({ name: z.string().max(300, 'respondents.long').default('') });

export const classesForm = z.object({
  bounds: z.string().max(2000, 'respondents.long').default(''),
});

export const variableForm = nameForm.extend({
  type: z.enum(VARIABLE_TYPES, 'respondents.noSuchName').default('text'),
  options: z.string().max(20_000, 'respondents.long').default(''),
});
