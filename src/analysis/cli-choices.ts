import { DEFAULTS } from '../../views/analysis/address.ts';
import { PLAIN_FACETS, type By, type Choices, type Facet } from '../../views/analysis/types.ts';
import type { Messages } from '../../views/messages/index.ts';
import { NOT_GIVEN } from '../domain/crosstab/study.ts';
import { treeRows } from '../domain/crosstab/tree.ts';
import { isIsoDate } from '../domain/dates/index.ts';
import { Invalid } from '../domain/errors.ts';
import { foldName } from '../domain/names.ts';
import type { Arguments } from '../terminal/index.ts';
import { loadFacets, type Facets } from './facets.ts';
import { fitting } from './forms.ts';
import { viewNamed } from './kept-views.ts';
import { restName } from './says.ts';
import { loadCodes, questionNumbers, type Reader } from './study.ts';

/** The options that say what a table counts; those of `table codes`, and of every other table of analysis. */
export const CHOICE_OPTIONS = {
  view: { type: 'string' },
  by: { type: 'string' },
  and: { type: 'string' },
  count: { type: 'string' },
  over: { type: 'string' },
  question: { type: 'string', multiple: true },
  words: { type: 'string' },
  own: { type: 'boolean' },
  only: { type: 'string', multiple: true },
  from: { type: 'string' },
  to: { type: 'string' },
  'min-cell': { type: 'string' },
  show: { type: 'string' },
  interval: { type: 'boolean' },
  order: { type: 'string' },
  'hide-empty': { type: 'boolean' },
  pin: { type: 'string', multiple: true },
  row: { type: 'string', multiple: true },
  turn: { type: 'boolean' },
} as const;

const UNITS = ['respondents', 'people', 'interviews', 'passages', 'documents'] as const;
const WORDS = ['all', 'respondents', 'interviewers'] as const;
const OVER = ['everyone', 'all', 'asked', 'tied'] as const;
const SHOW = ['both', 'count', 'percent', 'coded'] as const;

/**
 * The choices that the options make, on top of those of a kept view where one is named.
 * @throws Invalid `analysis.by`, `analysis.choice`, `analysis.question`, `analysis.minCell`, `analysis.only`,
 *   `analysis.day`, `analysis.pin`, `analysis.viewUnknown`
 */
export async function readOptions(reader: Reader, args: Arguments, t: Messages): Promise<Choices> {
  const facets = await loadFacets(reader, t.analysis);
  const base = await baseOf(reader, args);
  const { values } = args;
  const by = values['by'] === undefined ? base.by : facetNamed(facets, String(values['by'])).name;
  const and =
    values['and'] === undefined ? base.and : facetNamed(facets, String(values['and'])).name;
  const questions = await readQuestions(reader, args);
  const pins = await readPins(reader, args);
  const only = [values['only'] ?? []].flat().map((text) => readOnly(facets, String(text), t));
  const queryRows = [values['row'] ?? []]
    .flat()
    .map((text) => Number(readOnly(facets, `found=${String(text)}`, t).key));
  return fitting({
    ...base,
    by: notCoder(by, facets),
    and: and === null ? null : notCoder(and, facets),
    count: oneOf(args, 'count', UNITS) ?? base.count,
    over: oneOf(args, 'over', OVER) ?? base.over,
    questions: questions.length > 0 ? questions : base.questions,
    words: oneOf(args, 'words', WORDS) ?? base.words,
    own: values['own'] === true || base.own,
    minCell: readMinCell(args) ?? base.minCell,
    filter: {
      only: only.length > 0 ? only : base.filter.only,
      from: readDay(args, 'from') ?? base.filter.from,
      to: readDay(args, 'to') ?? base.filter.to,
    },
    show: oneOf(args, 'show', SHOW) ?? base.show,
    interval: values['interval'] === true || base.interval,
    order:
      values['order'] === undefined ? base.order : readOrder(facets, by, String(values['order'])),
    hideEmpty: values['hide-empty'] === true || base.hideEmpty,
    pins: pins.length > 0 ? pins : base.pins,
    queryRows: queryRows.length > 0 ? queryRows : base.queryRows,
    turn: values['turn'] === true || base.turn,
  });
}

/** What holds where no option says otherwise; on the command line numbers without shares, as ever. */
async function baseOf(reader: Reader, { values }: Arguments): Promise<Choices> {
  if (values['view'] === undefined) return { ...DEFAULTS, show: 'count' };
  const name = String(values['view']);
  const view = await viewNamed(reader, name);
  if (!view) throw new Invalid('analysis.viewUnknown', { name });
  return view.choices;
}

