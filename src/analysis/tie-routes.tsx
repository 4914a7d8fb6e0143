import { Hono } from 'hono';
import { z } from 'zod';
import { TiesPage } from '../../views/analysis/TiesPage.tsx';
import { Invalid } from '../domain/errors.ts';
import { flashDone, page, parseForm, shellProps, type Env } from '../http/index.ts';
import { tieQuestions, tiesOf } from './ties.ts';

export const tieRoutes = new Hono<Env>();

const PAGE = '/projects/:projectId/codebook/:codeId{[0-9]+}/questions';

const id = z.coerce.number().int().positive();
const chosen = z.object({
  question: z.union([id.array(), id.transform((one) => [one])], 'analysis.noQuestion').default([]),
});

tieRoutes.get(PAGE, async (c) => {
  const ctx = c.get('ctx');
  const ties = await tiesOf(ctx, Number(c.req.param('codeId')));
  return page(c, <TiesPage shell={await shellProps(c)} projectId={ctx.projectId} {...ties} />);
});

tieRoutes.post(PAGE, async (c) => {
  const ctx = c.get('ctx');
  const codeId = Number(c.req.param('codeId'));
  const form = await parseForm(c, chosen);
  if (!form.ok) throw new Invalid('analysis.noQuestion');
  flashDone(c, (await tieQuestions(ctx, codeId, form.value.question)).changeId);
  return c.redirect(`/projects/${ctx.projectId}/codebook/${codeId}`, 303);
});
