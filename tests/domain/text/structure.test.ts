import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../../src/domain/text/canonical.ts';
import { findQuestions } from '../../../src/domain/text/questions.ts';
import { labelsIn, segmentText } from '../../../src/domain/text/segments.ts';
import { labelKey } from '../../../src/domain/text/speakers.ts';
import { stampsIn } from '../../../src/domain/text/stamps.ts';
import { applyMarks, type Mark } from '../../../src/domain/text/structure.ts';
import { rawText } from './texts.ts';

const TALK = `MT: What slows you down in an ordinary week?

R-07: The forms.

They come in three languages.

MT: And then?

R-07: Then we wait.

Note: the line dropped.

R-07: Where was I.`;

const idOf = (label: string): number => ({ MT: 1, 'R-07': 2 })[label] ?? 3;
const placed = (marks: readonly Mark[], said?: ReadonlyMap<string, boolean>) =>
  applyMarks(segmentText(TALK, said).segments, marks, idOf);
const at = (words: string): number => TALK.indexOf(words);

describe('what people say about a label', () => {
  it('makes its lines words like any other, or a turn', () => {
    const speakers = (said?: Map<string, boolean>) =>
      segmentText(TALK, said).segments.map(({ speaker }) => speaker);
    expect(speakers()).toContain('Note');
    expect(speakers(new Map([['note', false]]))).not.toContain('Note');
    const report = 'One paragraph of a report.\n\nSource: a table.\n\nAnother paragraph of it.';
    expect(segmentText(report).segments.every(({ speaker }) => speaker === null)).toBe(true);
    expect(segmentText(report, new Map([['source', true]])).segments[1]?.speaker).toBe('Source');
  });

  it('changes nothing when it says what was found', () => {
    fc.assert(
      fc.property(rawText.map(canonicalText), (text) => {
        const said = new Map(
          labelsIn(text).map(({ label, isSpeaker }) => [labelKey(label), isSpeaker]),
        );
        expect(segmentText(text, said)).toEqual(segmentText(text));
      }),
    );
  });

  it('whatever it is, every word stays in a segment, in order', () => {
    fc.assert(
      fc.property(rawText.map(canonicalText), fc.infiniteStream(fc.boolean()), (text, coin) => {
        const said = new Map(
          labelsIn(text).map(({ label }) => [labelKey(label), coin.next().value ?? true]),
        );
        let reached = 0;
        for (const { start, end, bodyStart } of segmentText(text, said).segments) {
          expect(text.slice(reached, start).trim()).toBe('');
          expect(start <= bodyStart && bodyStart <= end && start < end).toBe(true);
          reached = end;
        }
        expect(text.slice(reached).trim()).toBe('');
      }),
    );
  });
});

describe('a correction of a turn', () => {
  it('holds for the paragraphs that go on in it, and for no other turn', () => {
    const marks: Mark[] = [{ mark: 'speaker', start: at('R-07: The forms'), speakerId: 9 }];
    expect(placed(marks).map(({ speakerId }) => speakerId)).toEqual([1, 9, 9, 1, 2, 3, 2]);
  });

  it('of a paragraph begins a turn there', () => {
    const marks: Mark[] = [{ mark: 'speaker', start: at('They come'), speakerId: 9 }];
    const third = placed(marks)[2];
    expect(third).toMatchObject({ speakerId: 9, kind: 'turn' });
  });

  it('never moves where a segment begins or ends', () => {
    const mark = fc.record({
      mark: fc.constant('speaker' as const),
      start: fc.nat(400),
      speakerId: fc.option(fc.nat(5)),
    });
    const question = fc.record({
      mark: fc.constant('question' as const),
      start: fc.nat(400),
      questionId: fc.option(fc.nat(5)),
      goesOn: fc.boolean(),
    });
    fc.assert(
      fc.property(rawText.map(canonicalText), fc.array(fc.oneof(mark, question)), (text, marks) => {
        const { segments } = segmentText(text);
        const spans = applyMarks(segments, marks, () => 1).map(({ start, bodyStart, end }) => ({
          start,
          bodyStart,
          end,
        }));
        expect(spans).toEqual(
          segments.map(({ start, bodyStart, end }) => ({ start, bodyStart, end })),
        );
      }),
    );
  });
});