export function oneOf<T extends string>(
  { values }: Arguments,
  option: string,
  known: readonly T[],
): T | null {
  const value = values[option];
  if (value === undefined) return null;
  const found = known.find((one) => one === value);
  if (found === undefined)
    throw new Invalid('analysis.choice', { option, known: known.join(', ') });
  return found;
}

/** A classification by its word, a variable by its name. @throws Invalid `analysis.by` with those there are */
function facetNamed(facets: Facets, wanted: string) {
  const plain = facets.get(wanted as Facet);
  if (plain?.label === null) return plain;
  const found = [...facets.values()].find(
    ({ label }) => label !== null && foldName(label) === foldName(wanted),
  );
  if (found) return found;
  const names = [...facets.values()].flatMap(({ label }) => label ?? []);
  throw new Invalid('analysis.by', { by: wanted, known: [...PLAIN_FACETS, ...names].join(', ') });
}

/** A table can be limited to what a coder coded and to what a query finds, not cut by it. */
function notCoder(name: Facet, facets: Facets): By {
  if (name !== 'coder' && name !== 'found') return name;
  const names = [...facets.values()].flatMap(({ label }) => label ?? []);
  throw new Invalid('analysis.by', { by: name, known: [...PLAIN_FACETS, ...names].join(', ') });
}

/** `region=Africa`. @throws Invalid `analysis.by`, `analysis.only` with the values there are */
function readOnly(facets: Facets, text: string, t: Messages): Choices['filter']['only'][number] {
  const at = text.indexOf('=');
  const facet = facetNamed(facets, at < 0 ? text : text.slice(0, at));
  const value = at < 0 ? '' : text.slice(at + 1);
  const found =
    facet.columns.find(({ label }) => foldName(label) === foldName(value)) ??
    facet.columns.find(({ key }) => key === value);
  if (found) return { facet: facet.name, key: found.key };
  const isRest = facet.of !== 'coding' && foldName(value) === foldName(restName(t, facet.of));
  if (isRest) return { facet: facet.name, key: NOT_GIVEN };
  const known = facet.columns.slice(0, 40).map(({ label }) => label);
  throw new Invalid('analysis.only', { value, known: known.join(', ') });
}

/** `tree`, `name`, `total`, or the label of a column. @throws Invalid `analysis.only` */
function readOrder(facets: Facets, by: Facet, text: string): Choices['order'] {
  if (text === 'tree' || text === 'name' || text === 'total') return { by: text };
  const columns = facets.get(by)?.columns ?? [];
  const found = columns.find(({ label }) => foldName(label) === foldName(text));
  if (found) return { by: 'column', key: found.key };
  const known = ['tree', 'name', 'total', ...columns.slice(0, 40).map(({ label }) => label)];
  throw new Invalid('analysis.choice', { option: 'order', known: known.join(', ') });
}

/** Questions are named by their numbers in the guide. @throws Invalid `analysis.question` */
async function readQuestions(reader: Reader, { values }: Arguments): Promise<number[]> {
  const wanted = [values['question'] ?? []].flat().map(String);
  if (wanted.length === 0) return [];
  const { questions } = await questionNumbers(reader);
  return wanted.map((number) => {
    const found = questions.find((question) => question.number === number);
    if (found) return found.id;
    const known = questions.map((question) => question.number).join(', ');
    throw new Invalid('analysis.question', { number, known });
  });
}

/** Codes are named by their paths, or by their names. @throws Invalid `analysis.pin` */
async function readPins(reader: Reader, { values }: Arguments): Promise<number[]> {
  const wanted = [values['pin'] ?? []].flat().map(String);
  if (wanted.length === 0) return [];
  const rows = treeRows(await loadCodes(reader));
  return wanted.map((text) => {
    const named = (name: string) => foldName(name) === foldName(text);
    const found = rows.find(({ path }) => named(path)) ?? rows.find(({ name }) => named(name));
    if (!found) throw new Invalid('analysis.pin', { name: text });
    return found.codeId;
  });
}

function readDay({ values }: Arguments, option: 'from' | 'to'): string | null {
  const value = values[option];
  if (value === undefined) return null;
  if (!isIsoDate(String(value))) throw new Invalid('analysis.day', { option });
  return String(value);
}

function readMinCell({ values }: Arguments): number | null {
  const value = values['min-cell'];
  if (value === undefined) return null;
  const number = Number(value);
  if (!/^\d{1,3}$/u.test(String(value)) || number > 100) throw new Invalid('analysis.minCell');
  return number;
}
