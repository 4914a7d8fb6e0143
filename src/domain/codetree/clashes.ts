import { foldName } from '../names.ts';
import type { TableError } from './columns.ts';
import type { Merged, StandingCode } from './merge.ts';
import { formatPath } from './path.ts';
import { placeAll } from './tree.ts';

/** A name at a place, equal for names that compare equal. */
export const slotKey = (parentId: number | null, name: string): string =>
  `${parentId ?? ''}\u0000${foldName(name)}`;

/** Lines that would give a code the name of a sibling that the table leaves where it is. */
export function nameClashes(
  standing: readonly StandingCode[],
  merged: readonly Merged[],
): TableError[] {
  const touched = new Set(merged.map((code) => code.existing?.id));
  const taken = new Set(
    standing
      .filter((code) => !touched.has(code.id))
      .map((code) => slotKey(code.parentId, code.name)),
  );
  return merged.flatMap(({ line, parent, name }) => {
    if (line === null || (parent !== null && parent.existing === null)) return [];
    if (!taken.has(slotKey(parent?.existing?.id ?? null, name))) return [];
    return [{ line: line.line, column: 'path', code: 'nameTaken', params: { name } }];
  });
}

/** Lines that would give a code the key of another, in the codebook as it will be. */
export function keyClashes(
  standing: readonly StandingCode[],
  merged: readonly Merged[],
): TableError[] {
  const given = new Map(merged.map((code) => [code.existing?.id, code.line?.fields.key]));
  const owners = new Map<string, string>();
  for (const { code, names } of placeAll(standing))
    if (code.key !== null && (given.get(code.id) ?? code.key) === code.key)
      owners.set(code.key, formatPath(names));
  const lines = merged.flatMap(({ line, existing, names }) => {
    const key = line?.fields.key;
    return line && key !== undefined && key !== existing?.key
      ? [{ at: line.line, key, names }]
      : [];
  });
  return lines
    .sort((a, b) => a.at - b.at)
    .flatMap(({ at, key, names }) => {
      const code = owners.get(key);
      if (code !== undefined)
        return [{ line: at, column: 'key', code: 'keyTaken', params: { key, code } }];
      owners.set(key, formatPath(names));
      return [];
    });
}
