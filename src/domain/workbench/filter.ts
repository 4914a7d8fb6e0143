/** What the workbench paints of a source. The server reads it from the address, the browser from its form. */

export interface Filter {
  /** Any of these codes, or one below them; empty for all. */
  under: readonly number[];
  /** 1 to 8 */
  colour: number | null;
  coder: number | 'me' | null;
  /** Only codings marked for the report. */
  report: boolean;
  /** Only turns without any of the codings above. */
  uncoded: boolean;
  /** A question's number, as the text has it. */
  question: string | null;
  /** A speaker's label. */
  speaker: string | null;
}

/** The names that a filter has in an address, in the order in which it is told. */
export const FILTER_NAMES = [
  'under',
  'colour',
  'coder',
  'report',
  'question',
  'speaker',
  'uncoded',
] as const satisfies (keyof Filter)[];

/** Codes that one address may ask for. */
const MOST_CODES = 200;
const NUMBER = /^[1-9]\d{0,8}$/;

/** @param params of the address; what makes no sense in them is as if it were not there */
export function readFilter(params: URLSearchParams): Filter {
  const number = (name: string): number | null => {
    const value = params.get(name) ?? '';
    return NUMBER.test(value) ? Number(value) : null;
  };
  const text = (name: string): string | null => params.get(name)?.slice(0, 500) || null;
  const codes = params.getAll('under').filter((value) => NUMBER.test(value));
  const colour = number('colour');
  return {
    under: [...new Set(codes.map(Number))].slice(0, MOST_CODES),
    colour: colour !== null && colour <= 8 ? colour : null,
    coder: params.get('coder') === 'me' ? 'me' : number('coder'),
    report: params.get('report') === '1',
    uncoded: params.get('uncoded') === '1',
    question: text('question'),
    speaker: text('speaker'),
  };
}

/** As `readFilter` reads it; what filters nothing is left out. */
export const filterParams = (filter: Filter): [name: string, value: string][] =>
  FILTER_NAMES.flatMap((name): [string, string][] => {
    const value = filter[name];
    if (typeof value === 'object' && value !== null)
      return value.map((code) => [name, String(code)]);
    return value === null || value === false ? [] : [[name, value === true ? '1' : String(value)]];
  });

export const isFiltered = (filter: Filter): boolean => filterParams(filter).length > 0;

/** Whether it chooses among turns as well, not among codings alone. */
export const choosesTurns = ({ uncoded, question, speaker }: Filter): boolean =>
  uncoded || question !== null || speaker !== null;

/** What a filter has to know of the project. */
export interface Known {
  /** The person who looks. */
  me: number;
  /** The code itself and those above it. */
  line: (codeId: number) => readonly number[];
  /** 1 to 8 */
  colour: (codeId: number) => number;
}

export interface FilteredCoding {
  id: number;
  codeId: number;
  coderId: number;
  forReport: boolean;
}

export interface FilteredTurn<C extends FilteredCoding> {
  /** Who speaks, also where the turn does not name them again. */
  spokenBy: string | null;
  question: string | null;
  /** There is something to code: no heading, no question of the interviewer's, not empty. */
  isCodable: boolean;
  codings: readonly C[];
}

/** Whether a coding passes, wherever it stands. */
export function passes(
  { under, colour, coder, report }: Filter,
  coding: FilteredCoding,
  known: Known,
): boolean {
  if (under.length > 0 && !known.line(coding.codeId).some((id) => under.includes(id))) return false;
  if (colour !== null && known.colour(coding.codeId) !== colour) return false;
  if (report && !coding.forReport) return false;
  return coder === null || coding.coderId === (coder === 'me' ? known.me : coder);
}

/**
 * What is painted of a turn: the codings shown, and whether the turn steps back because it was not asked for. A turn that
 * steps back shows none, and stays readable.
 */
export function shownOf<C extends FilteredCoding>(
  filter: Filter,
  turn: FilteredTurn<C>,
  known: Known,
): { codings: readonly C[]; isQuiet: boolean } {
  const codings = isFiltered(filter)
    ? turn.codings.filter((coding) => passes(filter, coding, known))
    : turn.codings;
  const isQuiet =
    (filter.question !== null && turn.question !== filter.question) ||
    (filter.speaker !== null && turn.spokenBy !== filter.speaker) ||
    (filter.uncoded && (!turn.isCodable || codings.length > 0));
  return { codings: isQuiet ? [] : codings, isQuiet };
}

/** How much of a source is shown. */
export interface ShownCounts {
  codings: number;
  allCodings: number;
  /** With something to code in them. */
  turns: number;
  allTurns: number;
}

/** Counts turn after turn; a coding that lies on several counts once. */
export class ShownCounter {
  private readonly shown = new Set<number>();
  private readonly all = new Set<number>();
  private turns = 0;
  private allTurns = 0;

  add<C extends FilteredCoding>(
    turn: FilteredTurn<C>,
    painted: { codings: readonly C[]; isQuiet: boolean },
  ): void {
    for (const { id } of turn.codings) this.all.add(id);
    for (const { id } of painted.codings) this.shown.add(id);
    if (!turn.isCodable) return;
    this.allTurns += 1;
    if (!painted.isQuiet) this.turns += 1;
  }

  get counts(): ShownCounts {
    const { shown, all, turns, allTurns } = this;
    return { codings: shown.size, allCodings: all.size, turns, allTurns };
  }
}
