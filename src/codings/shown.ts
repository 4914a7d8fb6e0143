import type { CodingView, FilterView, SegmentView } from '../../views/codings/types.ts';
import type { Shown } from '../../views/codings/segment.ts';
import {
  filterParams,
  isFiltered,
  readFilter,
  ShownCounter,
  shownOf,
  type Filter,
  type FilteredTurn,
  type Known,
} from '../domain/workbench/filter.ts';
import type { C } from '../http/index.ts';
import type { BookCode } from './book.ts';
import type { CodingRow } from './queries.ts';
import type { FactQuestion } from './facts.ts';
import { isCodable } from './view.ts';

/** The filter that an address asks for, applied to one source. */
export interface Showing {
  view: FilterView;
  /** `&coder=me&under=3`, for links that keep it; empty when nothing is filtered. */
  keep: string;
  of: (segment: SegmentView) => Shown;
}

type Material = {
  codes: readonly BookCode[];
  segments: readonly SegmentView[];
  codings: readonly CodingRow[];
  questions: readonly FactQuestion[];
};

export function showingOf(c: C, { codes, segments, codings, questions }: Material): Showing {
  const filter = readFilter(new URL(c.req.url).searchParams);
  const of = isFiltered(filter)
    ? filtered(filter, knownOf(codes, c.get('ctx').userId), Number(c.req.query('coding')))
    : everything;
  const counter = new ShownCounter();
  if (isFiltered(filter)) for (const segment of segments) counter.add(turnOf(segment), of(segment));
  const params = new URLSearchParams(filterParams(filter)).toString();
  return {
    keep: params === '' ? '' : `&${params}`,
    of,
    view: {
      filter,
      counts: counter.counts,
      codes,
      colours: [...new Set(codes.map(({ colour }) => colour))].sort((a, b) => a - b),
      coders: codersOf(codings, filter),
      questions: numbersOf(segments, questions, filter),
      speakers: labelsOf(segments, filter),
    },
  };
}

const everything = ({ codings }: SegmentView): Shown => ({ codings, isQuiet: false });

/** @param named a coding that the address names: in sight, whatever is filtered */
const filtered =
  (filter: Filter, known: Known, named: number) =>
  (segment: SegmentView): Shown => {
    const shown = shownOf(filter, turnOf(segment), known);
    const own = segment.codings.find(({ id }) => id === named);
    if (own === undefined || shown.codings.includes(own)) return shown;
    return { codings: [...shown.codings, own], isQuiet: false };
  };

const turnOf = (segment: SegmentView): FilteredTurn<CodingView> => ({
  spokenBy: segment.spokenBy,
  question: segment.question,
  isCodable: isCodable(segment),
  codings: segment.codings,
});

function knownOf(codes: readonly BookCode[], me: number): Known {
  const lines = new Map<number, readonly number[]>();
  // Each stands after its parent.
  for (const { id, parentId } of codes) lines.set(id, [id, ...(lines.get(parentId ?? 0) ?? [])]);
  const colours = new Map(codes.map(({ id, colour }) => [id, colour]));
  return {
    me,
    line: (codeId) => lines.get(codeId) ?? [],
    colour: (codeId) => colours.get(codeId) ?? 1,
  };
}

/** Whoever coded here, and whom the address asks for: a choice that is made must be one of those shown. */
function codersOf(codings: readonly CodingRow[], { coder }: Filter): FilterView['coders'] {
  const coders = new Map(codings.map(({ coderId, coder: name }) => [coderId, name]));
  if (typeof coder === 'number' && !coders.has(coder)) coders.set(coder, '');
  return [...coders].map(([id, name]) => ({ id, name })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function numbersOf(
  segments: readonly SegmentView[],
  questions: readonly FactQuestion[],
  { question }: Filter,
): FilterView['questions'] {
  const texts = new Map(questions.map(({ number, text }) => [number, text]));
  return distinct(
    segments.map((segment) => segment.question),
    question,
  ).map((number) => ({
    number,
    text: texts.get(number) ?? '',
  }));
}

const labelsOf = (segments: readonly SegmentView[], { speaker }: Filter): string[] =>
  distinct(
    segments.map(({ spokenBy }) => spokenBy),
    speaker,
  );

/** In the order in which they come; `wanted` among them even when it does not. */
const distinct = (values: readonly (string | null)[], wanted: string | null): string[] => [
  ...new Set([...values, wanted].filter((value) => value !== null)),
];
