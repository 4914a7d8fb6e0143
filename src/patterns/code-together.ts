import type { MetCode } from '../../views/patterns/CodeTogether.tsx';
import { TOGETHER } from '../../views/patterns/address.ts';
import { loadCodes, type Reader, type Words } from '../analysis/index.ts';
import { colourNumber } from '../domain/colours.ts';
import { treeRows } from '../domain/crosstab/tree.ts';
import { NotFound } from '../domain/errors.ts';
import { countTogether, pairAt } from './together.ts';

export interface CodeTogether {
  code: { id: number; name: string; path: string };
  /** The codes it overlaps with most, most overlaps first. */
  met: MetCode[];
  /** All that it overlaps with and that may be shown. */
  count: number;
  /** Codes whose number is hidden. */
  hidden: number;
  minCell: number;
  withdrawn: number;
}

/**
 * The codes that share words with a code, each counted for itself; the numbers are those of the page of co-occurrence.
 * @throws NotFound `codebook.noCode`
 */
export async function codesTogether(
  reader: Reader,
  codeId: number,
  most: number,
  naming: Words,
): Promise<CodeTogether> {
  const codes = await loadCodes(reader);
  const code = treeRows(codes).find((row) => row.codeId === codeId);
  if (!code) throw new NotFound('codebook.noCode');
  const table = await countTogether(reader, TOGETHER, naming);
  const colours = new Map(codes.map(({ id, colour }) => [id, colourNumber(colour)]));
  const own = table.rows.findIndex((row) => row.codeId === codeId);
  const met: MetCode[] = [];
  let hidden = 0;
  table.rows.forEach((row, at) => {
    if (own < 0 || at === own) return;
    const { count, jaccard } = pairAt(table, own, at);
    if (count === null || jaccard === null) hidden += 1;
    else if (count > 0) met.push({ ...row, colour: colours.get(row.codeId) ?? 1, count, jaccard });
  });
  met.sort((a, b) => b.count - a.count || b.jaccard - a.jaccard);
  return {
    code: { id: codeId, name: code.name, path: code.path },
    met: met.slice(0, most),
    count: met.length,
    hidden,
    minCell: table.minCell,
    withdrawn: table.leftOut.withdrawn,
  };
}
