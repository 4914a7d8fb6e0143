import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { behindCell } from '../../../src/domain/crosstab/behind.ts';
import { crosstab, type Crosstab } from '../../../src/domain/crosstab/crosstab.ts';
import type { Classification, CountOptions, Study } from '../../../src/domain/crosstab/study.ts';
import * as arbitrary from './arbitrary.ts';

const count = (study: Study, by: Classification, options: CountOptions): Crosstab =>
  crosstab(study, by, { ...options, minCell: 0 });

/** Every number of a table with the column it stands in; the total under `null`. */
function* numbers(table: Crosstab) {
  for (const row of table.rows) {
    for (const [at, value] of row.cells.entries()) {
      const column = table.columns[at]?.key ?? '';
      yield { row, column, of: row.of[at] ?? 0, value: value ?? -1 };
    }
    yield { row, column: null, of: row.of.at(-1) ?? 0, value: row.total ?? -1 };
  }
}

const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

const headsOf = (study: Study, id: number): number =>
  study.respondents.find((one) => one.id === id)?.headCount ?? 1;

function forAnyTable(
  check: (study: Study, by: Classification, options: CountOptions) => void,
): void {
  fc.assert(
    fc.property(
      arbitrary.study,
      arbitrary.classification,
      arbitrary.options,
      (study, by, options) => {
        check(study, by, options);
      },
    ),
    { numRuns: 300 },
  );
}

describe('any table of codes', () => {
  it('no number exceeds its denominator', () => {
    forAnyTable((...given) => {
      for (const { value, of } of numbers(count(...given))) expect(value).toBeLessThanOrEqual(of);
    });
  });

  it('a total is at most the sum of its row, and at least each cell of it', () => {
    forAnyTable((...given) => {
      for (const { cells, total } of count(...given).rows) {
        expect(total).toBeLessThanOrEqual(sum(cells));
        expect(total).toBeGreaterThanOrEqual(Math.max(...cells.map((cell) => cell ?? 0)));
      }
    });
  });

  it('with sub-codes, a code has at least what each of its sub-codes has, and at most their sum and its own', () => {
    forAnyTable((study, by, options) => {
      // Counted over those asked about each, the two are counts of different people.
      if (options.over === 'tied') return;
      const table = count(study, by, { ...options, withSubcodes: true });
      const own = count(study, by, { ...options, withSubcodes: false });
      table.rows.forEach((row, at) => {
        const below = table.rows.filter(
          (other) => study.codes.find((code) => code.id === other.codeId)?.parentId === row.codeId,
        );
        row.cells.forEach((cell, column) => {
          const parts = below.map((other) => other.cells[column] ?? 0);
          expect(cell).toBeGreaterThanOrEqual(Math.max(0, ...parts));
          expect(cell).toBeLessThanOrEqual(sum(parts) + (own.rows[at]?.cells[column] ?? 0));
        });
      });
    });
  });

  it('respondents counted are at most those of the interviews counted', () => {
    forAnyTable((study, by, options) => {
      const respondents = count(study, by, { ...options, over: 'all', unit: 'respondents' });
      const interviews = count(study, by, { ...options, over: 'all', unit: 'interviews' });
      respondents.rows.forEach((row, at) => {
        const cell = { codeId: row.codeId, column: null };
        const ids = behindCell(
          study,
          by,
          { ...options, over: 'all', unit: 'interviews' },
          cell,
        ).counted;
        const people = new Set(
          study.interviews.filter(({ id }) => ids.includes(id)).flatMap((one) => one.respondentIds),
        );
        expect(interviews.rows[at]?.total).toBe(ids.length);
        expect(row.total).toBeLessThanOrEqual(people.size);
      });
    });
  });

  it('one more coding never lowers a number', () => {
    fc.assert(
      fc.property(
        arbitrary.study,
        arbitrary.classification,
        arbitrary.options,
        arbitrary.coding,
        (study, by, options, coding) => {
          const before = count(study, by, options);
          const after = count({ ...study, codings: [...study.codings, coding] }, by, options);
          const valueAfter = (codeId: number, key: string | null): number => {
            const row = after.rows.find((one) => one.codeId === codeId);
            if (key === null) return row?.total ?? -1;
            return row?.cells[after.columns.findIndex((column) => column.key === key)] ?? -1;
          };
          for (const { row, column, value } of numbers(before)) {
            expect(valueAfter(row.codeId, column)).toBeGreaterThanOrEqual(value);
          }
        },
      ),
    );
  });

  it('the order in which things are handed in does not matter', () => {
    forAnyTable((study, by, options) => {
      const turned: Study = {
        codes: [...study.codes].reverse(),
        codings: [...study.codings].reverse(),
        interviews: [...study.interviews].reverse(),
        respondents: [...study.respondents].reverse(),
        sources: [...study.sources].reverse(),
        answers: [...study.answers].reverse(),
      };
      expect(count(turned, by, options)).toEqual(count(study, by, options));
    });
  });

  it('nobody is dropped: every respondent interviewed is in the denominators', () => {
    forAnyTable((study, by, options) => {
      if (by.by !== 'respondent') return;
      const table = count(study, by, { ...options, unit: 'respondents', over: 'all' });
      const interviewed = new Set(
        study.interviews
          .filter((one) => options.countDebriefs || !one.isDebrief)
          .flatMap((one) => one.respondentIds),
      );
      expect(table.denominator).toBe(interviewed.size);
      expect(sum(table.columns.map((column) => column.denominator))).toBeGreaterThanOrEqual(
        interviewed.size,
      );
    });
  });
});

describe('what stands behind a number', () => {
  it('is as many as the number says, in every cell and total, and out of as many', () => {
    forAnyTable((study, by, options) => {
      for (const { row, column, value, of } of numbers(count(study, by, options))) {
        const behind = behindCell(study, by, options, { codeId: row.codeId, column });
        expect(behind.count).toBe(value);
        expect(behind.denominator).toBe(of);
        expect(behind.passages.length === 0).toBe(value === 0);
      }
    });
  });

  it('names those counted and those who are not: together the denominator', () => {
    forAnyTable((study, by, options) => {
      if (options.unit === 'passages' || options.unit === 'documents') return;
      for (const { row, column, value, of } of numbers(count(study, by, options))) {
        const behind = behindCell(study, by, options, { codeId: row.codeId, column });
        const heads = (ids: readonly number[]) =>
          options.unit === 'people' ? sum(ids.map((id) => headsOf(study, id))) : ids.length;
        expect(heads(behind.counted)).toBe(value);
        expect(heads(behind.notCounted)).toBe(of - value);
      }
    });
  });

  it('passages behind a count of passages are exactly those counted', () => {
    forAnyTable((study, by, options) => {
      const given = { ...options, unit: 'passages' } as const;
      for (const { row, column, value } of numbers(count(study, by, given))) {
        const { passages } = behindCell(study, by, given, { codeId: row.codeId, column });
        expect(passages).toHaveLength(value);
      }
    });
  });
});
