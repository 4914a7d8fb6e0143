/**
 * Markdown as it is kept: headings, list items, tables, footnotes and line ends written as those of every other format are,
 * so that the same content has the same text. All other marks stay as they were typed.
 */

const FENCE = /^ {0,3}(?:`{3,}|~{3,})/u;
const UNDERLINE = /^ {0,3}(=+|-{2,})[ \t]*$/u;
const PLAIN = /^ {0,3}(?![#>|*+-]|\d+[.)])\S/u;
const RULE = /^ {0,3}(?:\*[ \t]*){3,}$/u;
const TABLE_RULE = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/u;
const NOTE = /^\[\^([^\]\s]{1,60})\]:[ \t]*/u;
const REFERENCE = /\[\^([^\]\s]{1,60})\]/gu;

/** @param text canonical */
export function plainMarkdown(text: string): string {
  const { lines, notes } = withoutNotes(text.split('\n'));
  if (notes.size === 0) return blocksOf(lines).join('\n');
  const order: string[] = [];
  const body = outsideFences(blocksOf(lines), (line) =>
    line.replace(REFERENCE, (whole, label: string) => {
      if (!notes.has(label)) return whole;
      if (!order.includes(label)) order.push(label);
      return `[${order.indexOf(label) + 1}]`;
    }),
  );
  for (const label of notes.keys()) if (!order.includes(label)) order.push(label);
  const written = order.map((label, n) => `[${n + 1}] ${notes.get(label) ?? ''}`);
  return [body.join('\n').trimEnd(), ...written].join('\n\n');
}

/** Notes by their label, and what is left of the text without them. */
function withoutNotes(all: readonly string[]): { lines: string[]; notes: Map<string, string> } {
  const notes = new Map<string, string>();
  const lines: string[] = [];
  let open: string | null = null;
  let isFenced = false;
  for (const line of all) {
    if (FENCE.test(line)) isFenced = !isFenced;
    const label = isFenced ? undefined : NOTE.exec(line)?.[1];
    if (label !== undefined && !notes.has(label)) {
      open = label;
      notes.set(label, line.replace(NOTE, '').trim());
    } else if (open !== null && /^(?: {2,}|\t)\S/u.test(line))
      notes.set(open, `${notes.get(open) ?? ''}\n${line.trim()}`);
    else {
      open = null;
      lines.push(line);
    }
  }
  return { lines, notes };
}

function blocksOf(lines: readonly string[]): string[] {
  const out: string[] = [];
  let isFenced = false;
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    const next = lines[i + 1] ?? '';
    if (FENCE.test(line)) isFenced = !isFenced;
    if (isFenced) out.push(line);
    else if (line.includes('|') && next.includes('|') && TABLE_RULE.test(next)) {
      const rows = rowsFrom(lines, i);
      out.push(rows.join('\n\n'));
      i += rows.length;
    } else if (isHeading(lines, i)) {
      out.push(`${next.trim().startsWith('=') ? '#' : '##'} ${line.trim()}`);
      i += 1;
    } else out.push(lineOf(line, next));
  }
  return out;
}

/** One line of words above a line of `=` or `-`. */
function isHeading(lines: readonly string[], at: number): boolean {
  const before = lines[at - 1]?.trim() ?? '';
  const line = lines[at] ?? '';
  return before === '' && PLAIN.test(line) && UNDERLINE.test(lines[at + 1] ?? '');
}

/** The header and the rows below its rule. */
function rowsFrom(lines: readonly string[], at: number): string[] {
  const rows = [cellsOf(lines[at] ?? '')];
  for (let i = at + 2; (lines[i] ?? '').includes('|'); i += 1) rows.push(cellsOf(lines[i] ?? ''));
  return rows;
}

const cellsOf = (line: string): string =>
  line
    .trim()
    .replace(/^\||(?<!\\)\|$/gu, '')
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.replaceAll('\\|', '|').trim())
    .filter((cell) => cell !== '')
    .join('\t');

function lineOf(line: string, next: string): string {
  const item = RULE.test(line) ? line : line.replace(/^([ \t]*)[*+](?=[ \t])/u, '$1-');
  // Two spaces or a backslash say that the line ends here, which its end says already.
  return next.trim() === '' ? item : item.replace(/(?<=\S)(?: {2,}|\\)$/u, '');
}

function outsideFences(lines: readonly string[], write: (line: string) => string): string[] {
  let isFenced = false;
  return lines.map((line) => {
    if (FENCE.test(line)) isFenced = !isFenced;
    return isFenced ? line : write(line);
  });
}
