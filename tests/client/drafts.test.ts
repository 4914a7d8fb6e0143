import { describe, expect, it } from 'vitest';
import { countWords, Drafts, joined } from '../../src/client/drafts.ts';

function storage(room = Infinity) {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key: string) => void kept.delete(key),
    key: (n: number) => [...kept.keys()][n] ?? null,
    get length() {
      return kept.size;
    },
  };
}
const draft = {
  state: 'asked',
  notes: 'One',
  token: '3',
  at: '2026-01-05T09:00:00.000Z',
  sent: [],
};

describe('what is typed and not acknowledged', () => {
  it('is kept per note, and gone once it is dropped', () => {
    const drafts = new Drafts(storage(), 'tab');
    drafts.put('a', draft);
    expect([drafts.get('a'), drafts.get('b')]).toEqual([draft, null]);
    drafts.drop('a');
    expect(drafts.get('a')).toBeNull();
  });

  it('breaks nothing where the browser has no room or holds something else', () => {
    const full = new Drafts(storage(10), 'tab');
    expect(full.put('a', draft)).toBe(false);
    expect(full.get('a')).toBeNull();
    const other = storage();
    other.kept.set('earmark:note:a#tab', '{');
    expect(new Drafts(other, 'tab').get('a')).toBeNull();
  });

  it('remembers the last texts that were sent, not all of them', () => {
    const drafts = new Drafts(storage(), 'tab');
    drafts.put('a', { ...draft, sent: Array.from({ length: 50 }, (_, n) => String(n)) });
    expect(drafts.get('a')?.sent).toHaveLength(20);
    expect(drafts.get('a')?.sent.at(-1)).toBe('49');
  });

  it('is counted in words, whatever stands between them', () => {
    expect(countWords('  One\ntwo\t three ')).toBe(3);
    expect(countWords('')).toBe(0);
  });
});

describe('what several tabs have of one note', () => {
  const nobody: ReadonlySet<string> = new Set();
  const typed = (notes: string, at: string) => ({ ...draft, notes, at });

  it('does not meet while they live', () => {
    const one = storage();
    const [first, second] = [new Drafts(one, '1'), new Drafts(one, '2')];
    first.put('a', typed('One', '1'));
    second.put('a', typed('Two', '2'));
    expect([first.get('a')?.notes, second.get('a')?.notes]).toEqual(['One', 'Two']);
    expect(first.adopt('a', new Set(['2']))?.notes).toBe('One');
    first.drop('a');
    expect(second.get('a')?.notes).toBe('Two');
  });

  it('is taken over from a tab that is gone, and is then the new one’s', () => {
    const one = storage();
    new Drafts(one, '1').put('a', typed('Left behind', '1'));
    new Drafts(one, '1').put('ab', typed('Of another note', '1'));
    const fresh = new Drafts(one, '2');
    expect(fresh.adopt('a', nobody)?.notes).toBe('Left behind');
    expect(fresh.get('a')?.notes).toBe('Left behind');
    expect(one.kept.size).toBe(2);
    expect(fresh.adopt('c', nobody)).toBeNull();
  });

  it('is joined without losing or repeating anything, based on what the oldest was based on', () => {
    const drafts = [
      { ...typed('Permits take long', '2'), token: '2' },
      { ...typed('Something else', '1'), token: '1', state: 'declined' },
      { ...typed('Permits take long, and more', '3'), token: '3', state: '' },
    ];
    expect(joined(drafts)).toMatchObject({
      notes: 'Something else\n\nPermits take long, and more',
      token: '1',
      state: 'asked',
    });
    expect(joined([typed('All of it', '1'), typed('All', '2')]).notes).toBe('All of it');
  });
});
