import type { CellState } from '../../src/domain/framework/grid.ts';
import type { Messages } from '../messages/index.ts';

export interface DocumentCell {
  title: string;
  state: CellState;
  /** Markdown. */
  body: string;
  passages: readonly { text: string; place: string }[];
}

export interface DocumentSection {
  title: string;
  facts: string;
  cells: readonly DocumentCell[];
}

/** What the choices leave, by name. */
export interface SaidChoices {
  /** Paths of the codes chosen; null for every theme. */
  codes: readonly string[] | null;
  group: string | null;
  region: string | null;
  own: boolean;
  state: CellState | null;
}

/** What is in the document, as sentences: the page and the file say the same. */
export function saysWhat(
  t: Messages,
  { codes, group, region, own, state }: SaidChoices,
  withPassages: boolean,
): string[] {
  const words = t.framework.document;
  const filters = [
    ...(own ? [words.own] : []),
    ...(group === null ? [] : [words.group(group)]),
    ...(region === null ? [] : [words.region(region)]),
    ...(state === null ? [] : [words.state(t.framework.filter.states[state])]),
  ].join(' ');
  return [
    words.lead(codes === null ? words.themes : words.codes(codes), filters),
    withPassages ? words.withPassages : words.withoutPassages,
    words.names,
  ];
}

/** What stands in place of a summary or below it, where its state asks for a word. */
export function remarkOn(t: Messages, state: CellState): string {
  const words = t.framework.document;
  if (state === 'waiting') return words.notWritten;
  if (state === 'empty') return words.nothing;
  return state === 'newer' ? words.newer : '';
}
