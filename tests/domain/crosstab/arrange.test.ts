import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange, transpose, type Arrangement } from '../../../src/domain/crosstab/arrange.ts';
import { partOf } from '../../../src/domain/crosstab/part.ts';
import { crosstab } from '../../../src/domain/crosstab/crosstab.ts';
import * as arbitrary from './arbitrary.ts';
import { BY_REGION, CODE, OPEN, STUDY } from './small-study.ts';

const AS_IS: Arrangement = { order: { by: 'tree' }, hidesEmpty: false, pins: [], isTurned: false };
const table = crosstab(STUDY, BY_REGION, OPEN);
const names = (how: Partial<Arrangement>, of = table) =>
  arrange(of, { ...AS_IS, ...how }).rows.map(({ label }) => label);

describe('a table too large for one page', () => {
  it('is shown in parts that together are the table, its totals with every part', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 4 }),
        fc.boolean(),
        (rows, columns, isTurned) => {
          const whole = arrange(table, { ...AS_IS, isTurned });
          const part = (down: number, across: number) =>
            partOf(whole, { down, across }, { rows, columns });
          const { rows: long, columns: wide } = part(1, 1);
          const numbered = (pages: number) => Array.from({ length: pages }, (_, at) => at + 1);
          const totals = ({ kind }: { kind: string }) => kind === 'total';
          const keys = numbered(long.pages).flatMap((down) => {
            const lines = numbered(wide.pages).map((across) => part(down, across).view);
            expect(
              lines.every((view) => view.cells.every((l) => l.length === view.columns.length)),
            ).toBe(true);
            const last = down < long.pages;
            return (lines[0]?.rows ?? []).filter((head) => !(last && totals(head)));
          });
          expect(keys).toEqual(whole.rows);
          expect(part(99, 99).view).toEqual(part(long.pages, wide.pages).view);
          expect(part(1, 1).view.columns.some(totals)).toBe(!isTurned);
        },
      ),
    );
  });
});

describe('a table as it is shown', () => {
  it('stands in the order of the tree, by name, by the total or by a column, the largest first', () => {
    expect(names({})).toEqual(['Visibility', 'Capacity', 'Communication', 'Tripartism']);
    expect(names({ order: { by: 'name' } })).toEqual([
      'Capacity',
      'Communication',
      'Tripartism',
      'Visibility',
    ]);
    // Totals: 4, 3, 1, 1; of equal ones the tree decides.
    expect(names({ order: { by: 'total' } })).toEqual([
      'Visibility',
      'Capacity',
      'Communication',
      'Tripartism',
    ]);
    // Europe: Visibility 1, Capacity 1, Communication 0, Tripartism 1.
    expect(names({ order: { by: 'column', key: 'europe' } }).at(-1)).toBe('Communication');
  });

  it('pins codes to the top in the order they were pinned', () => {
    expect(names({ pins: [CODE.tripartism, CODE.capacity] }).slice(0, 2)).toEqual([
      'Tripartism',
      'Capacity',
    ]);
  });

  it('leaves out empty rows, not hidden ones: a hidden nought is no nought that is printed', () => {
    const nobody = { ...STUDY, codings: [] };
    expect(names({ hidesEmpty: true }, crosstab(nobody, BY_REGION, OPEN))).toEqual([]);
    const hidden = crosstab(nobody, BY_REGION, { ...OPEN, minCell: 3 });
    expect(hidden.rows.every(({ total }) => total === 0)).toBe(false);
    expect(names({ hidesEmpty: true }, hidden)).toHaveLength(4);
  });

  it('gives no order of hidden numbers away: they come last, in the order of the tree', () => {
    // With a minimum of 5 everything is hidden, though the totals are 4, 3, 1 and 1.
    const turned = {
      ...STUDY,
      codes: STUDY.codes.map((code) => ({ ...code, position: -code.id })),
    };
    const hidden = crosstab(turned, BY_REGION, { ...OPEN, minCell: 9 });
    expect(names({ order: { by: 'total' } }, hidden)).toEqual(names({}, hidden));
  });

  it('transposed twice is the same table, transposed once every number stands in its place', () => {
    fc.assert(
      fc.property(
        arbitrary.study,
        arbitrary.classification,
        arbitrary.options,
        fc.constantFrom(0, 2, 5),
        (study, by, options, minCell) => {
          const view = arrange(crosstab(study, by, { ...options, minCell }), AS_IS);
          const turned = transpose(view);
          view.cells.forEach((line, row) => {
            line.forEach((cell, column) => {
              expect(turned.cells[column]?.[row]).toBe(cell);
            });
          });
          if (view.rows.length > 0) expect(transpose(turned)).toEqual(view);
        },
      ),
      { numRuns: 100 },
    );
  });
});
