import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beginningOf,
  CELL_STATES,
  neighbours,
  stateOf,
  type WalkedRow,
} from '../../../src/domain/framework/grid.ts';

it('a cell waits while it has passages and no words, and words are not made old by passages that were there', () => {
  const facts = { hasPassages: true, hasSummary: false, hasNewer: false };
  expect(stateOf(facts)).toBe('waiting');
  expect(stateOf({ ...facts, hasPassages: false })).toBe('empty');
  expect(stateOf({ ...facts, hasSummary: true })).toBe('written');
  expect(stateOf({ ...facts, hasSummary: true, hasNewer: true })).toBe('newer');
});

describe('walking the grid', () => {
  const rows: WalkedRow[] = [
    {
      respondentId: 1,
      cells: [
        { codeId: 7, state: 'waiting' },
        { codeId: 8, state: 'written' },
      ],
    },
    {
      respondentId: 2,
      cells: [
        { codeId: 7, state: 'empty' },
        { codeId: 8, state: 'waiting' },
      ],
    },
  ];

  it('goes along a row, then to the next', () => {
    expect(neighbours(rows, { respondentId: 1, codeId: 8 }, null)).toEqual({
      previous: { respondentId: 1, codeId: 7 },
      next: { respondentId: 2, codeId: 7 },
    });
  });

  it('goes only to cells in the state that was asked for, also from one that has left it', () => {
    expect(neighbours(rows, { respondentId: 1, codeId: 8 }, 'waiting')).toEqual({
      previous: { respondentId: 1, codeId: 7 },
      next: { respondentId: 2, codeId: 8 },
    });
  });

  it('leads from a cell that is not in the grid nowhere', () => {
    expect(neighbours(rows, { respondentId: 9, codeId: 8 }, null)).toEqual({
      previous: null,
      next: null,
    });
  });

  it('comes back with one step back from the next', () => {
    const state = fc.constantFrom(...CELL_STATES);
    const grid = fc
      .array(fc.tuple(state, state, state), { minLength: 1, maxLength: 6 })
      .map((all) =>
        all.map((states, respondentId) => ({
          respondentId,
          cells: states.map((one, codeId) => ({ codeId, state: one })),
        })),
      );
    fc.assert(
      fc.property(grid, fc.option(state), fc.nat(17), (all, only, n) => {
        const cells = all.flatMap((row) =>
          row.cells
            .filter((cell) => only === null || cell.state === only)
            .map(({ codeId }) => ({ respondentId: row.respondentId, codeId })),
        );
        const at = cells[n % Math.max(1, cells.length)];
        const next = at && neighbours(all, at, only).next;
        if (next) expect(neighbours(all, next, only).previous).toEqual(at);
      }),
    );
  });
});

it('a summary begins in one line, cut between words, and never within a letter', () => {
  expect(beginningOf('One\n\ntwo  three')).toEqual({ text: 'One two three', isCut: false });
  const long = beginningOf(`${'word '.repeat(60)}end`);
  expect(long.isCut).toBe(true);
  expect(long.text.endsWith('word')).toBe(true);
  expect(beginningOf('😀'.repeat(200)).text).toBe('😀'.repeat(80));
  expect(beginningOf(`a${'😀'.repeat(200)}`).text).toBe(`a${'😀'.repeat(79)}`);
});
