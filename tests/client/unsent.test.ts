import { describe, expect, it } from 'vitest';
import { UnsentStore, type Unsent } from '../../src/client/unsent.ts';

/** The browser's storage, as far as it is used. */
class Memory {
  private readonly kept = new Map<string, string>();
  get length(): number {
    return this.kept.size;
  }
  // The order of names is the browser's own.
  key = (n: number): string | null => [...this.kept.keys()].reverse()[n] ?? null;
  getItem = (name: string): string | null => this.kept.get(name) ?? null;
  setItem = (name: string, value: string): void => void this.kept.set(name, value);
  removeItem = (name: string): void => void this.kept.delete(name);
}

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2025, 2, 3);
const one = (key: string, at = NOW, me = '1'): Unsent => ({
  ...{ key, at, me },
  action: '/projects/1/sources/2/codings',
  body: `start=1&end=2&code=${key}`,
});
const keys = (store: UnsentStore, me = '1') => store.waiting(me, NOW).map(({ key }) => key);

describe('what has no answer yet', () => {
  it('is kept in the order in which it was done, also within one millisecond, until it is answered', () => {
    const store = new UnsentStore(new Memory());
    for (const key of ['a', 'b', 'c']) expect(store.put(one(key))).toBe(true);
    store.put(one('earlier', NOW - 1));
    expect(keys(store)).toEqual(['earlier', 'a', 'b', 'c']);
    store.drop('b');
    expect(keys(store)).toEqual(['earlier', 'a', 'c']);
    expect([store.has('a'), store.has('b')]).toEqual([true, false]);
  });

  it('is whose it is: nobody else sends it', () => {
    const store = new UnsentStore(new Memory());
    store.put(one('a'));
    expect(keys(store, '2')).toEqual([]);
    expect(keys(store)).toEqual(['a']);
  });

  it('is not sent when the server may have forgotten its key, and that is told', () => {
    const store = new UnsentStore(new Memory());
    store.put(one('old', NOW - 7 * DAY));
    store.put(one('new', NOW - 5 * DAY));
    expect(keys(store)).toEqual(['new']);
    expect([store.has('old'), store.dropOld('1', NOW)]).toEqual([true, 1]);
    expect([store.has('old'), store.dropOld('1', NOW)]).toEqual([false, 0]);
    expect(keys(store)).toEqual(['new']);
  });

  it('that was refused keeps its place and its key, and says so', () => {
    const store = new UnsentStore(new Memory());
    for (const key of ['a', 'b']) store.put(one(key));
    store.refuse('a');
    expect(store.waiting('1', NOW)).toEqual([{ ...one('a'), isRefused: true }, one('b')]);
  });

  it('breaks nothing where the browser keeps nothing', () => {
    const full = new Memory();
    full.setItem = () => {
      throw new Error('full');
    };
    expect(new UnsentStore(full).put(one('a'))).toBe(false);
  });
});
