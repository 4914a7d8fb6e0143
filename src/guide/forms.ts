import { z } from 'zod';

const line = z.string().trim().max(1000, 'guide.long').default('');
const text = z.string().max(20_000, 'guide.long').default('');

export const questionForm = z.object({
  number: line,
  section: line,
  text,
  prompts: text,
  serves: line,
  for: line,
  revision: z.coerce.number().int().default(0),
});
