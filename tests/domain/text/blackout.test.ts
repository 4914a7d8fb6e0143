import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blackOut,
  blackOutLabel,
  blackOutTurns,
  blackOutWords,
} from '../../../src/domain/text/blackout.ts';

describe('words made unreadable in place', () => {
  it('leave every offset and every line end where it was, and no letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const left = blackOut(text);
        expect(left).toHaveLength(text.length);
        expect([...left.matchAll(/\n/gu)].map(({ index }) => index)).toEqual(
          [...text.matchAll(/\n/gu)].map(({ index }) => index),
        );
        expect(left).not.toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });

  it('tell nothing of how long the words were', () => {
    expect(blackOut('a bb ccc dddd')).toBe(blackOut('dddddd cccccc'));
  });

  it('are found in any case, by themselves only, with signs of any kind in them', () => {
    expect(blackOutWords('Ada and ADA, not Adana', ['ada'])).toBe('███ and ███, not Adana');
    expect(blackOutWords('Dr. (A+) says', ['Dr. (A+)'])).toBe('████████ says');
    expect(blackOutWords('nothing', [''])).toBe('nothing');
  });

  it('keep a label a label, and only the turns named are touched', () => {
    const text = 'MT: So?\nAda L.: Yes, often.\nBo: No.';
    const labels = new Map([['Ada L.', blackOutLabel('Ada L.', 'X')]]);
    const turn = { start: 8, bodyStart: 16, end: 27 };
    expect(blackOutTurns(text, [turn], labels)).toBe('MT: So?\nXXX X.: ███████ ███\nBo: No.');
    const kept = [{ ...turn, isKept: true }];
    expect(blackOutTurns(text, kept, labels)).toBe('MT: So?\nXXX X.: Yes, often.\nBo: No.');
  });
});
