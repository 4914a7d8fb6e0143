import { writeFile } from 'node:fs/promises';
import { Invalid } from '../domain/errors.ts';
import type { Arguments, Result } from './types.ts';

/** Writes the result, and nothing else, to standard output or to the file named by `--out`. */
export async function printResult(
  result: Result,
  args: Arguments,
  stdout: (chunk: string | Uint8Array) => void,
): Promise<void> {
  const { format, out } = args.values;
  const text = inFormat(result, typeof format === 'string' ? format : null);
  if (typeof out !== 'string') return stdout(text);
  await writeFile(out, text).catch(() => {
    throw new Invalid('terminal.cannotWrite', { file: out });
  });
}

function inFormat({ json, formats = {} }: Result, wanted: string | null): string | Uint8Array {
  const offered = [...(json === undefined ? [] : ['json']), ...Object.keys(formats)];
  const format = wanted ?? offered[0] ?? 'json';
  if (format === 'json' && json !== undefined) return `${JSON.stringify(json, null, 2)}\n`;
  const write = Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (!write) throw new Invalid('terminal.unknownFormat', { format, known: offered.join(', ') });
  return write();
}
