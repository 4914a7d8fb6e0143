import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../../src/domain/text/canonical.ts';
import { rawText } from './texts.ts';

describe('the canonical text', () => {
  it('has LF line ends, whatever the file had', () => {
    expect(canonicalText('a\r\nb\rc\nd\r\r\ne')).toBe('a\nb\nc\nd\n\ne');
  });

  it('has no byte order mark at its start and keeps one inside', () => {
    expect(canonicalText('\uFEFFa\uFEFFb')).toBe('a\uFEFFb');
  });

  it('holds no NUL, and what NUL separated is read as one', () => {
    expect(canonicalText('a\0b\r\0\n\uD83D\0\uDC4D')).toBe('ab\n👍');
  });

  it('replaces half a character by U+FFFD and leaves whole ones alone', () => {
    expect(canonicalText('a\uD83Db\uDC4D👍')).toBe('a\uFFFDb\uFFFD👍');
  });

  it('is not normalised: letters stay as the file wrote them', () => {
    expect(canonicalText('e\u0301 \u00e9')).toBe('e\u0301 \u00e9');
  });

  it('is made once: making it again changes nothing', () => {
    fc.assert(
      fc.property(rawText, (raw) => {
        const once = canonicalText(raw);
        expect(canonicalText(once)).toBe(once);
      }),
    );
  });

  it('survives being written as UTF-8', () => {
    fc.assert(
      fc.property(rawText, (raw) => {
        const text = canonicalText(raw);
        expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text);
      }),
    );
  });
});
