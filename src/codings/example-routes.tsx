import { Hono } from 'hono';
import { codeHref } from '../../views/codebook/code-address.ts';
import { Invalid } from '../domain/errors.ts';
import { flashDone, parseForm, type C, type Env } from '../http/index.ts';
import { pickExample } from './commands-example.ts';
import { exampleForm } from './forms.ts';

/** Passages are picked as examples on the pages of their code, and the answer leads back there. */
export const exampleRoutes = new Hono<Env>();

exampleRoutes.post('/projects/:projectId/codings/:codingId{[0-9]+}/example', async (c) => {
  const form = await parseForm(c, exampleForm);
  if (!form.ok) throw new Invalid('codings.badForm');
  const { on, back } = form.value;
  const done = await pickExample(c.get('ctx'), Number(c.req.param('codingId')), on === 'yes');
  flashDone(c, done.changeId);
  return c.redirect(backTo(c, back) ?? codeHref(c.get('project').id, done.value.codeId), 303);
});

/** Only a page of this project's codebook. */
function backTo(c: C, back: string): string | null {
  return back.startsWith(`/projects/${c.get('project').id}/codebook/`) ? back : null;
}
