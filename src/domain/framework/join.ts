/** A summary as joining looks at it. */
export interface Joinable {
  id: number;
  /** What two summaries must share to become one: the respondent where codes merge, the code where respondents do. */
  cell: number;
  body: string;
  seenAt: string;
}

export interface Joining {
  /** Summaries that go over as they are. */
  moved: number[];
  /** Summaries that take in the words of another, which goes. */
  joined: { id: number; gone: number; body: string; seenAt: string }[];
}

/**
 * What becomes of summaries when the one thing they are on becomes another: none is lost. Two of one cell become one text,
 * the words of the one that stays first. It counts as having seen what the one that saw less had seen, so that no passage
 * passes for read that was not.
 */
export function joinSummaries(going: readonly Joinable[], staying: readonly Joinable[]): Joining {
  const there = new Map(staying.map((one) => [one.cell, one]));
  const joining: Joining = { moved: [], joined: [] };
  for (const { id, cell, body, seenAt } of going) {
    const own = there.get(cell);
    if (own === undefined) joining.moved.push(id);
    else
      joining.joined.push({
        id: own.id,
        gone: id,
        body: own.body === body ? body : `${own.body}\n\n${body}`,
        seenAt: seenAt < own.seenAt ? seenAt : own.seenAt,
      });
  }
  return joining;
}