describe('a question', () => {
  const begins = (words: string, questionId: number | null, goesOn = false): Mark => ({
    mark: 'question',
    start: at(words),
    questionId,
    goesOn,
  });
  const asked = (marks: readonly Mark[]) => placed(marks).map(({ questionId }) => questionId);

  it('holds until the next, goes on where it is said to, and ends where none is', () => {
    const first = begins('MT: What', 5);
    expect(asked([first])).toEqual([5, 5, 5, 5, 5, 5, 5]);
    expect(asked([first, begins('MT: And', 6)])).toEqual([5, 5, 5, 6, 6, 6, 6]);
    expect(asked([first, begins('MT: And', null, true)])).toEqual([5, 5, 5, 5, 5, 5, 5]);
    expect(asked([first, begins('MT: And', null)])).toEqual([5, 5, 5, null, null, null, null]);
  });

  it('under a heading ends with the next heading of its rank, and not with one below it', () => {
    const text = '## One\n\nA.\n\n### Below\n\nB.\n\n## Two\n\nC.';
    const marks: Mark[] = [{ mark: 'question', start: 0, questionId: 5, goesOn: false }];
    const found = applyMarks(segmentText(text).segments, marks, () => null);
    expect(found.map(({ questionId }) => questionId)).toEqual([5, 5, 5, 5, null, null]);
  });
});

describe('questions of the guide', () => {
  const guide = [
    { id: 1, number: '1', text: 'What is your job, and how long have you had it?' },
    { id: 2, number: '2', text: 'What slows you down in an ordinary week?' },
    { id: 3, number: '3', text: 'What would you change, and what would you leave alone?' },
  ];
  const found = (text: string) =>
    findQuestions(text, segmentText(text).segments, guide, (label) => label === 'MT').map(
      ({ start, questionId }) => [text.slice(start, start + 14), questionId],
    );

  it('are recognised in the interviewer’s words, also in slightly other words', () => {
    expect(
      found(
        'MT: So, in an ordinary week, what is it that slows you down?\n\nR-1: In an ordinary week it is the forms that slow one down, that slows you.\n\nMT: And then?\n\nR-1: Well.',
      ),
    ).toEqual([['MT: So, in an ', 2]]);
  });

  it('are recognised in headings, by their words or by their number', () => {
    expect(
      found(
        '# What would you change?\n\nA.\n\n## 2. What slows you down\n\nB.\n\n## Question 1\n\nC.\n\n## 3. Findings\n\nD.\n\n# Annex',
      ),
    ).toEqual([
      ['# What would y', 3],
      ['## 2. What slo', 2],
      ['## Question 1\n', 1],
    ]);
  });

  const topics = [
    'What is your role in this office?',
    'Does your office have the capacity to answer requests on migration?',
    'What are the main achievements, and what could be done on migration?',
  ].map((text, n) => ({ id: n + 1, number: String(n + 1), text }));
  const question = (heading: string): number | null => {
    const text = `# ${heading}\n\nMuch.`;
    const [first] = findQuestions(text, segmentText(text).segments, topics, () => false);
    return first?.questionId ?? null;
  };

  it.each([
    ...['(2) Capacity', '[2]', '#2 Capacity', 'Question no. 2', 'Question n° 2 : capacité'],
    ...[
      'Nr. 2 Capacity',
      '2/ Capacity',
      'Q2) Capacity',
      'Вопрос 2',
      '質問2',
      'السؤال 2',
      'Capacity',
    ],
    'Requests on migration',
  ])('are recognised in the heading “%s”', (heading) => {
    expect(question(heading)).toBe(2);
  });

  it.each([
    ...[
      'Questions 1 and 2',
      'Question 1 and 2',
      'Q1/Q2',
      '2013',
      'Migration',
      'Your office',
      'Role',
    ],
    ...['Introduction', '2. Other business', 'Main findings', 'What could'],
  ])('are not seen in the heading “%s”', (heading) => {
    expect(question(heading)).toBeNull();
  });

  it('that fit two alike are left to people', () => {
    const twins = guide.map((question) => ({ ...question, text: 'What did the office do well?' }));
    const text = '# What did the office do well?\n\nMuch.';
    expect(findQuestions(text, segmentText(text).segments, twins, () => false)).toEqual([]);
  });
});

describe('time stamps', () => {
  it('are found inside words, also where a line breaks them off', () => {
    const text = 'We [inaudible 00:05:15] went [to\n00:22:01] it. [laughs 12:30] At 10:30 we ate.';
    expect(stampsIn(text).map(({ timeMs }) => timeMs / 1000)).toEqual([315, 1321, 750]);
  });

  it('are no versions, dates or scores', () => {
    expect(stampsIn('2013-04-03T10:30:00 and a:01:02:03 and 1:2:3 and 4:05:06:07')).toEqual([]);
  });

  it('stand where they say', () => {
    fc.assert(
      fc.property(fc.nat({ max: 300_000 }), rawText.map(canonicalText), (seconds, before) => {
        const two = (n: number) => String(n).padStart(2, '0');
        const stamp = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
        const text = `${before} [crosstalk ${stamp}] on`;
        const last = stampsIn(text).at(-1);
        expect(last?.timeMs).toBe(seconds * 1000);
        expect(text.slice(last?.start, last?.end)).toBe(stamp);
      }),
    );
  });
});
