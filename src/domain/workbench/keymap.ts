/**
 * The keys of the workbench: one table that the page's key list, the guide and the key handler read.
 * `Mod` is Ctrl (on a Mac Cmd with letters and Option with arrows). A step's keys with Shift extend the
 * passage instead of moving it. Tab stays the browser's.
 */

export type Unit = 'segment' | 'sentence' | 'word';

/** What one goes to: the next, or the one before. */
export const DESTINATIONS = ['coding', 'uncoded', 'question', 'hit', 'source'] as const;
export type Destination = (typeof DESTINATIONS)[number];
export type GoAct = `${Destination}.${'after' | 'before'}`;

export type Act =
  | GoAct
  | 'segment.next'
  | 'segment.previous'
  | 'sentence.next'
  | 'sentence.previous'
  | 'word.next'
  | 'word.previous'
  | 'pick'
  | 'last'
  | 'arm'
  | 'inVivo'
  | 'memo'
  | 'card'
  | 'replace'
  | 'report'
  | 'quote'
  | 'uncode'
  | 'cycle'
  | 'correct'
  | 'end.grow'
  | 'end.shrink'
  | 'start.grow'
  | 'start.shrink'
  | 'find'
  | 'search'
  | 'keys'
  | 'undo'
  | 'redo'
  | 'escape';

export interface KeyRow {
  act: Act;
  /** In the notation of `comboOf`; the first is the one that is shown. */
  keys: readonly string[];
  /** A held key repeats the act; everything else acts once a press. */
  repeats: boolean;
}

const step = (act: Act, ...keys: string[]): KeyRow => ({ act, keys, repeats: true });
const once = (act: Act, ...keys: string[]): KeyRow => ({ act, keys, repeats: false });

export const KEYMAP: readonly KeyRow[] = [
  step('segment.next', 'j', 'ArrowDown'),
  step('segment.previous', 'k', 'ArrowUp'),
  step('sentence.next', 'l', 'ArrowRight'),
  step('sentence.previous', 'h', 'ArrowLeft'),
  step('word.next', 'w', 'Mod+ArrowRight'),
  step('word.previous', 'b', 'Mod+ArrowLeft'),
  step('end.grow', ']'),
  step('end.shrink', '['),
  step('start.grow', '{'),
  step('start.shrink', '}'),
  step('coding.after', '.'),
  step('coding.before', ','),
  step('uncoded.after', '>'),
  step('uncoded.before', '<'),
  step('question.after', 'Mod+ArrowDown'),
  step('question.before', 'Mod+ArrowUp'),
  step('hit.after', ';'),
  step('hit.before', ':'),
  once('source.after', 'Shift+n'),
  once('source.before', 'Shift+p'),
  once('pick', 'c', 'Space'),
  once('last', 'q'),
  once('arm', 'a'),
  once('inVivo', 'v'),
  once('memo', 'm'),
  once('card', 'd'),
  once('replace', 'r'),
  once('report', 'i'),
  once('quote', 'y'),
  once('uncode', 'u', 'Delete'),
  once('cycle', 'o'),
  once('correct', 'e'),
  once('find', '/'),
  once('search', 'Shift+c'),
  once('keys', '?'),
  once('undo', 'Mod+z'),
  once('redo', 'Mod+Shift+z', 'Mod+y'),
  once('escape', 'Escape'),
];

/** What of a keyboard event decides which key it is. */
export interface KeyPress {
  key: string;
  /** The physical key (`KeyJ`): stands in where the layout is not Latin. */
  code?: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  /** AltGr is held: how `[` is typed on many keyboards, and no shortcut of anybody's. */
  altGraph?: boolean;
}

/**
 * A press as written in the table (`j`, `Shift+j`, `Mod+ArrowRight`, `?`), or null when it carries a
 * modifier that belongs to the browser or the system.
 */
export function comboOf(press: KeyPress, mac: boolean): string | null {
  const key = keyName(press);
  const isArrow = key.startsWith('Arrow');
  const letter = /^[a-z]$/.test(key);
  const shifted = press.shiftKey && (letter || key.length > 1);
  if (press.altGraph) return key.length === 1 ? key : null;
  const mod = !mac ? press.ctrlKey : isArrow ? press.altKey : press.metaKey;
  const foreign = !mac
    ? press.altKey || press.metaKey
    : press.ctrlKey || (isArrow ? press.metaKey : press.altKey && key.length > 1);
  if (foreign) return null;
  return `${mod ? 'Mod+' : ''}${shifted ? 'Shift+' : ''}${key}`;
}

function keyName({ key, code }: KeyPress): string {
  if (key === ' ') return 'Space';
  if (/^[A-Za-z]$/.test(key)) return key.toLowerCase();
  const physical = /^(?:Key|Digit)([A-Z0-9])$/.exec(code ?? '')?.[1];
  const isForeignLetter = key.length === 1 && key > '\u007f' && /\p{L}/u.test(key);
  return isForeignLetter && physical ? physical.toLowerCase() : key;
}

/** Keys without modifiers that a code cannot have as its own. */
export const RESERVED_KEYS: ReadonlySet<string> = new Set(
  KEYMAP.flatMap((row) => row.keys).filter((key) => key.length === 1),
);

export type Command =
  | { act: Exclude<Act, StepAct> }
  | { act: StepAct; unit: Unit; by: 1 | -1; extend: boolean }
  | { act: 'code'; code: number };

export type StepAct = `${Unit}.${'next' | 'previous'}`;

export const isGo = (act: string): act is GoAct => /\.(after|before)$/.test(act);

export const isStep = (act: Act): act is StepAct => /\.(next|previous)$/.test(act);

/**
 * What a press means in the workbench, or null when it means nothing there.
 * @param codes a code's own key -> its id; digits and letters, without regard to case
 * @param repeat the key is being held down
 * @param table the keys as this person has them
 */
export function commandOf(
  press: KeyPress & { repeat?: boolean },
  codes: ReadonlyMap<string, number>,
  mac = false,
  table: readonly KeyRow[] = KEYMAP,
): Command | null {
  const combo = comboOf(press, mac);
  if (combo === null) return null;
  const plain = combo.replace('Shift+', '');
  const row =
    table.find(({ keys }) => keys.includes(combo)) ??
    table.find(({ act, keys }) => isStep(act) && keys.includes(plain));
  if (row && isStep(row.act)) {
    const [unit, way] = row.act.split('.') as [Unit, 'next' | 'previous'];
    return { act: row.act, unit, by: way === 'next' ? 1 : -1, extend: press.shiftKey };
  }
  if (press.repeat && !row?.repeats) return null;
  if (row) return { act: row.act as Exclude<Act, StepAct> };
  const code = codes.get(combo);
  return code === undefined ? null : { act: 'code', code };
}
