import { Hono } from 'hono';
import { ErasePage } from '../../views/respondents/ErasePage.tsx';
import { Conflict, Forbidden, Invalid } from '../domain/errors.ts';
import {
  fieldErrors,
  flashDone,
  mayErase,
  page,
  parseForm,
  shellProps,
  type C,
  type Env,
  type FieldErrors,
  type Typed,
} from '../http/index.ts';
import { planErasing } from './erase-plan.ts';
import { eraseRespondent } from './erase.ts';
import { eraseForm } from './forms.ts';

export const eraseRoutes = new Hono<Env>();

const ERASE = '/projects/:projectId/respondents/:respondentId{[0-9]+}/erase';
const idOf = (c: C): number => Number(c.req.param('respondentId'));

eraseRoutes.get(ERASE, (c) => erasePage(c));

eraseRoutes.post(ERASE, async (c) => {
  mustErase(c);
  const form = await parseForm(c, eraseForm);
  if (!form.ok) return erasePage(c, form.typed, form.errors, 422);
  try {
    const done = await eraseRespondent(c.get('ctx'), idOf(c), {
      confirmed: form.value.confirmed,
      whole: wholeIn(form.typed),
      words: form.value.words.split('\n'),
    });
    flashDone(c, done.changeId);
    return c.redirect(`/projects/${c.get('project').id}/respondents/${idOf(c)}`, 303);
  } catch (error) {
    if (!(error instanceof Conflict || error instanceof Invalid)) throw error;
    const status = error instanceof Conflict ? 409 : 422;
    return erasePage(c, form.typed, fieldErrors(c, error), status);
  }
});

/** Interviews of which the form says that they go whole. */
function wholeIn(typed: Typed): number[] {
  return Object.entries(typed).flatMap(([name, value]) => {
    const id = /^joint-(\d+)$/.exec(name)?.[1];
    return id !== undefined && value === 'whole' ? [Number(id)] : [];
  });
}

function mustErase(c: C): void {
  if (!mayErase(c.get('project').role)) throw new Forbidden('respondents.mayNotErase');
}

async function erasePage(
  c: C,
  typed: Typed = {},
  errors: FieldErrors = {},
  status: 200 | 409 | 422 = 200,
) {
  mustErase(c);
  return page(
    c,
    <ErasePage
      shell={await shellProps(c)}
      base={`/projects/${c.get('project').id}`}
      plan={await planErasing(c.get('ctx'), idOf(c), new Set(wholeIn(typed)))}
      {...{ typed, errors }}
    />,
    status,
  );
}
