import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEYMAP, commandOf, type Act } from '../../../src/domain/workbench/keymap.ts';
import {
  keymapWith,
  keyProblem,
  keyProblems,
  ownKeysFrom,
  readKeys,
  writeKeys,
  type OwnKeys,
} from '../../../src/domain/workbench/own-keys.ts';

const none = new Map<string, string>();
const problems = (own: OwnKeys, codes = none) =>
  Object.fromEntries([...keyProblems(own, codes)].map(([act, { code }]) => [act, code]));

describe('keys as a person writes them', () => {
  it('are read whatever their capitals, and written as the guide does', () => {
    expect(readKeys(' J  ctrl+arrowright shift+X + ')).toEqual([
      'j',
      'Mod+ArrowRight',
      'Shift+x',
      '+',
    ]);
    expect(readKeys('Shift+Ctrl+Z cmd+y')).toEqual(['Mod+Shift+z', 'Mod+y']);
    expect(readKeys('')).toEqual([]);
  });
  it('the usual ones read back as they are, and none of them is refused', () => {
    for (const { act, keys } of KEYMAP) {
      expect(readKeys(writeKeys(keys))).toEqual(keys);
      if (act !== 'escape') for (const key of keys) expect(keyProblem(key)).toBeNull();
    }
  });
});

describe('a person’s own keys', () => {
  it('stand in place of the usual ones, and an empty list leaves none', () => {
    const table = keymapWith({ pick: ['p'], last: [] });
    const press = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
    expect(commandOf({ key: 'p', ...press }, new Map(), false, table)).toEqual({ act: 'pick' });
    expect(commandOf({ key: 'c', ...press }, new Map(), false, table)).toBeNull();
    expect(commandOf({ key: 'q', ...press }, new Map(), false, table)).toBeNull();
  });
  it('are never the browser’s, the system’s or a screen reader’s', () => {
    const refused = ['Tab', 'F5', 'Mod+c', 'Mod+w', 'Alt+x', 'Meta+k', 'PageDown', 'Mod+Shift+t'];
    for (const key of refused) expect(problems({ pick: [key] }), key).toEqual({ pick: 'browser' });
    for (const key of ['Insert', 'CapsLock', 'Alt+Mod+x', 'Insert+x'])
      expect(['reader', 'unknown']).toContain(keyProblem(key)?.code);
    expect(problems({ pick: ['Escape'] })).toEqual({ pick: 'fixed' });
    expect(problems({ pick: ['word'] })).toEqual({ pick: 'unknown' });
  });
  it('are refused beside the act that was changed when another act, Shift, or a code has the key', () => {
    expect(problems({ pick: ['m'] })).toEqual({ pick: 'taken' });
    expect(problems({ pick: ['Shift+j'] })).toEqual({ pick: 'shifted' });
    expect(problems({ pick: ['1'] }, new Map([['1', 'Visibility']]))).toEqual({ pick: 'codes' });
    expect(problems({ pick: ['m'], memo: ['p'] })).toEqual({});
  });
  it('whatever is chosen without a problem, no key means two things', () => {
    const acts = KEYMAP.map(({ act }) => act).filter((act) => act !== 'escape');
    const key = fc.constantFrom('a', 'c', 'j', 'x', 'z', '1', 'Shift+j', 'Shift+x', 'Space', 'Tab');
    const chosen = fc.dictionary(fc.constantFrom<Act>(...acts), fc.uniqueArray(key));
    fc.assert(
      fc.property(chosen, (own) => {
        if (keyProblems(own, none).size > 0) return;
        const all = keymapWith(own).flatMap(({ keys }) => keys);
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });
  it('that were kept badly, or for an act that is gone, are passed over', () => {
    for (const json of ['', 'null', '[', '7', '{"gone":["x"],"pick":"x","escape":["x"]}'])
      expect(ownKeysFrom(json)).toEqual({});
    expect(ownKeysFrom('{"pick":["x","Tab",3]}')).toEqual({ pick: ['x'] });
  });
});
