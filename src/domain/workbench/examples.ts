/** Which passages stand beside a code's rule: chosen at random, and the same as long as one looks again that day. */

export interface Candidate {
  id: number;
  sourceId: number;
}

/**
 * The `round`th handful of the candidates, from as many sources as there are; the next round brings others, and after the
 * last come the first again.
 * @param seed who looks at what and when; another seed, another order
 */
export function pickExamples<C extends Candidate>(
  candidates: readonly C[],
  seed: string,
  round: number,
  count: number,
): C[] {
  const ranked = candidates
    .map((candidate) => ({ candidate, rank: hashOf(`${seed}.${candidate.id}`) }))
    .sort((a, b) => a.rank - b.rank || a.candidate.id - b.candidate.id);
  const met = new Map<number, number>();
  const order = ranked
    .map(({ candidate }, at) => {
      const turn = met.get(candidate.sourceId) ?? 0;
      met.set(candidate.sourceId, turn + 1);
      return { candidate, turn, at };
    })
    // One of each source, then the second of each.
    .sort((a, b) => a.turn - b.turn || a.at - b.at)
    .map(({ candidate }) => candidate);
  if (order.length <= count) return order;
  const from = (round * count) % order.length;
  return [...order.slice(from), ...order.slice(0, from)].slice(0, count);
}

/** FNV-1a (Fowler, Noll, Vo), 32 bits, with a last stir: neighbouring numbers come far apart. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 12)) >>> 0;
}
