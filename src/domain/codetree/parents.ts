import { foldName } from '../names.ts';
import type { TableError } from './columns.ts';
import type { CodeLine } from './lines.ts';
import { placeAll, type CodeNode } from './tree.ts';

type Standing = CodeNode & { readonly guid: string };

/** Names as one text that is the same for names that compare equal. */
export const pathKey = (names: readonly string[]): string => names.map(foldName).join('\u0000');

/**
 * The lines with their whole paths. A parent may be written as its path, or by its name alone where only one code of the
 * table (or, when the table has none, of the codebook) has that name. A line with a guid and no word on its place stays
 * where its code stands. Lines whose parent cannot be told are left out.
 */
export function withWholePaths(
  standing: readonly Standing[],
  lines: readonly CodeLine[],
): { lines: CodeLine[]; errors: TableError[] } {
  const errors: TableError[] = [];
  const known = new Map<CodeLine, readonly string[] | null>();
  const named = groupedBy(lines, (line) => foldName(line.names.at(-1) ?? ''));
  const stands = groupedBy(placeAll(standing), ({ code }) => foldName(code.name));
  const byId = new Map(standing.map((code) => [code.id, code]));
  const byGuid = new Map(standing.map((code) => [code.guid, code]));
  const linesByGuid = new Map(lines.map((line) => [line.guid, line]));

  const wholeOf = (line: CodeLine, inside: readonly CodeLine[]): readonly string[] | null => {
    const stays = line.isPlaced || line.guid === null ? undefined : byGuid.get(line.guid);
    if (line.parent === null && stays === undefined) return line.names;
    const done = known.get(line);
    if (done !== undefined) return done;
    const whole = inside.includes(line)
      ? fail(line, 'parentRing')
      : stays === undefined
        ? joined(line, line.parent ?? [], [...inside, line])
        : staying(line, stays, [...inside, line]);
    if (!known.has(line)) known.set(line, whole);
    return whole;
  };

  /** Under the same code as before, wherever the table puts that one. */
  const staying = (
    line: CodeLine,
    code: Standing,
    inside: readonly CodeLine[],
  ): readonly string[] | null => {
    const parent = byId.get(code.parentId ?? -1);
    if (parent === undefined) return line.names;
    const other = linesByGuid.get(parent.guid);
    const above = other
      ? wholeOf(other, inside)
      : staying({ ...line, names: [parent.name] }, parent, inside);
    return above === null ? null : [...above, ...line.names];
  };

  const joined = (line: CodeLine, parent: readonly string[], inside: readonly CodeLine[]) => {
    const last = parent.at(-1) ?? '';
    const candidates = new Map<string, readonly string[]>();
    for (const other of named.get(foldName(last)) ?? []) {
      if (other === line) continue;
      const names = wholeOf(other, inside);
      if (names === null) return null;
      candidates.set(pathKey(names), names);
    }
    if (candidates.size === 0)
      for (const { names } of stands.get(foldName(last)) ?? [])
        candidates.set(pathKey(names), names);
    const exact = candidates.get(pathKey(parent));
    if (exact !== undefined || parent.length > 1 || candidates.size === 0)
      return [...(exact ?? parent), ...line.names];
    const [only, second] = candidates.values();
    if (only === undefined || second !== undefined) return fail(line, 'parentUnclear', last);
    return [...only, ...line.names];
  };

  const fail = (line: CodeLine, code: string, parent = ''): null => {
    errors.push({ line: line.line, column: 'parent', code, params: { parent } });
    return null;
  };

  const whole = lines.flatMap((line) => {
    const names = wholeOf(line, []);
    return names === null ? [] : [{ ...line, names: [...names], parent: null }];
  });
  return { lines: whole, errors };
}

/** `Map.groupBy`, which Node 20 does not have. */
function groupedBy<K, V>(values: readonly V[], keyOf: (value: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}
