import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carrier } from '../../../src/domain/text/carry.ts';
import { difference } from '../../../src/domain/text/difference.ts';
import { orderOfMoves, type Move } from '../../../src/domain/text/placing.ts';
import type { Span } from '../../../src/domain/text/span.ts';

const key = (kind: string, { start, end }: Span) => `${kind} ${start}-${end}`;
const move = (id: number, from: [number, number], to: [number, number], kind = 'a'): Move => ({
  id,
  kind,
  from: { start: from[0], end: from[1] },
  to: { start: to[0], end: to[1] },
});

/** Does the moves one by one, as the database would: two of a kind are never on the same place. */
function walk(wanted: readonly Move[]): { places: Map<number, string>; taken: number[] } {
  const { moves, taken } = orderOfMoves(wanted);
  const gone = new Set(taken.map(({ id }) => id));
  const places = new Map(
    wanted.filter(({ id }) => !gone.has(id)).map(({ id, kind, from }) => [id, key(kind, from)]),
  );
  for (const { id, kind, to } of moves) {
    const others = [...places].filter(([other]) => other !== id).map(([, place]) => place);
    expect(others).not.toContain(key(kind, to));
    places.set(id, key(kind, to));
  }
  return { places, taken: [...gone] };
}

describe('codings move to their new places', () => {
  it('without one ever standing on another, whatever the direction', () => {
    const forward = [move(1, [0, 5], [5, 10]), move(2, [5, 10], [10, 15])];
    expect(walk(forward).taken).toEqual([]);
    const back = [move(1, [5, 10], [0, 5]), move(2, [10, 15], [5, 10])];
    expect(walk(back).taken).toEqual([]);
    // The one's end moves, the other moves as a whole, onto where the first was.
    const crossed = [move(1, [10, 20], [10, 18]), move(2, [12, 22], [10, 20])];
    expect(walk(crossed).taken).toEqual([]);
  });

  it('of two that end on the same words the first gets the place, the other is told', () => {
    const { places, taken } = walk([move(1, [0, 5], [0, 3]), move(2, [0, 6], [0, 3])]);
    expect([...places]).toEqual([[1, 'a 0-3']]);
    expect(taken).toEqual([2]);
  });

  it('of different coders or codes both do', () => {
    const both = [move(1, [0, 5], [0, 3], 'a'), move(2, [0, 6], [0, 3], 'b')];
    expect(walk(both).taken).toEqual([]);
  });

  it('in any text after any edit: each coding is at its goal or among those told', () => {
    const word = fc.constantFrom('one', 'two', 'née', '👍', '例', 'x');
    const words = fc.array(word, { minLength: 3, maxLength: 12 });
    const spans = fc.array(fc.tuple(fc.nat(11), fc.nat(11), fc.constantFrom('a', 'b')), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, words, spans, (before, after, picked) => {
        const [old, now] = [before.join(' '), after.join(' ')];
        const carry = carrier(old, now, difference(old, now));
        const starts: number[] = [];
        let at = 0;
        for (const one of before) {
          starts.push(at);
          at += one.length + 1;
        }
        const from = new Map<string, Move>();
        picked.forEach(([a, b, kind], id) => {
          const first = Math.min(a, b) % before.length;
          const last = Math.max(first, Math.max(a, b) % before.length);
          const span = {
            start: starts[first] ?? 0,
            end: (starts[last] ?? 0) + (before[last]?.length ?? 0),
          };
          const carried = carry(span);
          if (carried.state !== 'lost')
            from.set(key(kind, span), { id, kind, from: span, to: carried.span });
        });
        const wanted = [...from.values()];
        const { places, taken } = walk(wanted);
        for (const { id, kind, to } of wanted)
          if (!taken.includes(id)) expect(places.get(id)).toBe(key(kind, to));
        expect(places.size + taken.length).toBe(wanted.length);
      }),
    );
  });
});
