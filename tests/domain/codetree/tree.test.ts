import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  childrenOf,
  descendantsOf,
  destinationOf,
  mayMoveUnder,
  namesake,
  nextPosition,
  placeAll,
  shiftsFor,
  STEPS,
  type CodeNode,
  type Destination,
} from '../../../src/domain/codetree/index.ts';

/** A tree: each code's parent is an earlier code or none. */
const tree = fc
  .array(fc.tuple(fc.nat(), fc.nat({ max: 5 })), { minLength: 1, maxLength: 30 })
  .map((seeds) =>
    seeds.map(([seed, position], index): CodeNode => {
      const at = seed % (index + 1);
      return { id: index + 1, parentId: at === 0 ? null : at, name: `Code ${index}`, position };
    }),
  );

function moved(codes: readonly CodeNode[], id: number, to: Destination): CodeNode[] {
  const shifts = new Map(shiftsFor(codes, id, to).map((shift) => [shift.id, shift]));
  return codes.map((code) => ({ ...code, ...shifts.get(code.id) }));
}

const isTree = (codes: readonly CodeNode[]) =>
  codes.every((code) => !descendantsOf(codes, code.id).includes(code.id)) &&
  descendantsOfAllThemes(codes) === codes.length;

function descendantsOfAllThemes(codes: readonly CodeNode[]): number {
  const themes = childrenOf(codes, null);
  return themes.reduce((sum, theme) => sum + 1 + descendantsOf(codes, theme.id).length, 0);
}

const order = (codes: readonly CodeNode[], parentId: number | null) =>
  childrenOf(codes, parentId).map((code) => code.id);

describe('the order of a codebook', () => {
  it('puts each code once, after its parent, before the next sibling of its parent', () => {
    fc.assert(
      fc.property(tree, (codes) => {
        const placed = placeAll(codes);
        expect(placed.map(({ code }) => code.id).sort((a, b) => a - b)).toEqual(
          codes.map((code) => code.id),
        );
        placed.forEach(({ code, depth, names, below }, at) => {
          expect(names).toHaveLength(depth + 1);
          const inside = placed.slice(at + 1, at + 1 + below).map((one) => one.code.id);
          expect(new Set(inside)).toEqual(new Set(descendantsOf(codes, code.id)));
        });
      }),
    );
  });

  it('drops no code, not even from a ring of parents', () => {
    const ring: CodeNode[] = [
      { id: 1, parentId: 2, name: 'A', position: 0 },
      { id: 2, parentId: 1, name: 'B', position: 0 },
      { id: 3, parentId: 99, name: 'C', position: 0 },
    ];
    expect(placeAll(ring)).toHaveLength(3);
    expect(descendantsOf(ring, 1)).toEqual([2]);
  });
});

describe('moving a code', () => {
  it('keeps a tree, whatever is moved where, and puts it where it was sent', () => {
    const moves = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { maxLength: 20 });
    fc.assert(
      fc.property(tree, moves, (start, wanted) => {
        let codes = start;
        for (const [which, where, before] of wanted) {
          const id = (which % codes.length) + 1;
          const at = where % (codes.length + 1);
          const parentId = at === 0 ? null : at;
          if (!mayMoveUnder(codes, id, parentId)) continue;
          const others = order(codes, parentId).filter((one) => one !== id);
          const place = before % (others.length + 1);
          codes = moved(codes, id, { parentId, beforeId: others[place] ?? null });
          expect(order(codes, parentId)).toEqual([
            ...others.slice(0, place),
            id,
            ...others.slice(place),
          ]);
        }
        expect(isTree(codes)).toBe(true);
      }),
    );
  });

  it('is never under itself or a code below it', () => {
    fc.assert(
      fc.property(tree, fc.nat(), (codes, seed) => {
        const id = (seed % codes.length) + 1;
        for (const below of [id, ...descendantsOf(codes, id)])
          expect(mayMoveUnder(codes, id, below)).toBe(false);
        expect(mayMoveUnder(codes, id, null)).toBe(true);
        expect(mayMoveUnder(codes, id, 999)).toBe(false);
      }),
    );
  });

  it('up and then down again changes no order, and so does in and then out', () => {
    fc.assert(
      fc.property(tree, fc.nat(), (codes, seed) => {
        const id = (seed % codes.length) + 1;
        for (const [there, back] of [
          ['up', 'down'],
          ['in', 'out'],
        ] as const) {
          const first = destinationOf(codes, id, there);
          if (first === null) continue;
          const away = moved(codes, id, first);
          const second = destinationOf(away, id, back);
          expect(second).not.toBeNull();
          if (second === null) continue;
          const home = moved(away, id, second);
          const ids = (all: readonly CodeNode[]) => placeAll(all).map(({ code }) => code.id);
          expect(ids(home)).toEqual(ids(codes));
        }
      }),
    );
  });

  it('by any step is always allowed, or leads nowhere', () => {
    fc.assert(
      fc.property(tree, fc.nat(), fc.constantFrom(...STEPS), (codes, seed, step) => {
        const id = (seed % codes.length) + 1;
        const to = destinationOf(codes, id, step);
        if (to === null) return;
        expect(mayMoveUnder(codes, id, to.parentId)).toBe(true);
      }),
    );
  });

  it('past one sibling writes only the two', () => {
    const codes = [1, 2, 3, 4].map((id) => ({
      id,
      parentId: null,
      name: `C${id}`,
      position: id * 3,
    }));
    expect(shiftsFor(codes, 3, { parentId: null, beforeId: 2 })).toEqual([
      { id: 3, parentId: null, position: 6 },
      { id: 2, parentId: null, position: 9 },
    ]);
    expect(shiftsFor(codes, 2, { parentId: null, beforeId: 3 })).toEqual([]);
  });
});

describe('a new code', () => {
  const codes: CodeNode[] = [
    { id: 1, parentId: null, name: 'Straße', position: 4 },
    { id: 2, parentId: 1, name: 'People', position: 0 },
  ];
  it('may not have the name of a sibling, however it is written', () => {
    expect(namesake(codes, null, '  STRASSE ')?.id).toBe(1);
    expect(namesake(codes, null, 'Strasse', 1)).toBeNull();
    expect(namesake(codes, 1, 'Strasse')).toBeNull();
  });
  it('stands after the last', () => {
    expect(nextPosition(childrenOf(codes, null))).toBe(5);
    expect(nextPosition([])).toBe(0);
  });
});
