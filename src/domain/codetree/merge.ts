import { keyClashes, nameClashes, slotKey } from './clashes.ts';
import type { TableError } from './columns.ts';
import type { CodeFields, CodeLine } from './lines.ts';
import { pathKey, withWholePaths } from './parents.ts';
import { formatPath } from './path.ts';
import type { CodeNode } from './tree.ts';

/** A code as it stands, for comparing. */
export interface StandingCode extends CodeNode, Required<Omit<CodeFields, 'key'>> {
  guid: string;
  key: string | null;
}

/** What importing does with one code. */
export interface Merged {
  /** null for a code that only a path names. */
  line: CodeLine | null;
  /** The code it is merged with; null for a new one. */
  existing: StandingCode | null;
  name: string;
  names: readonly string[];
  parent: Merged | null;
  /** Whether name, parent or a field is another than before. */
  isChanged: boolean;
}

export interface MergePlan {
  /** Every code the table names, parents before their sub-codes, otherwise as in the table. */
  codes: Merged[];
  errors: TableError[];
}

/**
 * What a table means for the codebook that stands: each line is the code with its guid, else the code at its path, else a
 * new one. Codes that the table does not name stay as they are, and so does what a line leaves empty.
 */
export function mergeCodes(
  standing: readonly StandingCode[],
  lines: readonly CodeLine[],
): MergePlan {
  const merge = new Merge(standing);
  const whole = withWholePaths(standing, lines);
  for (const line of whole.lines) merge.claim(line);
  // Shallow lines first: by then the parents of the deeper ones are known.
  for (const line of [...whole.lines].sort((a, b) => a.names.length - b.names.length))
    merge.place(line);
  const clashes = [nameClashes, keyClashes].flatMap((find) => find(standing, merge.merged()));
  const errors = [...whole.errors, ...merge.errors, ...clashes].sort((a, b) => a.line - b.line);
  return { codes: merge.inOrder(lines), errors };
}

class Merge {
  readonly errors: TableError[] = [];
  private readonly byPath = new Map<string, Merged>();
  private readonly byGuid: Map<string, StandingCode>;
  private readonly bySlot: Map<string, StandingCode>;
  /** Codes that a line names by guid, and so are not found by their path. */
  private readonly claimed = new Set<number>();
  private readonly guids = new Map<string, CodeLine>();

  constructor(standing: readonly StandingCode[]) {
    this.byGuid = new Map(standing.map((code) => [code.guid, code]));
    this.bySlot = new Map(standing.map((code) => [slotKey(code.parentId, code.name), code]));
  }

  private fail(
    line: CodeLine,
    column: string,
    code: string,
    params: TableError['params'] = {},
  ): void {
    this.errors.push({ line: line.line, column, code, params });
  }

  claim(line: CodeLine): void {
    if (line.guid === null) return;
    const other = this.guids.get(line.guid);
    if (other) this.fail(line, 'guid', 'guidTwice', { other: other.line });
    else this.guids.set(line.guid, line);
    const code = this.byGuid.get(line.guid);
    if (code) this.claimed.add(code.id);
  }

  place(line: CodeLine): void {
    const other = this.byPath.get(pathKey(line.names))?.line;
    if (other) {
      const [first, second] = other.line < line.line ? [other, line] : [line, other];
      this.fail(second, 'path', 'pathTwice', { path: formatPath(line.names), other: first.line });
      return;
    }
    const parent = this.ensure(line.names.slice(0, -1));
    const claimed = line.guid === null ? undefined : this.byGuid.get(line.guid);
    this.put(line, claimed ?? this.unclaimedAt(parent, line.names), parent, line.names);
  }

  /** The code at a path that lines only pass through: as it stands, or new. */
  private ensure(names: readonly string[]): Merged | null {
    if (names.length === 0) return null;
    const known = this.byPath.get(pathKey(names));
    if (known) return known;
    const parent = this.ensure(names.slice(0, -1));
    return this.put(null, this.unclaimedAt(parent, names), parent, names);
  }

  private unclaimedAt(parent: Merged | null, names: readonly string[]): StandingCode | null {
    if (parent !== null && parent.existing === null) return null;
    const code = this.bySlot.get(slotKey(parent?.existing?.id ?? null, names.at(-1) ?? ''));
    return code !== undefined && !this.claimed.has(code.id) ? code : null;
  }

  private put(
    line: CodeLine | null,
    existing: StandingCode | null,
    parent: Merged | null,
    names: readonly string[],
  ): Merged {
    // A code found by its path keeps its own spelling: only a line that knows it by guid renames it.
    const byGuid = existing !== null && line?.guid === existing.guid;
    const name = existing !== null && !byGuid ? existing.name : (names.at(-1) ?? '');
    const isChanged =
      existing === null ||
      existing.name !== name ||
      existing.parentId !== (parent === null ? null : (parent.existing?.id ?? -1)) ||
      (line !== null && differs(existing, line.fields));
    const merged = { line, existing, name, names, parent, isChanged };
    this.byPath.set(pathKey(names), merged);
    return merged;
  }

  /** What the table names, in the order it was met. */
  merged(): Merged[] {
    return [...this.byPath.values()];
  }

  /** Parents first, else in the order of the table. */
  inOrder(lines: readonly CodeLine[]): Merged[] {
    const at = new Map(lines.map((line, index) => [line.line, index]));
    const done = new Set<Merged>();
    const add = (code: Merged): void => {
      if (done.has(code)) return;
      if (code.parent) add(code.parent);
      done.add(code);
    };
    const index = (code: Merged) => at.get(code.line?.line ?? -1) ?? Infinity;
    for (const code of [...this.byPath.values()].sort((a, b) => index(a) - index(b))) add(code);
    return [...done];
  }
}

/** Whether a line says something else than what stands. */
function differs(code: StandingCode, fields: CodeFields): boolean {
  return (Object.keys(fields) as (keyof CodeFields)[]).some(
    (field) => fields[field] !== code[field],
  );
}
