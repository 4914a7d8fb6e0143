import type { StudyCode } from './study.ts';

export interface TreeRow {
  readonly codeId: number;
  readonly name: string;
  /** `Visibility > Capacity` */
  readonly path: string;
  /** 0 for a theme. */
  readonly depth: number;
  /** The row of the code above, or -1. Rows above come first, so `parentRow` is always less than the row itself. */
  readonly parentRow: number;
}

export const PATH_SEPARATOR = ' > ';

/**
 * The codes as a table prints them: a code before its sub-codes, siblings by position.
 * A code whose parent is not among them, or that sits in a ring of parents, stands at the top: none is dropped.
 */
export function treeRows(codes: readonly StudyCode[]): TreeRow[] {
  const known = new Set(codes.map((code) => code.id));
  const childrenOf = new Map<number | null, StudyCode[]>();
  for (const code of codes) {
    const parent = code.parentId !== null && known.has(code.parentId) ? code.parentId : null;
    const siblings = childrenOf.get(parent);
    if (siblings) siblings.push(code);
    else childrenOf.set(parent, [code]);
  }
  for (const siblings of childrenOf.values()) {
    siblings.sort((a, b) => a.position - b.position || a.id - b.id);
  }

  const rows: TreeRow[] = [];
  const placed = new Set<number>();
  const place = (code: StudyCode, parentRow: number): void => {
    if (placed.has(code.id)) return;
    placed.add(code.id);
    const above = rows[parentRow];
    rows.push({
      codeId: code.id,
      name: code.name,
      path: above ? above.path + PATH_SEPARATOR + code.name : code.name,
      depth: above ? above.depth + 1 : 0,
      parentRow,
    });
    const own = rows.length - 1;
    for (const child of childrenOf.get(code.id) ?? []) place(child, own);
  };
  for (const code of childrenOf.get(null) ?? []) place(code, -1);
  for (const code of codes) place(code, -1);
  return rows;
}

/** The codes of the theme that a code belongs to, the theme itself and all below it; none for an unknown code. */
export function themeOf<C extends StudyCode>(codes: readonly C[], codeId: number): C[] {
  const rows = treeRows(codes);
  const at = rows.findIndex((row) => row.codeId === codeId);
  if (at < 0) return [];
  const first = rows.findLastIndex((row, place) => place <= at && row.depth === 0);
  const next = rows.findIndex((row, place) => place > at && row.depth === 0);
  const ids = new Set(rows.slice(first, next < 0 ? rows.length : next).map((row) => row.codeId));
  return codes.filter(({ id }) => ids.has(id));
}

/** The ids of a code and, when asked for, of all codes below it. */
export function codeWithSubcodes(
  codes: readonly StudyCode[],
  codeId: number,
  withSubcodes: boolean,
): ReadonlySet<number> {
  const found = new Set([codeId]);
  if (!withSubcodes) return found;
  const rows = treeRows(codes);
  const top = rows.findIndex((row) => row.codeId === codeId);
  if (top < 0) return found;
  const depth = rows[top]?.depth ?? 0;
  for (const row of rows.slice(top + 1)) {
    if (row.depth <= depth) break;
    found.add(row.codeId);
  }
  return found;
}
