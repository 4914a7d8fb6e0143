import { removedRows, type ChangeWriter, type RemovedRow } from '../history/index.ts';

type Row = RemovedRow['row'];

/** What goes of what there still is. */
interface Now {
  /** Interviews whose notes go. */
  interviews: readonly number[];
  /** Every interview they take part in. */
  joint: readonly number[];
  /** Sources that go, or that something is blacked out in. */
  sources: readonly number[];
}

/**
 * What is theirs among the rows that were removed before, and that undo could still bring back. Where a number was given
 * to another row since, that row's earlier changes go with it: too much undo is lost rather than a word too many kept.
 */
class Past {
  readonly originals: string[] = [];
  private readonly sources: Set<number>;
  private readonly interviews: Set<number>;
  private readonly codings = new Set<number>();
  /** Interviews with others, gone or not: what was said in them and removed goes, notes go where a name is in them. */
  private readonly joint: Set<number>;

  constructor(
    private readonly w: ChangeWriter,
    private readonly rows: readonly RemovedRow[],
    private readonly respondentId: number,
    now: Now,
  ) {
    const removed = this.removedInterviews();
    this.interviews = new Set([...now.interviews, ...removed.alone]);
    this.joint = new Set([...now.joint, ...removed.joint]);
    this.sources = new Set(now.sources);
  }

  erase(): void {
    const { respondentId, interviews, joint, sources, codings } = this;
    const has = (ids: ReadonlySet<number>, row: Row, column: string) =>
      ids.has(Number(row[column] ?? 0));
    const speaksIn = new Set(
      this.of('speaker')
        .filter(({ row }) => row['respondent_id'] === respondentId)
        .map(({ row }) => Number(row['source_id'])),
    );
    for (const { id, row } of this.of('source')) {
      const isTheirs =
        has(interviews, row, 'interview_id') ||
        has(joint, row, 'interview_id') ||
        (row['interview_id'] === null && speaksIn.has(id)) ||
        sources.has(id);
      if (!isTheirs) continue;
      sources.add(id);
      this.w.erasing.row('source', id);
      if (typeof row['original_sha256'] === 'string') this.originals.push(row['original_sha256']);
    }
    for (const table of [
      'source_text',
      'source_value',
      'speaker',
      'coding',
      'lost_coding',
    ] as const)
      for (const { id, row } of this.of(table))
        if (has(sources, row, 'source_id')) {
          if (table === 'coding') codings.add(id);
          this.w.erasing.row(table, id);
        }
    for (const { id, row } of this.of('memo'))
      if (
        row['respondent_id'] === respondentId ||
        has(interviews, row, 'interview_id') ||
        has(sources, row, 'source_id') ||
        has(codings, row, 'coding_id')
      )
        this.w.erasing.row('memo', id);
      else if (has(joint, row, 'interview_id')) this.w.erasing.kept('memo', id);
    for (const { id, row } of this.of('answer'))
      if (has(interviews, row, 'interview_id')) this.w.erasing.row('answer', id);
      else if (has(joint, row, 'interview_id')) this.w.erasing.kept('answer', id);
    for (const table of ['respondent_identity', 'respondent_value', 'respondent_alias'] as const)
      for (const { id, row } of this.of(table))
        if (row['respondent_id'] === respondentId) this.w.erasing.row(table, id);
    for (const { id, row } of this.of('framework_summary'))
      if (row['respondent_id'] === respondentId) this.w.erasing.row('framework_summary', id);
      else this.w.erasing.kept('framework_summary', id);
  }

  /** Interviews of theirs that are gone, those in which nobody else took part apart. */
  private removedInterviews(): { alone: number[]; joint: number[] } {
    const seats = this.of('interview_respondent').map(({ row }) => ({
      interview: Number(row['interview_id']),
      isTheirs: row['respondent_id'] === this.respondentId,
    }));
    const found = { alone: [] as number[], joint: [] as number[] };
    for (const { id } of this.of('interview')) {
      const own = seats.filter((seat) => seat.interview === id);
      if (!own.some((seat) => seat.isTheirs)) continue;
      const isAlone = own.every((seat) => seat.isTheirs);
      found[isAlone ? 'alone' : 'joint'].push(id);
      if (isAlone) this.w.erasing.row('interview', id);
      else this.w.erasing.kept('interview', id);
    }
    return found;
  }

  private of(table: RemovedRow['table']): RemovedRow[] {
    return this.rows.filter((row) => row.table === table);
  }
}

/**
 * Takes what was theirs and was removed before out of the record, so that no undo can bring it back.
 * @returns SHA-256 of the files that removed sources were read from
 */
export async function erasePast(
  w: ChangeWriter,
  projectId: number,
  respondentId: number,
  now: Now,
): Promise<string[]> {
  const past = new Past(w, await removedRows(w.trx, projectId), respondentId, now);
  past.erase();
  return past.originals;
}
