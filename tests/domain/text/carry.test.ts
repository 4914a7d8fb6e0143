import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignment } from '../../../src/domain/text/alignment.ts';
import { carrier } from '../../../src/domain/text/carry.ts';
import { difference, type Change } from '../../../src/domain/text/difference.ts';
import { spanProblem } from '../../../src/domain/text/span.ts';

/** The second text, made from the first by its changes. */
function redone(before: string, after: string, changes: readonly Change[]): string {
  let [text, at] = ['', 0];
  for (const change of changes) {
    text += before.slice(at, change.before.start);
    text += after.slice(change.after.start, change.after.end);
    at = change.before.end;
  }
  return text + before.slice(at);
}

const carry = (before: string, after: string, quote: string) => {
  const start = before.indexOf(quote);
  const carried = carrier(
    before,
    after,
    difference(before, after),
  )({
    start,
    end: start + quote.length,
  });
  return carried.state === 'lost'
    ? 'lost'
    : `${carried.state}: ${after.slice(carried.span.start, carried.span.end)}`;
};

const word = fc.constantFrom(
  'we',
  'they',
  'visa',
  'Büro',
  '移住',
  '👍🏽',
  'the',
  'office',
  '\n',
  ' ',
  '.',
);
const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));

describe('what changed between two versions of a text', () => {
  it('turns the one into the other, each change apart from the next', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = difference(before, after);
        expect(redone(before, after, changes)).toBe(after);
        changes.slice(1).forEach((change, at) => {
          expect(change.before.start).toBeGreaterThan(changes[at]?.before.end ?? Infinity);
          expect(change.after.start).toBeGreaterThan(changes[at]?.after.end ?? Infinity);
        });
      }),
    );
  });

  it('is nothing between equal texts', () => {
    fc.assert(
      fc.property(text, (same) => {
        expect(difference(same, same)).toEqual([]);
      }),
    );
  });

  it('is as small as a word', () => {
    expect(difference('They no us.\nWe go.\n', 'They know us.\nWe go.\n')).toEqual([
      { before: { start: 5, end: 7 }, after: { start: 5, end: 9 } },
    ]);
  });

  it('keeps the paragraphs of a long text together when many others are put between', () => {
    const lines = Array.from({ length: 6000 }, (_, n) => `line ${n}`);
    const more = lines.flatMap((line, n) => (n % 3 === 0 ? [`new ${n}`, line] : [line]));
    const ranges = alignment(lines, more);
    expect(ranges).toHaveLength(2000);
    expect(ranges.every(({ before }) => before.start === before.end)).toBe(true);
  });
});

describe('a passage in another version of its text', () => {
  it('reads as before when only other words changed', () => {
    expect(carry('a b. They know us. c', 'b, and b. They know us. c d', 'They know us')).toBe(
      'kept: They know us',
    );
  });

  it('takes in nothing that was written just before or after it', () => {
    expect(carry('one two three', 'one and two or three', 'two')).toBe('kept: two');
    expect(carry('onetwo', 'one two', 'onetwo')).toBe('changed: one two');
  });

  it('keeps its place and is marked when words in it changed', () => {
    expect(carry('x They no us. y', 'x They know us. y', 'They no us')).toBe(
      'changed: They know us',
    );
  });

  it('stands on what a name was replaced by', () => {
    expect(carry('I asked Maria Silva then', 'I asked [name] then', 'Maria Silva')).toBe(
      'changed: [name]',
    );
    expect(carry('I asked Maria then', 'I asked [name] then', 'asked Maria')).toBe(
      'changed: asked [name]',
    );
  });

  it('is lost when nothing of it is left', () => {
    expect(carry('First. They know us. Last.', 'First. Last.', 'They know us')).toBe('lost');
    expect(
      carry('First\nquite other words here\nLast', 'First\nnobody says so any more\nLast', 'other'),
    ).toBe('lost');
  });

  it('is a passage of the new text, and reads the same when it is said to be kept', () => {
    const ends = fc.tuple(fc.nat(200), fc.nat(200));
    fc.assert(
      fc.property(text, text, ends, (before, after, [a, b]) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(spanProblem(before, { start, end }) === null);
        const carried = carrier(before, after, difference(before, after))({ start, end });
        if (carried.state === 'lost') return;
        const { span } = carried;
        expect(spanProblem(after, span)).toBeNull();
        const isSame = after.slice(span.start, span.end) === before.slice(start, end);
        if (carried.state === 'kept') expect(isSame).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is never lost by words that are only added elsewhere', () => {
    fc.assert(
      fc.property(text, text, text, text, (left, passage, right, added) => {
        fc.pre(passage.trim() !== '');
        const before = `${left}\n${passage}\n${right}`;
        const at = { start: left.length + 1, end: left.length + 1 + passage.length };
        for (const after of [`${added}\n${before}`, `${before}\n${added}`]) {
          const carried = carrier(before, after, difference(before, after))(at);
          expect(carried.state).not.toBe('lost');
        }
      }),
    );
  });
});
