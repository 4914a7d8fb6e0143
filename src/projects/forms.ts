import { z } from 'zod';

const name = z.string().trim().min(1, 'projects.nameEmpty').max(200, 'projects.nameLong');
const description = z.string().trim().max(20_000, 'projects.descriptionLong').default('');

export const newProjectForm = z.object({ name, description });

export const settingsForm = z.object({
  name,
  description,
  date_order: z.enum(['day', 'month']),
  min_cell: z.coerce
    .number('projects.minCell')
    .int('projects.minCell')
    .min(0, 'projects.minCell')
    .max(100, 'projects.minCell'),
  counts_debriefs: z
    .literal('on')
    .optional()
    .transform((on): 0 | 1 => (on ? 1 : 0)),
  revision: z.coerce.number().int(),
});
