import { Hono } from 'hono';
import { SeveralPage } from '../../views/codebook/SeveralPage.tsx';
import { codebookHref } from '../../views/codebook/types.ts';
import { Conflict, DomainError, NotFound } from '../domain/errors.ts';
import {
  fieldErrors,
  flashDone,
  page,
  parseForm,
  shellProps,
  typedForm,
  wantsFragment,
  type C,
  type Env,
  type FieldErrors,
} from '../http/index.ts';
import { severalForm, type SeveralForm } from './forms.ts';
import { deleteCodes, moveCodes, recolourCodes } from './many.ts';
import { movedFragment } from './moved.tsx';
import { typedText } from './pages.tsx';
import { listCodes } from './queries.ts';

const SEVERAL = '/projects/:projectId/codebook/several';

/** What is done to several codes at once; a drop by mouse is one of these too. */
export const severalRoutes = new Hono<Env>();

severalRoutes.get(SEVERAL, (c) => severalPage(c, { chosen: c.req.queries('code') ?? [] }));

severalRoutes.post(SEVERAL, async (c) => {
  const form = await parseForm(c, severalForm);
  const chosen = [(await typedForm(c))['code'] ?? []].flat();
  const again = (errors: FieldErrors, status: 409 | 422) => {
    const [target, colour] = ['target', 'colour'].map((name) => typedText(form.typed, name));
    return severalPage(c, { chosen, target, colour, errors }, status);
  };
  if (!form.ok) return again(form.errors, 422);
  try {
    const done = await perform(c, form.value);
    if (wantsFragment(c)) return await movedFragment(c, done.changeId);
    flashDone(c, done.changeId);
    return c.redirect(codebookHref(c.get('project').id), 303);
  } catch (error) {
    if (wantsFragment(c) || !(error instanceof DomainError) || error instanceof NotFound)
      throw error;
    return again(fieldErrors(c, error), error instanceof Conflict ? 409 : 422);
  }
});

function perform(c: C, { do: what, code, place, target, colour }: SeveralForm) {
  const ctx = c.get('ctx');
  if (what === 'delete') return deleteCodes(ctx, code);
  if (what === 'recolour') return recolourCodes(ctx, code, colour);
  return moveCodes(ctx, code, { place, targetId: target });
}

async function severalPage(
  c: C,
  view: {
    chosen: readonly string[];
    target?: string | undefined;
    colour?: string | undefined;
    errors?: FieldErrors;
  },
  status: 200 | 409 | 422 = 200,
) {
  const ctx = c.get('ctx');
  return page(
    c,
    <SeveralPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      codes={await listCodes(ctx)}
      chosen={new Set(view.chosen.map(Number))}
      target={view.target ?? ''}
      colour={view.colour ?? ''}
      errors={view.errors ?? {}}
    />,
    status,
  );
}
