/** What tables put between the names of a path. `>` is ours. */
export const SEPARATORS = ['>', '/', '\\', '::'] as const;
export type Separator = (typeof SEPARATORS)[number];

export const isSeparator = (text: string): text is Separator =>
  (SEPARATORS as readonly string[]).includes(text);

/** How many of these paths each separator divides, those that divide none left out. */
export function separatorsIn(paths: readonly string[]): Map<Separator, number> {
  const counts = SEPARATORS.map((sign): [Separator, number] => [
    sign,
    paths.filter((path) => parsePath(path, sign).length > 1).length,
  ]);
  return new Map(counts.filter(([, n]) => n > 0));
}

/** Between the names of a path as people read and write it: `Visibility > Capacity`. */
export const PATH_SEPARATOR = ' > ';

/**
 * The names of a code and of those above it, the theme first, as one line. A `>` or `\` inside a name is written with a
 * `\` before it, so that `parsePath` finds the same names again.
 */
export function formatPath(names: readonly string[]): string {
  return names.map((name) => name.replace(/[\\>]/gu, '\\$&')).join(PATH_SEPARATOR);
}

/**
 * The names in a path, the theme first; spaces around the `>` do not matter. A `\` that stands before neither `>` nor `\`
 * is a letter like any other. Names may come out empty (`A > > B`): what that means is for the caller to say.
 * @param separator other signs than `>` are never part of a name
 */
export function parsePath(path: string, separator: Separator = '>'): string[] {
  if (separator !== '>') return path.split(separator).map((name) => name.trim());
  const names: string[] = [];
  let name = '';
  for (let at = 0; at < path.length; at++) {
    const sign = path.charAt(at);
    const next = path.charAt(at + 1);
    if (sign === '\\' && (next === '>' || next === '\\')) {
      name += next;
      at += 1;
    } else if (sign === '>') {
      names.push(name.trim());
      name = '';
    } else name += sign;
  }
  return [...names, name.trim()];
}
