/**
 * The filter above the text: each choice acts at once, without the server, by the same rule that the server follows for an
 * address (`domain/workbench/filter`). What is filtered stands in the address, so that reload, Back and a link show the same.
 */
import {
  choosesTurns,
  FILTER_NAMES,
  filterParams,
  isFiltered,
  readFilter,
  ShownCounter,
  shownOf,
  type Filter,
  type FilteredTurn,
  type Known,
} from '../domain/workbench/filter.ts';
import { lanesOf } from '../domain/workbench/lanes.ts';
import { markClass } from '../domain/workbench/paint.ts';
import { codingOf, type PageCoding } from './chosen.ts';
import { whoseIs } from './unsent.ts';
import type { Words } from './words.ts';

export interface Filtering {
  /** To be called with the turns that replaced others: what comes from the server is painted whole. */
  refresh(turns: readonly HTMLElement[]): void;
  /** A coding made just now stays in sight, whatever is filtered. */
  keep(coding: number): void;
  readonly isOn: boolean;
}

interface Parts {
  document: Document;
  transcript: HTMLElement;
  words: Words;
  say: (sentence: string) => void;
  /** These are painted otherwise now. */
  painted: (turns: readonly HTMLElement[]) => void;
}

/** Turns repainted before the browser may do something else: some 5 ms of work. */
const AT_ONCE = 150;
const UNCODABLE = '.turn-question, .turn-heading, .turn-empty';

export function tendFilter({ document, transcript, words, say, painted }: Parts): Filtering {
  const form = document.querySelector<HTMLFormElement>('#filter');
  const line = document.getElementById('filter-line');
  const says = document.getElementById('filter-says');
  const kept = new Set([Number(transcript.dataset['coding'])]);
  let filter = readFilter(new URLSearchParams(location.search));
  let known = knownOf(document);
  /** Turns painted by the filter of this number are done. */
  let round = 0;
  if (!form || !line || !says)
    return { refresh: () => undefined, keep: () => undefined, isOn: false };

  const paintSome = async (turns: readonly HTMLElement[]): Promise<boolean> => {
    const mine = ++round;
    for (let at = 0; at < turns.length; at += AT_ONCE) {
      if (at > 0) await new Promise((resolve) => setTimeout(resolve));
      if (mine !== round) return false;
      const some = turns.slice(at, at + AT_ONCE);
      for (const turn of some) paintTurn(turn, filter, known, kept);
      painted(some);
    }
    return true;
  };

  const tell = (): void => {
    const sentence = sentenceOf(filter, transcript, known, kept, { form, words });
    line.hidden = !isFiltered(filter);
    says.textContent = isFiltered(filter) ? sentence : '';
    say(sentence);
  };

  const apply = (next: Filter): void => {
    filter = next;
    known = knownOf(document);
    kept.clear();
    void paintSome(nearestFirst(transcript)).then((isDone) => {
      if (isDone) tell();
    });
  };

  const choose = (params: URLSearchParams): void => {
    const next = readFilter(params);
    const to = new URL(location.href);
    for (const name of FILTER_NAMES) to.searchParams.delete(name);
    for (const [name, value] of filterParams(next)) to.searchParams.append(name, value);
    if (to.href !== location.href) history.pushState(null, '', to);
    showInForm(form, next);
    apply(next);
  };

  form.addEventListener('change', () => choose(paramsOf(form)));
  form.addEventListener('submit', (event) => event.preventDefault());
  document.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = (event.target as Element).closest<HTMLElement>('[data-filter]');
    if (!link) return;
    event.preventDefault();
    // Clearing hides the line with this link: the focus goes where one would filter again.
    if (line.contains(link)) form.parentElement?.querySelector('summary')?.focus();
    choose(new URLSearchParams(link.dataset['filter']));
  });
  window.addEventListener('popstate', () => {
    const params = new URLSearchParams(location.search);
    const next = readFilter(params);
    if (String(filterParams(next)) === String(filterParams(filter))) return;
    showInForm(form, next);
    apply(next);
  });

  return {
    refresh(turns) {
      if (!isFiltered(filter)) return;
      for (const turn of turns) paintTurn(turn, filter, known, kept);
    },
    keep(coding) {
      kept.add(coding);
      if (!isFiltered(filter)) return;
      for (const stripe of transcript.querySelectorAll(`[data-stripe="${coding}"]`)) {
        const turn = stripe.closest<HTMLElement>('.turn');
        if (turn) paintTurn(turn, filter, known, kept);
      }
    },
    get isOn() {
      return isFiltered(filter);
    },
  };
}

