import { z } from 'zod';

export const newProjectForm = z.object({
  name: z.string().trim().min(1, 'projects.nameEmpty').max(200, 'projects.nameLong'),
  description: z.string().max(20_000, 'projects.descriptionLong').default(''),
});
