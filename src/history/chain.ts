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
  undoes_id: number | null;
  /** See `contentHash`: what was changed is covered by its hash, so that it can be erased and the chain still proves the rest. */
  content_sha256: string;
}

/** What a change says was changed. */
export interface Content {
  detail: string;
  rows: string;
}

/** A change as it stands in the record. */
export interface Chained extends Link, Content {
  hash: string;
  /** Empty once something in the change was erased: then nobody can guess what stood there from its hash. */
  salt: string;
}

/** Something of a change was erased by the change `by_seq`, which left what has this hash. */
export interface Erasure {
  /** Of the change that something was taken out of. */
  seq: number;
  by_seq: number;
  sha256: string;
}

/** What the first change of a project is chained to. */
export function chainStart(projectGuid: string): string {
  return sha256(`earmark:${projectGuid}`);
}

/** SHA-256 over what was changed, with a salt that nobody can guess; without one, over what an erasing left. */
export function contentHash({ salt, detail, rows }: Content & { salt: string }): string {
  return sha256(JSON.stringify(salt === '' ? [detail, rows] : [salt, detail, rows]));
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
      link.undoes_id,
      link.content_sha256,
    ]),
  );
}

/** What an erasing says of everything it took out of the record; stands in its own detail, and so in the chain. */
export function erasureProof(erasures: readonly Erasure[]): string {
  const inOrder = erasures.toSorted((a, b) => a.seq - b.seq);
  return sha256(JSON.stringify(inOrder.map(({ seq, sha256: left }) => [seq, left])));
}

export interface ChainProblem {
  seq: number;
  problem: 'missing' | 'edited' | 'unlinked' | 'truncated';
}

/**
 * Proves a project's changes: each follows the one before, says what it said when written or what an erasing that is
 * itself in the chain left of it, and none is missing at the end.
 * @param links in order of seq
 * @param erasures oldest first
 * @param head what the chain's end should be
 */
export function chainProblems(
  start: string,
  links: Iterable<Chained>,
  erasures: readonly Erasure[],
  head: { seq: number; hash: string } | null,
): ChainProblem[] {
  const problems: ChainProblem[] = [];
  const left = new Map(erasures.map(({ seq, sha256: hash }) => [seq, hash]));
  const erasing = new Map<number, Erasure[]>();
  for (const erasure of erasures) {
    const known = erasing.get(erasure.by_seq);
    if (known) known.push(erasure);
    else erasing.set(erasure.by_seq, [erasure]);
  }
  let expected = { seq: 1, prev: start };
  for (const link of links) {
    if (link.seq !== expected.seq) problems.push({ seq: expected.seq, problem: 'missing' });
    else if (link.prev_hash !== expected.prev)
      problems.push({ seq: link.seq, problem: 'unlinked' });
    if (isEdited(link, left.get(link.seq), erasing.get(link.seq) ?? []))
      problems.push({ seq: link.seq, problem: 'edited' });
    erasing.delete(link.seq);
    expected = { seq: link.seq + 1, prev: link.hash };
  }
  for (const seq of erasing.keys()) problems.push({ seq, problem: 'missing' });
  const last = { seq: expected.seq - 1, hash: expected.prev };
  if ((head?.seq ?? 0) !== last.seq || (head !== null && head.hash !== last.hash))
    problems.push({ seq: last.seq, problem: 'truncated' });
  return problems;
}

/** @param left the hash of what the last erasing left of it, when something of it was erased */
function isEdited(link: Chained, left: string | undefined, erased: readonly Erasure[]): boolean {
  if (linkHash(link) !== link.hash) return true;
  if (contentHash(link) !== (link.salt === '' ? left : link.content_sha256)) return true;
  if (erased.length === 0) return false;
  const { proof } = JSON.parse(link.detail) as { proof?: unknown };
  return proof !== erasureProof(erased);
}
