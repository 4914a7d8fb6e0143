import { KEYMAP, isStep, type Act, type KeyRow } from './keymap.ts';

/**
 * Keys that a person chose instead of the usual ones (WCAG 2.1.4). Never one that belongs to the browser, the system or a
 * screen reader, and never one that means two things.
 */

/** By act, in the notation of the table; an empty list leaves the act without a key. */
export type OwnKeys = Partial<Record<Act, readonly string[]>>;

/** Letting go always has its key: who is caught somewhere presses Escape. */
export const FIXED: ReadonlySet<Act> = new Set<Act>(['escape']);

export type KeyProblem =
  | { code: 'unknown' | 'browser' | 'reader' | 'fixed'; key: string }
  /** `by` is the act that has the key. */
  | { code: 'taken' | 'shifted'; key: string; by: Act }
  /** `by` is the name of the code that has the key. */
  | { code: 'codes'; key: string; by: string };

/** The table with a person's own keys in it. */
export const keymapWith = (own: OwnKeys): KeyRow[] =>
  KEYMAP.map((row) => (FIXED.has(row.act) ? row : { ...row, keys: own[row.act] ?? row.keys }));

const NAMED = new Map(
  ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Space', 'Enter', 'Delete']
    .concat(['Backspace', 'Home', 'End', 'Escape', 'Tab', 'Insert', 'CapsLock'])
    .concat(['PageUp', 'PageDown', 'ScrollLock', 'ContextMenu'])
    .map((name) => [name.toLowerCase(), name]),
);
const MODIFIERS: Record<string, string> = {
  ctrl: 'Mod',
  control: 'Mod',
  cmd: 'Mod',
  mod: 'Mod',
  shift: 'Shift',
  alt: 'Alt',
  option: 'Alt',
  meta: 'Meta',
  win: 'Meta',
};
const IN_ORDER = ['Meta', 'Alt', 'Mod', 'Shift'];

/** Keys as a person writes them, `J Ctrl+ArrowRight`, in the notation of the table: `j`, `Mod+ArrowRight`. */
export const readKeys = (text: string): string[] => [
  ...new Set(
    text
      .split(/\s+/u)
      .filter((word) => word !== '')
      .map(readKey),
  ),
];

function readKey(word: string): string {
  // A plus sign may be the key itself: `+`, `Shift++`.
  const parts = word.split(/(?<=.)\+(?=.)/u);
  const key = parts.pop() ?? '';
  const held = parts.map((part) => MODIFIERS[part.toLowerCase()] ?? part);
  const named =
    NAMED.get(key.toLowerCase()) ??
    (/^f\d{1,2}$/iu.test(key)
      ? key.toUpperCase()
      : /^[A-Za-z]$/u.test(key)
        ? key.toLowerCase()
        : key);
  return [...held.sort((a, b) => IN_ORDER.indexOf(a) - IN_ORDER.indexOf(b)), named].join('+');
}

/** Keys of the table as a person reads and writes them. */
export const writeKeys = (keys: readonly string[]): string =>
  keys.map((key) => key.replace('Mod+', 'Ctrl+')).join(' ');

/** With Ctrl only what every program takes for the same thing, and the arrows by word. */
const WITH_MOD = /^Mod\+(?:(?:Shift\+)?(?:z|Arrow\w+)|y)$/u;

/** Why no act may have this key, whatever the others are; null when one may. */
export function keyProblem(key: string): KeyProblem | null {
  if (key === 'Escape') return { code: 'fixed', key };
  if (/\b(?:Insert|CapsLock|ScrollLock)$|^Alt\+Mod\+/u.test(key)) return { code: 'reader', key };
  if (/^(?:Meta|Alt)\+|\b(?:Tab|ContextMenu|PageUp|PageDown|F\d+)$/u.test(key))
    return { code: 'browser', key };
  if (key.startsWith('Mod+') && !WITH_MOD.test(key)) return { code: 'browser', key };
  const bare = key.replace(/^(?:Mod\+)?(?:Shift\+)?/u, '');
  const isNamed = NAMED.get(bare.toLowerCase()) === bare;
  const isShiftedSign = key.startsWith('Shift+') && !isNamed && !/^[a-z]$/u.test(bare);
  return isNamed || ([...bare].length === 1 && !isShiftedSign) ? null : { code: 'unknown', key };
}

/**
 * What is wrong with a person's keys, beside the act that they changed.
 * @param codes keys that apply a code -> its name
 */
export function keyProblems(
  own: OwnKeys,
  codes: ReadonlyMap<string, string>,
): Map<Act, KeyProblem> {
  const problems = new Map<Act, KeyProblem>();
  const rows = keymapWith(own);
  const usual = new Map(KEYMAP.map(({ act, keys }) => [act, keys]));
  for (const { act, keys } of rows) {
    if (FIXED.has(act)) continue;
    for (const key of keys) {
      if (usual.get(act)?.includes(key) === true && !isClaimed(own, act, key)) continue;
      const problem = keyProblem(key) ?? clash(rows, act, key) ?? codeClash(codes, key);
      if (problem && !problems.has(act)) problems.set(act, problem);
    }
  }
  return problems;
}

/** Whether another act was given this act's usual key: then that is where the problem is shown. */
const isClaimed = (own: OwnKeys, act: Act, key: string): boolean =>
  own[act] !== undefined &&
  Object.entries(own).some(([other, keys]) => other !== act && keys.includes(key));

function clash(rows: readonly KeyRow[], act: Act, key: string): KeyProblem | null {
  for (const { act: by, keys } of rows) {
    if (by === act) continue;
    if (keys.includes(key)) return { code: 'taken', key, by };
    if (isStep(by) && keys.some((one) => shifted(one) === key)) return { code: 'shifted', key, by };
    if (isStep(act) && keys.includes(shifted(key)))
      return { code: 'shifted', key: shifted(key), by };
  }
  return null;
}

/** A step's key with Shift extends the passage. */
const shifted = (key: string): string =>
  key.startsWith('Mod+') ? key.replace('Mod+', 'Mod+Shift+') : `Shift+${key}`;

const codeClash = (codes: ReadonlyMap<string, string>, key: string): KeyProblem | null => {
  const by = codes.get(key);
  return by === undefined ? null : { code: 'codes', key, by };
};

/** What was kept, as far as it still makes sense: acts come and go, and the kept text may be anything. */
export function ownKeysFrom(json: string | null): OwnKeys {
  let kept: unknown;
  try {
    kept = JSON.parse(json ?? '{}');
  } catch {
    return {};
  }
  if (typeof kept !== 'object' || kept === null) return {};
  const own: OwnKeys = {};
  for (const { act } of KEYMAP) {
    const keys: unknown = (kept as Record<string, unknown>)[act];
    if (!Array.isArray(keys) || FIXED.has(act)) continue;
    own[act] = keys.filter(
      (key) => typeof key === 'string' && keyProblem(key) === null,
    ) as string[];
  }
  return own;
}
