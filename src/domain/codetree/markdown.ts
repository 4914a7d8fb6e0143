import type { CodeFields, CodeLine } from './lines.ts';
import { formatPath, parsePath } from './path.ts';
import type { QdcCode } from './qdc.ts';
import { tidyName } from '../names.ts';

/**
 * A codebook as Markdown: a heading for each code, its rule below. What stands at the beginning of a line and would mean
 * something in Markdown or here is written with a `\` before it, so that every text comes back as it was.
 */

const MARKS = [
  ['use_when', '**Use when:** '],
  ['not_when', '**Not when:** '],
  ['example', '**Example:** '],
] as const;

/** Deepest heading Markdown has; what lies deeper stands there with the rest of its path. */
const DEEPEST = 6;

const shielded = (text: string): string => text.replace(/^(\s*)([\\#*<`+-])/gmu, '$1\\$2');
const bared = (line: string): string => line.replace(/^(\s*)\\([\\#*<`+-])/u, '$1$2');

/** @param codes each before its sub-codes */
export function writeMarkdown(codes: readonly (QdcCode & { names: readonly string[] })[]): string {
  return codes
    .map((code) => {
      const level = Math.min(code.depth + 1, DEEPEST);
      const facts = [
        `guid=${code.guid}`,
        ...(code.colour === null ? [] : [`colour=${code.colour}`]),
        ...(code.key === null ? [] : [`key=${code.key}`]),
        ...(code.isCodable ? [] : ['codable=no']),
      ];
      return [
        `${'#'.repeat(level)} ${formatPath(code.names.slice(level - 1))}\n\n<!-- ${facts.join(' ')} -->`,
        ...(code.definition === '' ? [] : [shielded(code.definition)]),
        ...MARKS.flatMap(([field, mark]) =>
          code[field] === '' ? [] : [mark + shielded(code[field]).trimStart()],
        ),
      ].join('\n\n');
    })
    .join('\n\n')
    .concat('\n');
}

/** Whether a text looks like a codebook in Markdown rather than a table. */
export function isMarkdown(text: string): boolean {
  const first = text.split('\n').find((line) => line.trim() !== '') ?? '';
  return /^#{1,6}\s|^\s*[-*+]\s/u.test(first);
}

type Field = 'definition' | 'use_when' | 'not_when' | 'example';

/** One code as its heading or list item began it. */
interface Begun {
  line: number;
  names: string[];
  facts: Map<string, string>;
  words: Record<Field, string[]>;
  field: Field;
}

/**
 * Reads what `writeMarkdown` wrote, and other Markdown: headings as codes with the text below them as definitions, or where
 * there is no heading a nested list, with what follows a colon as the definition. Cells are not judged here.
 */
export function readMarkdown(text: string): MarkdownLine[] {
  const lines = text
    .replace(/^\uFEFF/u, '')
    .replaceAll(/\r\n?/gu, '\n')
    .split('\n');
  const begun = lines.some((line) => /^#{1,6}\s/u.test(line)) ? byHeading(lines) : byList(lines);
  return begun.map(({ line, names, facts, words }) => ({
    line,
    names,
    guid: facts.get('guid') ?? '',
    colour: facts.get('colour') ?? '',
    key: facts.get('key') ?? '',
    codable: facts.get('codable') ?? '',
    definition: words.definition.join('\n').trim(),
    use_when: words.use_when.join('\n').trim(),
    not_when: words.not_when.join('\n').trim(),
    example: words.example.join('\n').trim(),
  }));
}

/** A code with its cells as text, to be judged as those of a table are. */
export type MarkdownLine = Pick<CodeLine, 'line' | 'names'> &
  Record<Exclude<keyof CodeFields, 'isCodable'> | 'guid' | 'codable', string>;

function begin(line: number, names: string[], definition: string[] = []): Begun {
  const words = { definition, use_when: [], not_when: [], example: [] };
  return { line, names, facts: new Map(), words, field: 'definition' };
}

function byHeading(lines: readonly string[]): Begun[] {
  const codes: Begun[] = [];
  /** Names down to the last heading of each level. */
  const above: string[][] = [[]];
  lines.forEach((line, at) => {
    const heading = /^(#{1,6})\s+(.*?)(?:\s+#+)?\s*$/u.exec(line);
    const code = codes.at(-1);
    if (heading) {
      const level = heading[1]?.length ?? 1;
      const parent = above.slice(0, level).findLast((names) => names !== undefined) ?? [];
      const names = [...parent, ...parsePath(heading[2] ?? '').map(tidyName)];
      above.length = level;
      for (let gap = 1; gap < level; gap += 1) above[gap] ??= parent;
      above[level] = names;
      codes.push(begin(at + 1, names));
    } else if (code) readWords(code, line);
  });
  return codes;
}

function readWords(code: Begun, line: string): void {
  const facts = /^<!--\s*(.*?)\s*-->\s*$/u.exec(line)?.[1];
  if (facts !== undefined) {
    for (const [, key = '', value = ''] of facts.matchAll(/([a-z]+)=(\S+)/gu))
      code.facts.set(key, value);
    return;
  }
  const mark = MARKS.find(([, words]) => line.startsWith(words.trimEnd()));
  if (mark) {
    code.field = mark[0];
    code.words[code.field].push(line.slice(mark[1].length - 1).trimStart());
  } else code.words[code.field].push(line);
  const words = code.words[code.field];
  words.push(bared(words.pop() ?? ''));
}

function byList(lines: readonly string[]): Begun[] {
  const codes: Begun[] = [];
  const above: { indent: number; names: string[] }[] = [];
  lines.forEach((line, at) => {
    const item = /^(\s*)[-*+]\s+(.*)$/u.exec(line);
    if (!item) {
      codes.at(-1)?.words.definition.push(line.trim());
      return;
    }
    const indent = (item[1] ?? '').replaceAll('\t', '    ').length;
    while ((above.at(-1)?.indent ?? -1) >= indent) above.pop();
    const [, name = '', definition = ''] = /^(.*?)(?::\s+(.*))?$/u.exec(item[2] ?? '') ?? [];
    const bare = tidyName(name.replace(/^(\*\*|__)(.*)\1$/u, '$2'));
    const names = [...(above.at(-1)?.names ?? []), bare];
    above.push({ indent, names });
    codes.push(begin(at + 1, names, [definition]));
  });
  return codes;
}
