import { describe, expect, it } from 'vitest';
import { compareGuides } from '../../../src/domain/guide/index.ts';

const question = (guid: string, text = guid, more = {}) => ({
  guid,
  text,
  number: guid,
  section: '',
  prompts: '',
  serves: '',
  forWhom: '',
  ...more,
});
const guids = (questions: readonly { guid: string }[]) =>
  questions.map(({ guid }) => guid).join('');
const guide = (letters: string) => [...letters].map((letter) => question(letter));
const moved = (before: string, after: string) =>
  guids(compareGuides(guide(before), guide(after)).moved);

describe('what changed from one version of a guide to another', () => {
  it('is nothing between a version and itself', () => {
    expect(compareGuides(guide('abc'), guide('abc'))).toEqual({
      added: [],
      removed: [],
      changed: [],
      moved: [],
    });
  });

  it('names what was added and removed, each as it is in its version', () => {
    const { added, removed, moved } = compareGuides(guide('abc'), guide('axc'));
    expect([guids(added), guids(removed), moved]).toEqual(['x', 'b', []]);
  });

  it('names the fields that changed, and no others', () => {
    const after = [question('a', 'Why so?', { section: 'Opening' })];
    const { changed } = compareGuides(guide('a'), after);
    expect(changed.map(({ fields }) => fields)).toEqual([['section', 'text']]);
  });

  it.each([
    ['abcd', 'bcda', 1],
    ['abcd', 'dabc', 1],
    ['abcd', 'acbd', 1],
    ['abcd', 'dcba', 3],
    ['abcd', 'axbycd', 0],
    ['abcd', 'bd', 0],
  ])('from %s to %s the fewest questions count as moved: %d', (before, after, n) => {
    expect(moved(before, after)).toHaveLength(n);
  });
});
