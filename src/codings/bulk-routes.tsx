import { Hono } from 'hono';
import { BulkPage, type BulkForm } from '../../views/codings/BulkPage.tsx';
import type { Offers } from '../../views/search/coding.ts';
import { listCodes } from '../codebook/index.ts';
import { DomainError, Invalid, NotFound } from '../domain/errors.ts';
import { contains } from '../domain/text/span.ts';
import {
  fieldErrors,
  flashDone,
  page,
  shellProps,
  typedForm,
  type C,
  type Env,
  type FieldErrors,
  type Typed,
} from '../http/index.ts';
import { getSource } from '../sources/index.ts';
import { MOST_PASSAGES, previewBulk, type BulkWish } from './bulk.ts';
import { bulkChoices, turnAt } from './bulk-choices.ts';
import { placeOf } from './forms.ts';
import { addCodings } from './many.ts';
import { placeHref } from './page.tsx';
import { codeCalled, pickOf, readPicks } from './picks.ts';
import { SOURCE, sourceHref, sourceId } from './request.ts';
import { textOf } from './texts.ts';

/** Coding many passages at once: all turns of a speaker, all answers to a question, the same words elsewhere. */
export const inBulk = new Hono<Env>();

const HERE = `${SOURCE}/code-many`;
const BY = ['speaker', 'question', 'words'] as const;

inBulk.get(HERE, async (c) => bulkPage(c, await prefilled(c, readForm(c.req.query()))));

inBulk.post(HERE, async (c) => {
  const typed = await typedForm(c);
  const form = readForm(typed);
  const picks = readPicks(typed['pick']);
  try {
    const code = codeCalled(await listCodes(c.get('ctx')), form.code);
    if (picks.length === 0) throw new Invalid('search.nothingPicked');
    const done = await addCodings(c.get('ctx'), code.id, picks);
    flashDone(c, done.changeId);
    return c.redirect(sourceHref(c), 303);
  } catch (error) {
    if (!(error instanceof DomainError) || error instanceof NotFound) throw error;
    return bulkPage(c, form, { picks: picks.map(pickOf), errors: fieldErrors(c, error) });
  }
});

function readForm(typed: Typed | Record<string, string | undefined>): BulkForm {
  const one = (name: string): string => {
    const value = typed[name];
    return typeof value === 'string' ? value : (value?.[0] ?? '');
  };
  return {
    by: BY.find((by) => by === one('by')) ?? 'speaker',
    speaker: one('speaker'),
    question: one('question'),
    words: one('words'),
    scope: one('scope') === 'project' ? 'project' : 'source',
    code: one('code'),
  };
}

/** `?at=10-25` of the workbench: the speaker, the question and the words of the passage are put in. */
async function prefilled(c: C, form: BulkForm): Promise<BulkForm> {
  const place = placeOf(c.req.query('at'));
  if (place === null) return form;
  const ctx = c.get('ctx');
  const source = await getSource(ctx, sourceId(c));
  if (!contains({ start: 0, end: source.length }, place)) return form;
  const turn = await turnAt(ctx, source.id, place);
  const text = await textOf(ctx.db, ctx.db, source);
  return {
    ...form,
    speaker: form.speaker || String(turn?.speakerId ?? ''),
    question: form.question || String(turn?.questionId ?? ''),
    words: form.words || text.slice(place.start, place.end).replace(/\s+/gu, ' ').trim(),
  };
}

/** @throws Invalid beside the field that says too little */
function wishOf(form: BulkForm): BulkWish {
  const isEverywhere = form.scope === 'project';
  if (form.by === 'words') {
    if (form.words.trim() === '') throw new Invalid('codings.noWords', {}, 'words');
    return { by: 'words', words: form.words, isEverywhere };
  }
  const id = Number(form[form.by]);
  if (!Number.isSafeInteger(id) || id <= 0)
    throw form.by === 'speaker'
      ? new Invalid('codings.noSpeaker', {}, 'speaker')
      : new Invalid('codings.noQuestion', {}, 'question');
  return form.by === 'speaker'
    ? { by: 'speaker', speakerId: id, isEverywhere }
    : { by: 'question', questionId: id, isEverywhere };
}

interface Refused {
  picks: readonly string[];
  errors: FieldErrors;
}

async function bulkPage(c: C, form: BulkForm, refused?: Refused): Promise<Response> {
  const ctx = c.get('ctx');
  const source = await getSource(ctx, sourceId(c));
  const codes = await listCodes(ctx);
  const isAsked = form.code.trim() !== '';
  let offers: Offers | null = null;
  let errors = refused?.errors ?? {};
  try {
    if (isAsked) offers = await offersFor(c, form, refused);
  } catch (error) {
    errors = fieldErrors(c, error);
  }
  return page(
    c,
    <BulkPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      source={{ name: source.name, href: sourceHref(c) }}
      choices={await bulkChoices(ctx, source.id)}
      codes={codes.filter(({ isCodable }) => isCodable).map(({ path }) => path)}
      {...{ form, offers, errors }}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  );
}

async function offersFor(c: C, form: BulkForm, refused?: Refused): Promise<Offers> {
  const ctx = c.get('ctx');
  const code = codeCalled(await listCodes(ctx), form.code);
  const source = await getSource(ctx, sourceId(c));
  const preview = await previewBulk(ctx, source, wishOf(form), code.id);
  const picked = refused && new Set(refused.picks);
  return {
    code: code.path,
    more: preview.hasMore ? c.get('t').codings.bulk.more(MOST_PASSAGES) : null,
    withdrawn: preview.withdrawn,
    passages: preview.passages.map(({ already, ...one }) => ({
      ...one,
      pick: pickOf(one),
      href: placeHref(ctx.projectId, one.sourceId, one),
      already,
      isPicked: picked?.has(pickOf(one)) ?? already === null,
    })),
  };
}
