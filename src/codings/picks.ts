import type { CodeRow } from '../codebook/index.ts';
import { Invalid } from '../domain/errors.ts';
import { foldName } from '../domain/names.ts';
import type { Wanted } from './passage.ts';

/** What the pages that code many passages at once have in common: the code by its name, the passages by their ticks. */

/**
 * The code of this path, or the only one of this name.
 * @throws Invalid beside `code`
 */
export function codeCalled(codes: readonly CodeRow[], text: string): CodeRow {
  const wanted = foldName(text);
  if (wanted === '') throw new Invalid('search.noCode', {}, 'code');
  const byPath = codes.filter(({ path }) => foldName(path) === wanted);
  const found = byPath.length > 0 ? byPath : codes.filter(({ name }) => foldName(name) === wanted);
  const [code] = found;
  if (code === undefined) throw new Invalid('search.codeUnknown', { code: text }, 'code');
  if (found.length > 1) throw new Invalid('search.codeTwice', { code: text }, 'code');
  if (!code.isCodable) throw new Invalid('codings.notCodable', { code: code.name }, 'code');
  return code;
}

/** `source.version.start.end`, as the ticks of a preview have it; what reads otherwise is left out. */
export function readPicks(value: string | string[] | undefined): Wanted[] {
  return [value ?? []].flat().flatMap((text) => {
    const [sourceId, version, start, end] = text.split('.').map(Number);
    const all = [sourceId, version, start, end];
    if (!all.every((n) => Number.isSafeInteger(n))) return [];
    return { sourceId: sourceId ?? 0, version: version ?? 0, start: start ?? 0, end: end ?? 0 };
  });
}

export const pickOf = ({ sourceId, version, start, end }: Wanted): string =>
  `${sourceId}.${version}.${start}.${end}`;
