import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPath, parsePath } from '../../../src/domain/codetree/index.ts';

const name = fc
  .string({ minLength: 1, unit: fc.constantFrom(...'ab >\\é👍') })
  .map((s) => s.trim());

describe('the path of a code', () => {
  it('reads from the theme down', () => {
    expect(formatPath(['Visibility', 'Capacity'])).toBe('Visibility > Capacity');
    expect(parsePath('Visibility>Capacity  >  People')).toEqual([
      'Visibility',
      'Capacity',
      'People',
    ]);
  });

  it('keeps a > that belongs to a name', () => {
    expect(formatPath(['Pay', 'Women > men'])).toBe('Pay > Women \\> men');
  });

  it('leaves a \\ alone that escapes nothing', () => {
    expect(parsePath('A\\B > C')).toEqual(['A\\B', 'C']);
  });

  it('finds the same names again, whatever they hold', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), (names) => {
        expect(parsePath(formatPath(names))).toEqual(names);
      }),
    );
  });
});
