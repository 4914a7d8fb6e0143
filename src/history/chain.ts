import { sha256 } from './images.ts';

/** The columns of a change that its hash covers, in this order. */
export interface Link {
  prev_hash: string;
  seq: number;
  actor_id: number;
  at: string;
  kind: string;
  entity: string;
  entity_id: number | null;
  detail: string;
  rows: string;
  undoes_id: number | null;
}

/** What the first change of a project is chained to. */
export function chainStart(projectGuid: string): string {
  return sha256(`earmark:${projectGuid}`);
}

/** SHA-256 over the previous hash and every column of this change, as a JSON array. */
export function linkHash(link: Link): string {
  return sha256(
    JSON.stringify([
      link.prev_hash,
      link.seq,
      link.actor_id,
      link.at,
      link.kind,
      link.entity,
      link.entity_id,
      link.detail,
      link.rows,
      link.undoes_id,
    ]),
  );
}

export interface ChainProblem {
  seq: number;
  problem: 'missing' | 'edited' | 'unlinked' | 'truncated';
}

/**
 * Proves a project's changes: each follows the one before, says what it said when written, and none is missing at the end.
 * @param links in order of seq
 * @param head what the chain's end should be
 */
export function chainProblems(
  start: string,
  links: Iterable<Link & { hash: string }>,
  head: { seq: number; hash: string } | null,
): ChainProblem[] {
  const problems: ChainProblem[] = [];
  let expected = { seq: 1, prev: start };
  for (const link of links) {
    if (link.seq !== expected.seq) problems.push({ seq: expected.seq, problem: 'missing' });
    else if (link.prev_hash !== expected.prev)
      problems.push({ seq: link.seq, problem: 'unlinked' });
    if (linkHash(link) !== link.hash) problems.push({ seq: link.seq, problem: 'edited' });
    expected = { seq: link.seq + 1, prev: link.hash };
  }
  const last = { seq: expected.seq - 1, hash: expected.prev };
  if ((head?.seq ?? 0) !== last.seq || (head !== null && head.hash !== last.hash))
    problems.push({ seq: last.seq, problem: 'truncated' });
  return problems;
}
