import { Hono } from 'hono';
import { StructurePage } from '../../views/sources/StructurePage.tsx';
import { TurnPage } from '../../views/sources/TurnPage.tsx';
import { readPage } from '../domain/address.ts';
import { NotFound } from '../domain/errors.ts';
import {
  fieldErrors,
  flashDone,
  page,
  shellProps,
  statusOf,
  typedForm,
  type C,
  type Env,
  type FieldErrors,
  type Typed,
} from '../http/index.ts';
import { respondentChoices } from './list.ts';
import { guideQuestions } from './marks.ts';
import { getSource, type Source } from './queries.ts';
import { isRefusal, questionsForm, speakersForm, turnForm } from './structure-forms.ts';
import { structureOf, TURNS, type TurnLine } from './structure-queries.ts';
import { nameSpeakers } from './structure.ts';
import { correctTurns, findQuestionsAgain } from './turns.ts';

export const structureRoutes = new Hono<Env>();

const ONE = '/projects/:projectId/sources/:sourceId{[0-9]+}';

const idOf = (c: C): number => Number(c.req.param('sourceId'));

structureRoutes.get(`${ONE}/structure`, (c) => structurePage(c));

structureRoutes.post(`${ONE}/speakers`, async (c) => {
  const typed = await typedForm(c);
  try {
    const done = await nameSpeakers(c.get('ctx'), idOf(c), speakersForm(typed));
    return back(c, done.changeId, 'speakers');
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return structurePage(c, { typed, errors: fieldErrors(c, error), status: statusOf(error) });
  }
});

structureRoutes.post(`${ONE}/structure/questions`, async (c) => {
  const said = questionsForm(await typedForm(c));
  const done = await correctTurns(c.get('ctx'), idOf(c), said);
  return back(c, done.changeId, 'questions');
});

structureRoutes.post(`${ONE}/structure/find`, async (c) => {
  const done = await findQuestionsAgain(c.get('ctx'), idOf(c));
  return back(c, done.changeId, 'questions');
});

structureRoutes.get(`${ONE}/structure/turn`, async (c) => {
  const ctx = c.get('ctx');
  const source = await getSource(ctx, idOf(c));
  const named = c.req.query('at');
  const at = Number(named);
  const { turns, speakers, places } = await structureOf(ctx, source);
  // An address that names no place means the first turn.
  const turn =
    named === undefined ? turns[0] : turns.find(({ start, end }) => start <= at && at < end);
  if (!turn) throw new NotFound('structure.noTurn');
  return page(
    c,
    <TurnPage
      {...await choicesOf(c, source)}
      {...{ source, turn, speakers }}
      turns={turns.slice(Math.max(0, turn.position - 2), turn.position + 3)}
      said={places.find(({ start }) => start === turn.start)?.question ?? 'found'}
    />,
  );
});

structureRoutes.post(`${ONE}/structure/turn`, async (c) => {
  const { at, who, question } = turnForm(await typedForm(c));
  const done = await correctTurns(c.get('ctx'), idOf(c), new Map([[at, { who, question }]]));
  flashDone(c, done.changeId);
  return c.redirect(`${addressOf(c)}/turn?at=${at}`, 303);
});

const addressOf = (c: C): string => `/projects/${c.get('project').id}/sources/${idOf(c)}/structure`;

/** Back to the part of the page that the form stood in. */
function back(c: C, changeId: number | null, part: string): Response {
  flashDone(c, changeId);
  return c.redirect(`${addressOf(c)}#${part}`, 303);
}

interface Refused {
  typed: Typed;
  errors: FieldErrors;
  status: ReturnType<typeof statusOf>;
}

async function structurePage(c: C, refused?: Refused): Promise<Response> {
  const ctx = c.get('ctx');
  const source = await getSource(ctx, idOf(c));
  const structure = await structureOf(ctx, source);
  const chosen = c.req.query('speaker');
  const turns = structure.turns.filter((turn) => isOf(turn, chosen));
  const number = readPage(c.req.query('page'));
  const first = (number - 1) * TURNS;
  return page(
    c,
    <StructurePage
      {...await choicesOf(c, source)}
      {...structure}
      source={source}
      shown={{ turns: turns.slice(first, first + TURNS), total: turns.length, first }}
      page={number}
      pageSize={TURNS}
      chosen={chosen}
      typed={refused?.typed}
      errors={refused?.errors}
    />,
    refused?.status ?? 200,
  );
}

/** Whether the list shows the turn: of everybody, of one speaker, or of nobody. */
const isOf = ({ speakerId }: TurnLine, chosen: string | undefined): boolean =>
  chosen === undefined || chosen === '' || String(speakerId ?? 'none') === chosen;

/** What speakers and questions are chosen from. */
async function choicesOf(c: C, source: Source) {
  const ctx = c.get('ctx');
  const [shell, respondents, questions] = await Promise.all([
    shellProps(c),
    respondentChoices(ctx, source.interviewId),
    guideQuestions(ctx.db, ctx.projectId, source.interviewId),
  ]);
  return { shell, respondents, questions, projectId: ctx.projectId };
}
