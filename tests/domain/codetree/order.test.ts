import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeAll } from '../../../src/domain/codetree/index.ts';
import { siblingsBy } from '../../../src/domain/codetree/order.ts';

const codes = fc
  .array(fc.record({ up: fc.nat(20), name: fc.string({ minLength: 1, maxLength: 3 }) }), {
    maxLength: 20,
  })
  .map((rows) =>
    placeAll(
      rows.map(({ up, name }, at) => ({
        id: at + 1,
        // A parent always comes earlier, so that what is made is a tree.
        parentId: at === 0 || up % (at + 1) === 0 ? null : up % (at + 1),
        name,
        position: at,
      })),
    ),
  );

describe('siblings in another order', () => {
  it('stay under their parents, none lost, at every depth sorted', () => {
    fc.assert(
      fc.property(codes, (placed) => {
        const byName = (a: (typeof placed)[number], b: (typeof placed)[number]) =>
          a.code.name < b.code.name ? -1 : Number(a.code.name > b.code.name);
        const sorted = siblingsBy(placed, byName);
        expect(sorted.map(({ code }) => code.id).sort()).toEqual(
          placed.map(({ code }) => code.id).sort(),
        );
        const above: number[] = [];
        const last = new Map<number | null, string>();
        for (const { code, depth } of sorted) {
          above.length = depth;
          expect(code.parentId).toBe(above.at(-1) ?? null);
          above.push(code.id);
          expect((last.get(code.parentId) ?? '') <= code.name).toBe(true);
          last.set(code.parentId, code.name);
        }
      }),
    );
  });
});
