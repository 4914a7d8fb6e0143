import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCaptions } from '../../../src/domain/text/captions.ts';
import { segmentText } from '../../../src/domain/text/segments.ts';

const VTT = `WEBVTT - meeting
Language: en

STYLE
::cue { color: red }

NOTE checked by nobody

1
00:01.000 --> 00:03.200 align:start
<v Ana Silva>We know them &amp; they

2
00:03.200 --> 00:05.000
<v Ana Silva>know <i>us</i>.</v>

00:05.500 --> 00:07.000
<v.loud Interviewer>Who <00:06.000>does?
`;

const SRT = `1
00:00:01,000 --> 00:00:02,500
INTERVIEWER: Who knows
the office?

2
00:00:02,600 --> 00:00:04,000
{\\an8}- Nobody.

3
01:10:09,000 --> 01:10:10,000
<i>After a long silence.</i>
`;

describe('captions', () => {
  it('become turns with the time they begin at and the speaker that WebVTT names', () => {
    expect(readCaptions(VTT)).toEqual({
      text: '[00:00:01] Ana Silva: We know them & they know us.\n\n[00:00:05] Interviewer: Who does?',
      cues: 3,
      turns: 2,
    });
  });

  it('of SubRip begin a new turn at a label, a dash and a silence', () => {
    expect(readCaptions(SRT)?.text.split('\n\n')).toEqual([
      '[00:00:01] INTERVIEWER: Who knows the office?',
      '[00:00:02] Nobody.',
      '[01:10:09] After a long silence.',
    ]);
  });

  it('are segments with speaker and time when they are a source', () => {
    const { segments } = segmentText(readCaptions(VTT)?.text ?? '');
    expect(segments.map(({ speaker, timeMs, kind }) => ({ speaker, timeMs, kind }))).toEqual([
      { speaker: 'Ana Silva', timeMs: 1000, kind: 'turn' },
      { speaker: 'Interviewer', timeMs: 5000, kind: 'turn' },
    ]);
  });

  it('keep every word, in order, whatever the speakers and pauses', () => {
    const word = fc.constantFrom('they', 'know', 'us', 'Büro', '移住', '👍', 'a.', 'no?');
    const cue = fc.record({
      words: fc.array(word, { minLength: 1, maxLength: 30 }),
      pause: fc.nat(6000),
      speaker: fc.constantFrom(null, 'Ana', 'Bo'),
    });
    fc.assert(
      fc.property(fc.array(cue, { minLength: 1, maxLength: 12 }), (cues) => {
        let at = 0;
        const stamp = (ms: number) => new Date(ms).toISOString().slice(11, 23);
        const file = cues.map(({ words, pause, speaker }) => {
          at += pause;
          const times = `${stamp(at)} --> ${stamp(at + 1000)}`;
          at += 1000;
          return `${times}\n${speaker === null ? '' : `<v ${speaker}>`}${words.join(' ')}`;
        });
        const read = readCaptions(`WEBVTT\n\n${file.join('\n\n')}\n`);
        const kept = (read?.text ?? '').replace(/^\[[\d:]+\] (?:(?:Ana|Bo): )?/gmu, '');
        expect(kept.split(/\s+/u)).toEqual(cues.flatMap(({ words }) => words));
        expect(read?.cues).toBe(cues.length);
      }),
    );
  });

  it.each(['', 'They know us.\n\nAnd we them.', '12\nmonths', 'WEBVTTX\n\nwords'])(
    'are not seen where there are none: %j',
    (text) => {
      expect(readCaptions(text)).toBeNull();
    },
  );
});