/** Those on the screen come first. */
function nearestFirst(transcript: HTMLElement): HTMLElement[] {
  const turns = [...transcript.querySelectorAll<HTMLElement>('.turn')];
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.getBoundingClientRect().bottom ?? 0) > 0) high = middle;
    else low = middle + 1;
  }
  return [...turns.slice(low), ...turns.slice(0, low)];
}

type Turn = FilteredTurn<PageCoding> & { stripes: readonly HTMLElement[] };

function turnOf(turn: HTMLElement): Turn {
  const stripes = [...turn.querySelectorAll<HTMLElement>('[data-stripe]')];
  return {
    spokenBy: turn.dataset['speaker'] ?? null,
    question: turn.dataset['question'] ?? null,
    isCodable: !turn.matches(UNCODABLE),
    codings: stripes.map(codingOf),
    stripes,
  };
}

function shownIn(turn: Turn, filter: Filter, known: Known, kept: ReadonlySet<number>) {
  const shown = shownOf(filter, turn, known);
  const justMade = turn.codings.filter(({ id }) => kept.has(id));
  if (justMade.length === 0) return shown;
  return { codings: [...new Set([...shown.codings, ...justMade])], isQuiet: false };
}

function paintTurn(
  element: HTMLElement,
  filter: Filter,
  known: Known,
  kept: ReadonlySet<number>,
): void {
  const turn = turnOf(element);
  const { codings, isQuiet } = shownIn(turn, filter, known, kept);
  element.classList.toggle('is-quiet', isQuiet);
  if (turn.stripes.length === 0) return;
  const colours = new Map(codings.map(({ id, codeId }) => [id, known.colour(codeId)]));
  for (const stripe of turn.stripes) stripe.hidden = !colours.has(Number(stripe.dataset['stripe']));
  const rows = lanesOf(codings);
  for (const mark of element.querySelectorAll<HTMLElement>('mark[data-c]')) {
    const coded = (mark.dataset['c'] ?? '').split(' ').flatMap((text) => {
      const colour = colours.get(Number(text));
      return colour === undefined ? [] : [{ id: Number(text), colour }];
    });
    const others = ['passage', 'is-focused'].filter((name) => mark.classList.contains(name));
    mark.className = [markClass(coded, rows), ...others].join(' ').trim();
  }
}

/** The codebook beside the text says what lies under what, and which colour it has. */
function knownOf(document: Document): Known {
  const lines = new Map<number, number[]>();
  const colours = new Map<number, number>();
  for (const row of document.querySelectorAll<HTMLElement>('[data-code]')) {
    const id = Number(row.dataset['code']);
    const above = row.closest('li')?.parentElement?.closest('li')?.querySelector('[data-code]');
    const up = above instanceof HTMLElement ? lines.get(Number(above.dataset['code'])) : undefined;
    lines.set(id, [id, ...(up ?? [])]);
    colours.set(id, Number((row.dataset['colour'] ?? '').replace('code-colour-', '')) || 1);
  }
  return {
    me: Number(whoseIs(document)),
    line: (codeId) => lines.get(codeId) ?? [codeId],
    colour: (codeId) => colours.get(codeId) ?? 1,
  };
}

function sentenceOf(
  filter: Filter,
  transcript: HTMLElement,
  known: Known,
  kept: ReadonlySet<number>,
  { form, words }: { form: HTMLFormElement; words: Words },
): string {
  if (!isFiltered(filter)) return words('shownAll');
  const counter = new ShownCounter();
  for (const element of transcript.querySelectorAll<HTMLElement>('.turn')) {
    const turn = turnOf(element);
    counter.add(turn, shownIn(turn, filter, known, kept));
  }
  const key = filter.uncoded ? 'shownTurns' : choosesTurns(filter) ? 'shownBoth' : 'shownCodings';
  return words(key, { ...counter.counts, what: saysOf(form, words) });
}

/** "theme Visibility or code Jargon, only mine" */
function saysOf(form: HTMLFormElement, words: Words): string {
  const says = (selector: string): string[] =>
    [...form.querySelectorAll<HTMLElement>(selector)].flatMap(
      ({ dataset }) => dataset['says'] ?? [],
    );
  const codes = says('[name=under]:checked').reduce(
    (first, second) => (first === '' ? second : words('eitherOr', { first, second })),
    '',
  );
  const others = says('option:checked, input:checked:not([name=under])');
  return [codes, ...others].filter((text) => text !== '').join(', ');
}

function paramsOf(form: HTMLFormElement): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value !== '') params.append(name, value);
  return params;
}

function showInForm(form: HTMLFormElement, filter: Filter): void {
  const params = new URLSearchParams(filterParams(filter));
  for (const select of form.querySelectorAll('select'))
    select.value = params.get(select.name) ?? '';
  for (const box of form.querySelectorAll<HTMLInputElement>('[type=checkbox]'))
    box.checked = params.getAll(box.name).includes(box.value);
}
