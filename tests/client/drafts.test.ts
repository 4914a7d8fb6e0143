import { describe, expect, it } from 'vitest';
import { countWords, Drafts } from '../../src/client/drafts.ts';

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
    const drafts = new Drafts(storage());
    drafts.put('a', draft);
    expect([drafts.get('a'), drafts.get('b')]).toEqual([draft, null]);
    drafts.drop('a');
    expect(drafts.get('a')).toBeNull();
  });

  it('breaks nothing where the browser has no room or holds something else', () => {
    const full = new Drafts(storage(10));
    full.put('a', draft);
    expect(full.get('a')).toBeNull();
    const other = storage();
    other.kept.set('earmark:note:a', '{');
    expect(new Drafts(other).get('a')).toBeNull();
  });

  it('remembers the last texts that were sent, not all of them', () => {
    const drafts = new Drafts(storage());
    drafts.put('a', { ...draft, sent: Array.from({ length: 50 }, (_, n) => String(n)) });
    expect(drafts.get('a')?.sent).toHaveLength(20);
    expect(drafts.get('a')?.sent.at(-1)).toBe('49');
  });

  it('is counted in words, whatever stands between them', () => {
    expect(countWords('  One\ntwo\t three ')).toBe(3);
    expect(countWords('')).toBe(0);
  });
});
