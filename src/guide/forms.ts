import { z } from 'zod';

const line = z.string().trim().max(1000, 'guide.long').default('');
const text = z.string().max(20_000, 'guide.long').default('');

const names = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((value) => [value].flat().filter((name) => name !== ''));

export const questionForm = z.object({
  number: line,
  section: line,
  text,
  prompts: text,
  serves: line,
  for: line,
  for_group: names,
  for_region: names,
  for_variable: line,
  for_value: line,
  revision: z.coerce.number().int().default(0),
});
