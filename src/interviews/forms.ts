import { z } from 'zod';
import { parseDate } from '../domain/dates/index.ts';
import { Invalid } from '../domain/errors.ts';
import { CONSENTS, KINDS, MODES, STATUSES } from '../domain/register/index.ts';
import type { RespondentInput } from '../respondents/index.ts';
import type { ManyInput } from './bulk.ts';
import type { InterviewInput } from './commands.ts';

const line = z.string().trim().max(300, 'interviews.long').default('');
/** A field that comes once or several times. */
const list = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((value) => (Array.isArray(value) ? value : [value]));
/** What a respondent said about being quoted: `as` is followed by how. */
const QUOTING = ['yes', 'no', 'as'] as const;
const choice = <const W extends readonly string[]>(words: W) =>
  z.enum(['', ...words], 'interviews.badChoice').default('');

export const interviewForm = z.object({
  date: line,
  end_date: line,
  location: line,
  interviewers: line,
  mode: choice(MODES),
  kind: choice(KINDS),
  status: choice(STATUSES),
  consent: z.enum(CONSENTS, 'interviews.badChoice').default('not recorded'),
  language: line,
  may_quote: choice(QUOTING),
  quote_as: line,
  follows: z.string().default(''),
  reference: z.string().trim().max(40, 'interviews.referenceLong').default(''),
  respondent: list,
  new_name: list,
  new_group: list,
  new_region: list,
  new_role: list,
  new_organisation: list,
  new_people: list,
  stamp: z.string().default(''),
});

/** What several interviews are to have in common; an empty field leaves each as it is. */
export const bulkForm = z.object({
  pick: list,
  all: z
    .literal('found')
    .optional()
    .transform((value) => value !== undefined),
  status: choice(STATUSES),
  consent: choice(CONSENTS),
  mode: choice(MODES),
  location: line,
  language: line,
  interviewers: line,
  may_quote: choice(['yes', 'no'] as const),
  guide: z.string().regex(/^\d*$/u, 'interviews.badChoice').default(''),
});

export function asManyInput(form: z.infer<typeof bulkForm>): ManyInput {
  const said = (text: string): string | undefined => (text === '' ? undefined : text);
  return {
    status: form.status || undefined,
    consent: form.consent || undefined,
    mode: form.mode || undefined,
    location: said(form.location),
    language: said(form.language),
    mayQuote: said(form.may_quote),
    interviewers: form.interviewers === '' ? undefined : namesIn(form.interviewers),
    guideId: form.guide === '' ? undefined : Number(form.guide),
  };
}

const namesIn = (text: string): string[] => text.split(';').filter((name) => name.trim() !== '');

export type InterviewForm = z.infer<typeof interviewForm>;

/**
 * A form as the commands take it.
 * @param mayName whether this person may write down who a new respondent is
 * @throws Invalid beside the field that cannot be read
 */
export function asInput(
  form: InterviewForm,
  order: 'day' | 'month',
  mayName: boolean,
): InterviewInput {
  const date = readDate(form.date, 'date', order);
  const end = readDate(form.end_date, 'end_date', order);
  return {
    reference: form.reference,
    date: date?.date ?? null,
    endDate: end?.end ?? end?.date ?? date?.end ?? null,
    kind: form.kind || undefined,
    mode: form.mode,
    location: form.location,
    language: form.language,
    status: form.status || undefined,
    consent: form.consent,
    mayQuote: quoting(form),
    followsId: followed(form.follows),
    respondents: [
      ...form.respondent.filter((id) => id !== '').map(Number),
      ...newRespondents(mayName ? form : { ...form, new_name: [] }),
    ],
    interviewers: namesIn(form.interviewers),
  };
}

/** @throws Invalid `interviews.quoteAs` for “as …” without the words */
function quoting({ may_quote, quote_as }: InterviewForm): string {
  if (may_quote === 'as' && quote_as === '')
    throw new Invalid('interviews.quoteAs', {}, 'quote_as');
  return may_quote === 'as' || may_quote === '' ? quote_as : may_quote;
}

/** `12` is that interview, `none` none at all, nothing is for the program to find. */
function followed(text: string): number | null | undefined {
  if (text === 'none') return null;
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

/** What stands in the database as the form's fields say it. */
export function quotingFields(mayQuote: string): { may_quote: string; quote_as: string } {
  if (mayQuote === '' || mayQuote === 'yes' || mayQuote === 'no')
    return { may_quote: mayQuote, quote_as: '' };
  return { may_quote: 'as', quote_as: mayQuote };
}

function readDate(text: string, field: string, order: 'day' | 'month') {
  if (text === '') return null;
  const parsed = parseDate(text, { order });
  if (parsed.kind === 'date') return parsed;
  const reason = parsed.kind === 'unknown' ? parsed.reason : 'not-a-date';
  if (reason === 'backwards') throw new Invalid('interviews.endBeforeDate', {}, field);
  throw new Invalid(
    reason === 'not-a-day' ? 'interviews.noSuchDay' : 'interviews.badDate',
    { text },
    field,
  );
}

/** The new respondents that something was said of; rows left empty are none. */
function newRespondents(form: InterviewForm): RespondentInput[] {
  const fields = [
    form.new_name,
    form.new_group,
    form.new_region,
    form.new_role,
    form.new_organisation,
    form.new_people,
  ];
  const rows = Math.max(...fields.map((each) => each.length));
  return Array.from({ length: rows }, (_, n) => {
    const said = (values: readonly string[]): string => values[n]?.trim() ?? '';
    const people = said(form.new_people);
    const headCount = people === '' ? 1 : Number(people);
    if (!Number.isSafeInteger(headCount) || headCount < 1 || headCount > 9999)
      throw new Invalid('respondents.headCount', {}, 'new_people');
    return {
      isSaid: fields.some((values) => said(values) !== ''),
      kind: headCount > 1 ? ('group' as const) : ('person' as const),
      headCount,
      group: said(form.new_group),
      region: said(form.new_region),
      role: said(form.new_role),
      organisation: said(form.new_organisation),
      ...(said(form.new_name) === ''
        ? {}
        : { identity: { name: said(form.new_name), contact: '', note: '' } }),
    };
  }).flatMap(({ isSaid, ...respondent }) => (isSaid ? [respondent] : []));
}
