import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../../src/domain/text/canonical.ts';
import { LONGEST_SEGMENT } from '../../../src/domain/text/divide.ts';
import type { SegmentShape } from '../../../src/domain/text/segments.ts';
import { segmentText } from '../../../src/domain/text/segments.ts';
import { splitsPair } from '../../../src/domain/text/span.ts';
import { rawText } from './texts.ts';

const wordsOf = (text: string, segments: readonly SegmentShape[]): string[] =>
  segments.map(({ bodyStart, end }) => text.slice(bodyStart, end));

const read = (text: string): string[] => wordsOf(text, segmentText(text).segments);

/** A text set by hand to `width`, as old e-mail and transcripts are. */
function wrap(paragraph: string, width = 60): string {
  const lines = [''];
  for (const word of paragraph.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
}

const LONG =
  'The second visit took place in spring and lasted for several days in which people from every part of the office were asked about their work and what they would change';

describe('any text', () => {
  it('is covered by its segments, in order, without overlap or white space at their ends', () => {
    fc.assert(
      fc.property(rawText.map(canonicalText), (text) => {
        const { segments } = segmentText(text);
        let reached = 0;
        for (const { start, end, bodyStart } of segments) {
          expect(text.slice(reached, start).trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(bodyStart >= start && bodyStart <= end).toBe(true);
          expect(
            splitsPair(text, start) || splitsPair(text, end) || splitsPair(text, bodyStart),
          ).toBe(false);
          reached = end;
        }
        expect(text.slice(reached).trim()).toBe('');
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n\n\f\t\n'],
  ])('of %s has no segment', (_what, text) => {
    expect(segmentText(text)).toEqual({ segments: [], wrapped: false });
  });

  it('has no segment longer than the work on one may be', () => {
    for (const unit of ['Some words here. ', 'word ', 'x', '👩‍👩‍👧‍👦', '日本語。', 'line\n', 'e\u0301']) {
      const text = unit.repeat(3000);
      const { segments } = segmentText(text);
      expect(Math.max(...segments.map(({ start, end }) => end - start))).toBeLessThanOrEqual(
        LONGEST_SEGMENT,
      );
      expect(
        segments.some(({ start, end }) => splitsPair(text, start) || splitsPair(text, end)),
      ).toBe(false);
    }
  });

  it('is divided after a sentence where one ends, and each piece keeps its speaker', () => {
    const speech = 'I have said this before, and more than once. '.repeat(200);
    const { segments } = segmentText(
      `Interviewer: Well?\n\nR-07: ${speech}\n\nInterviewer: Thanks.\n\nR-07: Bye.`,
    );
    const long = segments.filter(
      ({ speaker, end, start }) => speaker === 'R-07' && end - start > 100,
    );
    expect(long.length).toBeGreaterThan(1);
    expect(long.map(({ bodyStart, start }) => bodyStart === start)).toEqual([
      false,
      ...long.slice(1).map(() => true),
    ]);
  });
});

describe('paragraphs', () => {
  it('are separated by blank lines, and a page break on its own line is one', () => {
    expect(read('One.\n\nTwo.\n \nThree.\n\f\nFour.')).toEqual(['One.', 'Two.', 'Three.', 'Four.']);
  });

  it('are the lines, in a text that has long lines and no blank ones', () => {
    expect(read(`${LONG}.\n${LONG}.\n${LONG}.`)).toHaveLength(3);
  });

  it('keep their line ends when the text is hard-wrapped, and the text says so', () => {
    const text = `${wrap(LONG)}.\n\n${wrap(LONG)}.`;
    const { segments, wrapped } = segmentText(text);
    expect(wrapped).toBe(true);
    expect(wordsOf(text, segments)).toEqual([`${wrap(LONG)}.`, `${wrap(LONG)}.`]);
  });

  it('are found in hard-wrapped text without blank lines, where a line was not full', () => {
    const paragraphs = Array.from(
      { length: 5 },
      (_, i) =>
        `${wrap(
          LONG.split(' ')
            .slice(0, 24 + (i % 3))
            .join(' '),
        )}.`,
    );
    expect(read(`4.3 Visits\n${paragraphs.join('\n')}`)).toEqual(['4.3 Visits', ...paragraphs]);
  });

  it('begin at each item of a list', () => {
    expect(read('Needed:\n- time\n- money\n\n1. first\n2. second')).toEqual([
      'Needed:',
      '- time',
      '- money',
      '1. first',
      '2. second',
    ]);
  });

  it('of verse or addresses stay together and are not taken for wrapped text', () => {
    const text =
      'Rue des Morillons 4\nGeneva\n\nUnited Nations Building\nBangkok\n\nMozsár utca\nBudapest';
    expect(read(text)).toHaveLength(3);
    expect(segmentText(text).wrapped).toBe(false);
  });
});

describe('headings', () => {
  it('are lines that Markdown marks so; the words begin after the mark', () => {
    const { segments } = segmentText('# Visits\nWe went twice.\n\n## Spring\n\nIt rained.');
    expect(segments.map(({ kind }) => kind)).toEqual([
      'heading',
      'paragraph',
      'heading',
      'paragraph',
    ]);
    expect(read('# Visits\nWe went.')).toEqual(['Visits', 'We went.']);
  });

  it('are not hashtags', () => {
    expect(segmentText('#migration is trending').segments[0]?.kind).toBe('paragraph');
  });
});

describe('speakers', () => {
  const dialogue = (a: string, b: string): string =>
    `${a} Shall we?\n\n${b} Yes.\n\n${a} Good.\n\n${b} Right.`;

  it.each([
    ['Interviewer:', 'R-07:', 'Interviewer', 'R-07'],
    ['Speaker 1:   ', 'Speaker 2:   ', 'Speaker 1', 'Speaker 2'],
    ['[Anna]', '[Ben Okoye]', 'Anna', 'Ben Okoye'],
    ['**Anna:**', '**Ben**:', 'Anna', 'Ben'],
    ['Dr. Müller-Ngozi:', 'Señora O’Neill:', 'Dr. Müller-Ngozi', 'Señora O’Neill'],
    ['[00:14:02] Anna:', 'Ben [00:14:10]:', 'Anna', 'Ben'],
    ['Anna (00:14)\n', 'Ben 0:20\n', 'Anna', 'Ben'],
    ['访问者：', '受访者：', '访问者', '受访者'],
    ['מראיין:', 'מרואיינת:', 'מראיין', 'מרואיינת'],
  ])('are read from “%s” and “%s”', (a, b, first, second) => {
    const text = dialogue(a, b);
    const { segments } = segmentText(text);
    expect(segments.map(({ speaker }) => speaker)).toEqual([first, second, first, second]);
    expect(wordsOf(text, segments)).toEqual(['Shall we?', 'Yes.', 'Good.', 'Right.']);
    expect(new Set(segments.map(({ kind }) => kind))).toEqual(new Set(['turn']));
  });

  it('need no blank line between them', () => {
    expect(
      segmentText('I: Shall we?\nR: Yes.\nI: Good.\nR: Right.').segments.map(
        ({ speaker }) => speaker,
      ),
    ).toEqual(['I', 'R', 'I', 'R']);
  });

  it('who speak once count in a text where most paragraphs have a speaker', () => {
    const { segments } = segmentText('Chair: Welcome.\n\nMayor: Thank you.\n\nChair: Next.');
    expect(segments.map(({ speaker }) => speaker)).toEqual(['Chair', 'Mayor', 'Chair']);
  });

  it('go on speaking in a paragraph without a label, until a heading', () => {
    const { segments } = segmentText(
      'Chair: Welcome.\n\nI said welcome.\n\nMe: Thanks.\n\nChair: Well.\n\n# Part two\n\nA note.',
    );
    expect(segments.map(({ speaker }) => speaker)).toEqual([
      'Chair',
      'Chair',
      'Me',
      'Chair',
      null,
      null,
    ]);
    expect(segments.map(({ kind }) => kind)).toEqual([
      'turn',
      'paragraph',
      'turn',
      'turn',
      'heading',
      'paragraph',
    ]);
  });

  it.each([
    ['a word with a colon that occurs once', 'We met them.\n\nNote: it rained.\n\nThey left.'],
    [
      'a note that recurs in a long report',
      `${'A paragraph of the report.\n\n'.repeat(40)}Source: a\n\nSource: b`,
    ],
    ['a text of one paragraph', 'Summary: they left.'],
    [
      'an address or a time of day',
      'https://example.org is it.\n\n10:30 we left.\n\nhttps://example.net too.\n\n10:45 we came.',
    ],
    [
      'what the transcriber heard',
      '[laughs] Yes.\n\n[laughs] No.\n\n[inaudible 00:01:42] Yes.\n\n[inaudible 00:01:52] No.',
    ],
    ['a sentence that ends in a colon', 'he said: no.\n\nhe said: yes.\n\nhe said: no.'],
    [
      'a label too long for one',
      'What we heard from the people of the valley in spring: no.\n\nWhat we heard from the people of the valley in spring: yes.',
    ],
  ])('are not found in %s', (_what, text) => {
    expect(new Set(segmentText(text).segments.map(({ speaker }) => speaker))).toEqual(
      new Set([null]),
    );
  });
});

describe('time stamps', () => {
  const timeOf = (line: string): number | null | undefined => segmentText(line).segments[0]?.timeMs;

  it.each([
    ['[00:14:02] Yes.', 842_000],
    ['(00:14) Yes.', 14_000],
    ['00:14:02 Yes.', 842_000],
    ['[1:00:00.5] Yes.', 3_600_500],
    ['#00:14:02-5# Yes.', 842_500],
  ])('are read from “%s” and are not part of the words', (line, ms) => {
    expect(timeOf(line)).toBe(ms);
    expect(read(line)).toEqual(['Yes.']);
  });

  it.each([
    '10:30 we left.',
    '[00:75] Yes.',
    '(00:14] Yes.',
    '00:14:02] the rest of a remark.',
    '12:34:56:78 frames',
  ])('are not read from “%s”', (line) => {
    expect(timeOf(line)).toBeNull();
  });

  it('in the middle of hard-wrapped words are not the start of a turn', () => {
    const words = wrap(`${LONG} [00:14:02] and ${LONG}.`, 49);
    expect(segmentText(`${words}\n\n${words}`).segments).toHaveLength(2);
  });
});

describe('segmenting', () => {
  it('divides a text of 1 MB into its turns', () => {
    const text = `Interviewer: ${LONG}?\n\nR-07: ${LONG}. ${LONG}.\n\n`.repeat(
      1_000_000 / (3 * LONG.length + 30),
    );
    expect(segmentText(text).segments.length).toBeGreaterThan(3000);
  });
});
