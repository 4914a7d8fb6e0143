import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arrange, transpose } from '../../../src/domain/crosstab/arrange.ts';
import { crosstab, type CrosstabOptions } from '../../../src/domain/crosstab/crosstab.ts';
import type {
  Classification,
  OneClassification,
  Study,
} from '../../../src/domain/crosstab/study.ts';
import { possibleValues, type Knowledge } from './attacker.ts';
import { limited } from './limited.ts';
import { OPEN } from './small-study.ts';

/** Respondents of two groups and two regions, some of them unnamed groups, and who of them mentions which code. */
interface Drawn {
  people: { group: boolean; region: boolean; heads: number; codes: boolean[]; isLeft: boolean }[];
  isTree: boolean;
  unit: 'respondents' | 'people' | 'interviews';
  isBoth: boolean;
  minCell: number;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  people: fc.array(
    fc.record({
      group: fc.boolean(),
      region: fc.boolean(),
      heads: fc.constantFrom(1, 1, 1, 3),
      codes: fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }),
      isLeft: fc.integer({ max: 4, min: 0 }).map((n) => n > 0),
    }),
    { minLength: 3, maxLength: 14 },
  ),
  isTree: fc.boolean(),
  unit: fc.constantFrom('respondents', 'people', 'interviews'),
  isBoth: fc.boolean(),
  minCell: fc.integer({ min: 2, max: 4 }),
});

function studyOf({ people, isTree }: Drawn): Study {
  return {
    codes: [0, 1].map((at) => ({
      id: at + 1,
      parentId: isTree && at > 0 ? 1 : null,
      name: `code ${at + 1}`,
      position: at,
    })),
    codings: people.flatMap(({ codes }, at) =>
      codes.flatMap((has, code) =>
        has
          ? [{ codeId: code + 1, sourceId: at, interviewId: at, coderId: 1, start: 0, end: 1 }]
          : [],
      ),
    ),
    interviews: people.map((_, id) => ({ id, isDebrief: false, respondentIds: [id] })),
    respondents: people.map(({ heads }, id) => ({ id, headCount: heads })),
    sources: people.map((_, id) => ({ id, interviewId: id })),
    answers: [],
  };
}

const byOf = (people: Drawn['people'], what: 'group' | 'region'): OneClassification => ({
  by: 'respondent',
  columns: ['yes', 'no'].map((key) => ({ key, label: key })),
  notGiven: 'not given',
  of: new Map(people.map((one, id) => [id, [one[what] ? 'yes' : 'no']])),
});

/** Everything that is hidden, and what somebody with patience could still take it for. */
function attack(given: Drawn) {
  const { people, isTree, unit, isBoth, minCell } = given;
  const left = new Set(people.flatMap(({ isLeft }, id) => (isLeft ? [id] : [])));
  const study = limited(studyOf(given), { respondents: left });
  const group = byOf(people, 'group');
  const by: Classification = isBoth
    ? { by: 'both', first: group, second: byOf(people, 'region') }
    : group;
  const options: CrosstabOptions = { ...OPEN, unit, dropsEmptyColumns: true };
  const read = (more: Partial<CrosstabOptions>) => crosstab(study, by, { ...options, ...more });
  const lines = (table: ReturnType<typeof read>) =>
    table.rows.map((row) => [...row.cells, row.total].map((cell) => cell ?? -1));
  const table = read({ minCell });
  const behind = lines(read({ unit: 'respondents' }));
  const own = lines(read({ withSubcodes: false }));
  const small = read({ unit: 'respondents' }).rows[0]?.of.map((n) => n > 0 && n < minCell) ?? [];
  const known: Knowledge = {
    table,
    parents: [-1, isTree ? 0 : -1],
    ownHigh: own.map((line) => line.map((n) => (n > 0 && n < minCell ? minCell - 1 : n))),
    range: (row, column) => [0, table.rows[row]?.of[column] ?? 0],
  };
  return { table, known, behind, small, minCell };
}

it('hides small groups by two classifications, in part of a study, by heads and turned round, in 1,000 tables', () => {
  fc.assert(
    fc.property(drawn, (given) => {
      const { table, known, behind, small, minCell } = attack(given);
      const view = arrange(table, {
        order: { by: 'tree' },
        hidesEmpty: false,
        pins: [],
        isTurned: false,
      });
      const turned = transpose(view);
      behind.forEach((line, row) => {
        line.forEach((people, column) => {
          if (small[column] !== true && (people === 0 || people >= minCell)) return;
          expect(view.cells[row]?.[column]?.value).toBeNull();
          expect(turned.cells[column]?.[row]?.value).toBeNull();
          expect(possibleValues(known, row, column).length).toBeGreaterThan(1);
        });
      });
    }),
    { numRuns: 1000 },
  );
});
