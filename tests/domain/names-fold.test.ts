import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/domain/names.ts';

describe('a text as a search in a list compares it', () => {
  it.each([
    ['É', 'e'],
    ['é', 'e'],
    ['Straße', 'strasse'],
    ['ＡＢＣ', 'abc'],
    ['Ångström', 'angstrom'],
    ['ΆΘΗΝΑ', 'αθηνα'],
    ['R-07', 'r-07'],
  ])('%s is %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });
});
