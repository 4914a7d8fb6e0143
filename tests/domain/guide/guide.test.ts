import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fits,
  GUIDE_COLUMNS,
  guideRows,
  mergeGuide,
  readGuideTable,
  readMarkdownGuide,
  writeMarkdownGuide,
} from '../../../src/domain/guide/index.ts';

const rows = (cells: readonly (readonly string[])[]) =>
  cells.map((c, i) => ({ line: i + 1, cells: c }));
const word = fc
  .stringMatching(/^[A-Za-z][A-Za-z ,?]{0,20}[A-Za-z?]$/)
  .map((text) => text.replace(/\s+/g, ' '));
const guide = fc.uniqueArray(
  fc.record({
    number: fc.integer({ min: 1, max: 99 }).map(String),
    section: fc.oneof(fc.constant(''), word),
    text: word,
    prompts: fc.array(word, { maxLength: 3 }).map((prompts) => prompts.join('\n')),
    serves: fc.oneof(fc.constant(''), word),
    forWhom: fc.oneof(fc.constant(''), word),
  }),
  { selector: (q) => q.number, minLength: 1, maxLength: 12 },
);

describe('a guide as Markdown', () => {
  it('has sections, questions, prompts, what they serve and whom they are for', () => {
    const read = readMarkdownGuide(
      [
        '# Interview guide',
        '',
        '## Opening ##',
        '1. What is your job?',
        '   How long have you had it?',
        '   - Days in a week',
        '   * Who asked you',
        '   - Serves: E1',
        '   For: Headquarters; Regions',
        '5a) Where do you get stuck?',
      ].join('\n'),
    );
    expect(read.problems).toEqual([]);
    expect(read.questions).toMatchObject([
      {
        number: '1',
        section: 'Opening',
        text: 'What is your job? How long have you had it?',
        prompts: 'Days in a week\nWho asked you',
        serves: 'E1',
        forWhom: 'Headquarters; Regions',
      },
      { number: '5a', section: 'Opening', text: 'Where do you get stuck?', line: 10 },
    ]);
  });

  it('gives questions without a number the next free one', () => {
    expect(readMarkdownGuide('- Why?\n1. How?\n- When?').questions.map((q) => q.number)).toEqual([
      '2',
      '1',
      '3',
    ]);
  });

  it('names the lines that belong to no question instead of dropping them', () => {
    expect(readMarkdownGuide('Please be on time.\n\n1. Why?').warnings).toEqual([
      { line: 1, reason: 'line-left-out', text: 'Please be on time.' },
    ]);
  });

  it('is refused when it has a number twice or no question at all', () => {
    expect(readMarkdownGuide('1. Why?\n1. How?').problems).toMatchObject([
      { line: 2, reason: 'number-twice' },
    ]);
    expect(readMarkdownGuide('Nothing here').problems).toMatchObject([{ reason: 'no-questions' }]);
  });

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(guide, (questions) => {
        const read = readMarkdownGuide(writeMarkdownGuide('Guide', questions));
        expect(read.questions.map(({ line: _line, ...question }) => question)).toEqual(questions);
        expect(read.warnings).toEqual([]);
      }),
    );
  });
});

describe('a guide as a table', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(guide, (questions) => {
        const read = readGuideTable(rows([GUIDE_COLUMNS, ...guideRows(questions)]));
        expect(read.questions.map(({ line: _line, ...question }) => question)).toEqual(questions);
      }),
    );
  });

  it('needs a column with the question and says so when there is none', () => {
    expect(readGuideTable(rows([['number', 'question']])).problems).toMatchObject([
      { reason: 'no-text-column' },
    ]);
  });

  it('says which row has no question, and which columns it leaves out', () => {
    const read = readGuideTable(
      rows([
        ['Number', 'TEXT', 'colour'],
        ['1', ' ', 'red'],
      ]),
    );
    expect(read.problems).toMatchObject([{ line: 2, reason: 'no-text' }]);
    expect(read.warnings).toEqual([{ line: 1, reason: 'column-left-out', text: 'colour' }]);
  });
});

describe('bringing a guide in', () => {
  it('twice adds and changes nothing', () => {
    fc.assert(
      fc.property(guide, (questions) => {
        expect(mergeGuide(questions, questions)).toEqual({
          create: [],
          change: [],
          unchanged: questions.length,
        });
      }),
    );
  });

  it('changes the question with the same number and leaves those the file does not have', () => {
    const q = (number: string, text: string) => ({
      number,
      text,
      section: '',
      prompts: '',
      serves: '',
      forWhom: '',
    });
    const merge = mergeGuide(
      [q('1', 'Why?'), q('2', 'How?')],
      [q('2', 'How so?'), q('3', 'When?')],
    );
    expect(merge.change.map((c) => c.draft.text)).toEqual(['How so?']);
    expect(merge.create.map((c) => c.number)).toEqual(['3']);
  });
});

describe('whom a question is for', () => {
  const worker = { group: 'Workers', region: 'Africa', role: 'Adviser', organisation: '' };
  const names = ['Workers', 'Employers', 'Africa', 'Europe'];

  it('is everyone where it does not say', () => {
    expect(fits('', [worker], names)).toBe('yes');
  });

  it('is whoever has the group, region, role or organisation it names', () => {
    expect(fits('workers', [worker], names)).toBe('yes');
    expect(fits('Europe; Africa', [worker], names)).toBe('yes');
    expect(fits('adviser', [worker], names)).toBe('yes');
    expect(fits('Employers', [{ ...worker, group: 'Employers' }, worker], names)).toBe('yes');
  });

  it('is not those of another group', () => {
    expect(fits('Employers;Europe', [worker], names)).toBe('no');
  });

  it('is for the interviewer to judge where it says a condition in words, or nobody is known yet', () => {
    expect(fits('those who work with the group', [worker], names)).toBe('maybe');
    expect(fits('Employers', [], names)).toBe('maybe');
  });

  it('asks every condition of one and the same person', () => {
    const employer = { ...worker, group: 'Employers', region: 'Europe' };
    expect(fits('Workers & Africa', [worker], names)).toBe('yes');
    expect(fits('Workers & Europe', [worker, employer], names)).toBe('no');
    expect(fits('Workers; Employers & Europe', [worker, employer], names)).toBe('yes');
  });

  it('takes a variable with its value, and leaves open what is not known of somebody', () => {
    const all = [...names, 'Years in post'];
    const long = { ...worker, values: { 'Years in post': 'Over 5' } };
    expect(fits('years in post = over 5', [long], all)).toBe('yes');
    expect(fits('Years in post = under 2; Years in post = over 5', [long], all)).toBe('yes');
    expect(fits('Years in post = under 2', [long], all)).toBe('no');
    expect(fits('Years in post = under 2', [worker], all)).toBe('maybe');
  });

  it('leaves a condition in words to the interviewer only where the others hold', () => {
    expect(fits('Workers & only if they travel', [worker], names)).toBe('maybe');
    expect(fits('Employers & only if they travel', [worker], names)).toBe('no');
  });

  it('knows names that have an ampersand', () => {
    const all = [...names, 'Monitoring & evaluation'];
    const one = { ...worker, group: 'Monitoring & Evaluation' };
    expect(fits('Monitoring & evaluation & Africa', [one], all)).toBe('yes');
    expect(fits('Monitoring & evaluation', [worker], all)).toBe('no');
  });
});
