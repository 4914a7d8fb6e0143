import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accounts,
  buildPastedRegister,
  LINE_KINDS,
  pastedTable,
} from '../../../../src/domain/register/paste/index.ts';
import { readRegister } from '../../../../src/domain/register/index.ts';
import { LIST, NOBODY, read } from './build.ts';

const shaped = fc.constantFrom(
  ...LIST.split('\n'),
  '',
  '(',
  'Ann Lee\tHEALTH\t3/4/2013\tMS',
  'Ann; Bob; 3.4.2013',
  '"open',
  '3.4.13-',
  '5.4.13',
  '& AB',
  'and Bob Ray',
  'van der Berg',
  '12',
);
const anyLine = fc.oneof(
  { weight: 4, arbitrary: shaped },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);
const anyText = fc.array(anyLine, { maxLength: 40 }).map((lines) => lines.join('\n'));
const anyDecisions = fc.dictionary(
  fc.integer({ min: 1, max: 40 }).map(String),
  fc.record({ kind: fc.constantFrom(...LINE_KINDS.filter((kind) => kind !== 'blank')) }),
);

describe('accounts', () => {
  it('every line of any text is used exactly once, and every word of a row is in a cell', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { missing, twice, unspent } = accounts(read(text));
        expect({ missing, twice, unspent }).toEqual({ missing: [], twice: [], unspent: [] });
      }),
      { numRuns: 400 },
    );
  });

  it('and so it is whatever a person says of the lines', () => {
    fc.assert(
      fc.property(anyText, anyDecisions, (text, lines) => {
        const reading = buildPastedRegister(text, {
          order: null,
          known: NOBODY,
          decisions: { lines },
        });
        const { missing, twice, unspent } = accounts(reading);
        expect({ missing, twice, unspent }).toEqual({ missing: [], twice: [], unspent: [] });
      }),
      { numRuns: 400 },
    );
  });

  it('a reading that loses or doubles a line is found out', () => {
    const reading = read('Ann Lee HEALTH 15.3.2013 MS\nBob Ray HEALTH 16.3.2013 MS');
    const [first] = reading.interviews;
    const lost = { ...reading, interviews: first ? [first] : [] };
    expect(accounts(lost)).toMatchObject({ missing: [2], isComplete: false });
    const doubled = { ...reading, interviews: [...reading.interviews, ...lost.interviews] };
    expect(accounts(doubled)).toMatchObject({ twice: [1], isComplete: false });
    const lines = reading.lines.map((line) => ({ ...line, pieces: line.pieces.slice(1) }));
    expect(accounts({ ...reading, lines })).toMatchObject({ unspent: [1, 2], isComplete: false });
  });

  it('a doubt names a line of the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = read(text);
        for (const { line } of reading.doubts) expect(reading.lines[line - 1]?.line).toBe(line);
      }),
    );
  });
});

describe('the reading as a table to import', () => {
  it('gives an import the same interviews, people and lines', () => {
    const reading = read(LIST);
    const plan = readRegister(
      pastedTable(reading),
      { respondents: [], interviews: [], interviewers: [], groups: [], regions: [], variables: [] },
      { order: null, today: '2020-01-01' },
    );
    expect(plan.problems).toEqual([]);
    expect(plan.interviews.map((i) => [i.line, i.date, i.kind])).toEqual(
      reading.interviews.map((i) => [i.lines[0], i.date, i.kind]),
    );
    const people = reading.interviews.flatMap((i) => i.respondents).filter((r) => !r.earlier);
    expect(plan.respondents.map((r) => [r.name, r.headCount])).toEqual(
      people.map((r) => [r.name, r.headCount]),
    );
  });

  it('leaves an open date to the import as it is written', () => {
    const [, row] = pastedTable(read('Ann Lee HEALTH 03/04/2013 MS'));
    expect(row?.cells[0]).toBe('03/04/2013');
  });
});
