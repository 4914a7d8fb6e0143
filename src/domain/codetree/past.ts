type Columns = Readonly<Record<string, unknown>>;

/** What a change did to one row: no `before` for a new one, no `after` for one that was removed, else what changed of it. */
export interface RowChange {
  readonly id: number;
  readonly before: Columns | null;
  readonly after: Columns | null;
}

/**
 * Takes one change back, in place: the rows then are as they were before it. What was erased of a change for good stays
 * erased: such a column keeps what it holds.
 * @param rows by id, as the change left them
 * @param changes of one recorded change, in the order they were made
 */
export function stepBack(rows: Map<number, Columns>, changes: readonly RowChange[]): void {
  for (const { id, before, after } of changes.toReversed()) {
    if (before === null && after === null) continue;
    if (before === null) rows.delete(id);
    else if (after === null) rows.set(id, before);
    else rows.set(id, { ...rows.get(id), ...before });
  }
}
