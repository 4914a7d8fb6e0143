import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlaps } from '../../../src/domain/text/span.ts';
import { codesOn, codingsBySegment } from '../../../src/domain/workbench/group.ts';

const lengths = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 20 })), { maxLength: 12 });
const spans = fc
  .array(fc.tuple(fc.nat(150), fc.integer({ min: 1, max: 60 })), { maxLength: 15 })
  .map((list) => list.map(([start, length], id) => ({ id, start, end: start + length })));

describe('the codings of a segment', () => {
  it('are exactly those that share some of its text, whatever overlaps whatever', () => {
    fc.assert(
      fc.property(lengths, spans, (gaps, codings) => {
        let at = 0;
        const segments = gaps.map(([gap, length]) => {
          const start = at + gap;
          at = start + length;
          return { start, end: at };
        });
        const found = codingsBySegment(segments, codings).map((list) =>
          list.map(({ id }) => id).sort(),
        );
        const expected = segments.map((segment) =>
          codings
            .filter((coding) => overlaps(coding, segment))
            .map(({ id }) => id)
            .sort(),
        );
        expect(found).toEqual(expected);
      }),
    );
  });
});

describe('the codes on a passage', () => {
  it('count once however many coders applied them, and only where they share text', () => {
    const codings = [
      { start: 0, end: 5, codeId: 1 },
      { start: 2, end: 9, codeId: 1 },
      { start: 4, end: 6, codeId: 2 },
      { start: 9, end: 12, codeId: 3 },
    ];
    expect(codesOn({ start: 3, end: 9 }, codings)).toBe(2);
  });
});
