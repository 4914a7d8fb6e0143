import { areAlike } from '../alike.ts';
import type { Earlier, PasteOptions } from './types.ts';
import { fold } from './text.ts';

interface Person {
  key: string;
  earlier: Earlier;
}

/** How a name is compared: without case, marks and runs of space. */
export const foldPerson = (name: string): string =>
  fold(name.replace(/[.,'’]/g, '').replace(/[-‐–]/g, ' '));

/** Prime near the number of letters in use, as polynomial hashes take it. */
const BASE = 131;

/** Small enough for the runtime to keep as a plain integer. */
const small = (hash: number): number => hash & 0x3fffffff;

/**
 * Hashes of all texts that a name becomes by leaving out one code unit, and of itself. Two names that differ by one
 * share one of them, so that alike names are found without comparing each with each.
 */
function thinned(name: string): Set<number> {
  const codes = Array.from({ length: name.length }, (_, i) => name.charCodeAt(i));
  const add = (hash: number, code: number): number => (Math.imul(hash, BASE) + code) | 0;
  const hashes = new Set([small(codes.reduce(add, 0))]);
  let behind = 0;
  let power = 1;
  const before = [0];
  for (const code of codes) before.push(add(before.at(-1) ?? 0, code));
  for (let i = codes.length - 1; i >= 0; i -= 1) {
    hashes.add(small((Math.imul(before[i] ?? 0, power) + behind) | 0));
    behind = (behind + Math.imul(codes[i] ?? 0, power)) | 0;
    power = Math.imul(power, BASE);
  }
  return hashes;
}

export type Met = { earlier: Earlier; isSame: boolean } | null;

/** The respondents of the project and of the lines read so far. */
export class People {
  private readonly byFold = new Map<string, Person>();
  private readonly byThinned = new Map<number, Person[]>();

  constructor(known: PasteOptions['known']['respondents']) {
    for (const { id, reference, name } of known)
      if (name !== '') this.add(name, { known: id, reference });
  }

  /** Who of them has the name, or one that is a letter away. */
  find(name: string): Met {
    const own = foldPerson(name);
    const same = this.byFold.get(own);
    if (same) return { earlier: same.earlier, isSame: true };
    // Numbers are meant to differ: `Worker 1`, `Worker 2`.
    if (/\d/.test(own)) return null;
    for (const key of thinned(own))
      for (const person of this.byThinned.get(key) ?? [])
        if (areAlike(person.key, own)) return { earlier: person.earlier, isSame: false };
    return null;
  }

  add(name: string, earlier: Earlier): void {
    const person = { key: foldPerson(name), earlier };
    if (person.key === '' || this.byFold.has(person.key)) return;
    this.byFold.set(person.key, person);
    if (/\d/.test(person.key)) return;
    for (const key of thinned(person.key)) {
      const others = this.byThinned.get(key);
      if (others) others.push(person);
      else this.byThinned.set(key, [person]);
    }
  }
}
