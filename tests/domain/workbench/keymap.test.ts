import { describe, expect, it } from 'vitest';
import type { KeyPress } from '../../../src/domain/workbench/keymap.ts';
import { KEYMAP, commandOf, comboOf } from '../../../src/domain/workbench/keymap.ts';

const press = (key: string, more: Partial<KeyPress> & { repeat?: boolean } = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});
const codes = new Map([
  ['1', 7],
  ['x', 9],
]);
const command = (key: string, more: Parameters<typeof press>[1] = {}, mac = false) =>
  commandOf(press(key, more), codes, mac);

describe('the keys of the workbench', () => {
  it('no key means two things', () => {
    const all = KEYMAP.flatMap(({ keys }) => keys);
    expect(new Set(all).size).toBe(all.length);
  });
  it('j and the arrow go to the next segment; with Shift they extend', () => {
    expect(command('j')).toMatchObject({ unit: 'segment', by: 1, extend: false });
    expect(command('ArrowDown')).toMatchObject({ unit: 'segment', by: 1, extend: false });
    expect(command('J', { shiftKey: true })).toMatchObject({
      unit: 'segment',
      by: 1,
      extend: true,
    });
    expect(command('ArrowUp', { shiftKey: true })).toMatchObject({
      unit: 'segment',
      by: -1,
      extend: true,
    });
  });
  it('words are Ctrl with an arrow, on a Mac Option with an arrow', () => {
    expect(command('ArrowRight', { ctrlKey: true })).toMatchObject({ unit: 'word', by: 1 });
    expect(command('ArrowRight', { altKey: true }, true)).toMatchObject({ unit: 'word', by: 1 });
    expect(command('ArrowLeft', { altKey: true })).toBeNull();
  });
  it("a code's own key applies it, unless the workbench needs the key", () => {
    expect(command('1')).toEqual({ act: 'code', code: 7 });
    expect(command('x')).toEqual({ act: 'code', code: 9 });
    expect(commandOf(press('q'), new Map([['q', 3]]))).toEqual({ act: 'last' });
  });
  it('undo and redo take Ctrl, on a Mac Cmd', () => {
    expect(command('z', { ctrlKey: true })).toEqual({ act: 'undo' });
    expect(command('Z', { ctrlKey: true, shiftKey: true })).toEqual({ act: 'redo' });
    expect(command('z', { metaKey: true }, true)).toEqual({ act: 'undo' });
  });
  it("leaves the browser's and the system's keys alone", () => {
    for (const key of ['c', 'v', 'a', 'l', 'w', '1', 'f']) {
      expect(command(key, { ctrlKey: true })).toBeNull();
      expect(command(key, { altKey: true })).toBeNull();
      expect(command(key, { metaKey: true }, true)).toBeNull();
    }
    expect(command('Tab')).toBeNull();
  });
  it('a held key moves on, but codes once', () => {
    expect(command('j', { repeat: true })).not.toBeNull();
    expect(command(']', { repeat: true })).not.toBeNull();
    expect(command('q', { repeat: true })).toBeNull();
    expect(command('1', { repeat: true })).toBeNull();
  });
  it('[ typed with AltGr is [', () => {
    expect(command('[', { ctrlKey: true, altKey: true, altGraph: true })).toEqual({
      act: 'end.shrink',
    });
  });
  it('on a Cyrillic or Greek keyboard the key in the place of j is j', () => {
    expect(comboOf(press('о', { code: 'KeyJ' }), false)).toBe('j');
    expect(comboOf(press('ξ', { code: 'KeyJ' }), false)).toBe('j');
  });
  it('? is ? however it is typed', () => {
    expect(command('?', { shiftKey: true })).toEqual({ act: 'keys' });
    expect(command('?')).toEqual({ act: 'keys' });
  });
});
