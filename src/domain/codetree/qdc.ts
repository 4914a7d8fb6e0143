import { withoutControls } from '../xml.ts';

/**
 * A codebook as REFI-QDA writes it (QDA-XML codebook 1.0, 2017-10-05, qdasoftware.org). Pure text; what reads it is in
 * `src/codebook`.
 */

/** What one code brings along, in or out. */
export interface QdcCode {
  /** Lower case, without braces. */
  guid: string;
  name: string;
  /** 0 for a theme; a code follows the one it stands under. */
  depth: number;
  isCodable: boolean;
  /** #rrggbb; null when it says none. */
  colour: string | null;
  definition: string;
  use_when: string;
  not_when: string;
  example: string;
  key: string | null;
}

/** Codes put together across the tree. */
export interface QdcSet {
  /** Lower case, without braces. */
  guid: string;
  name: string;
  description: string;
  /** Guids of codes. */
  members: readonly string[];
}

export const QDC_NAMESPACE = 'urn:QDA-XML:codebook:1.0';

/** REFI-QDA has one description a code; a rule of several parts stands in it under these words. */
const PARTS = [
  ['use_when', 'Use when: '],
  ['not_when', 'Not when: '],
  ['example', 'Example: '],
] as const;

type Rule = Pick<QdcCode, 'definition' | 'use_when' | 'not_when' | 'example'>;

/** The rule as one text, which every program shows whole. */
export function describeRule(rule: Rule): string {
  const parts = PARTS.flatMap(([field, label]) =>
    rule[field] === '' ? [] : [label + rule[field]],
  );
  return [...(rule.definition === '' ? [] : [rule.definition]), ...parts].join('\n\n');
}

/** The parts of a description that `describeRule` wrote; one from elsewhere is a definition as it stands. */
export function ruleIn(description: string): Rule {
  const rule: Rule = { definition: '', use_when: '', not_when: '', example: '' };
  let rest = `\n\n${description}`;
  for (const [field, label] of [...PARTS].reverse()) {
    const at = rest.lastIndexOf(`\n\n${label}`);
    if (at < 0) continue;
    rule[field] = rest.slice(at + 2 + label.length);
    rest = rest.slice(0, at);
  }
  return { ...rule, definition: rest.replace(/^\n\n/u, '') };
}

/**
 * What the schema has no place for: a processing instruction, which validators and other programs pass over. With it a
 * codebook comes back as it was; where another program rewrote the description, that counts and this does not.
 */
export const OWN_INSTRUCTION = 'earmark';

interface Own extends Rule {
  key: string | null;
  name: string;
}

function ownWords({ key, name, definition, use_when, not_when, example }: QdcCode): string {
  const own: Own = { key, name, definition, use_when, not_when, example };
  return JSON.stringify(own).replaceAll('?>', '?\\u003e');
}

/** What an instruction of ours says; null when it is none that we wrote. */
export function readOwnWords(text: string): Own | null {
  try {
    const own: unknown = JSON.parse(text);
    if (typeof own !== 'object' || own === null) return null;
    const { key, ...words } = own as Record<string, unknown>;
    const isOurs =
      (key === null || typeof key === 'string') &&
      ['name', 'definition', 'use_when', 'not_when', 'example'].every(
        (field) => typeof words[field] === 'string',
      );
    return isOurs ? (own as Own) : null;
  } catch {
    return null;
  }
}

/** Whether the rest of a code still says what our instruction beside it says. */
export const stillSays = (own: Own, name: string, description: string): boolean =>
  withoutControls(own.name) === name && withoutControls(describeRule(own)) === description;

/**
 * The codebook as a `.qdc` that validates against the schema.
 * @param codes each before its sub-codes; at least one, since the schema allows no empty codebook
 * @param sets members that are none of these codes are left out, and so are sets without any
 */
export function writeQdc(
  codes: readonly QdcCode[],
  origin: string,
  sets: readonly QdcSet[] = [],
): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<CodeBook xmlns="${QDC_NAMESPACE}" origin="${attribute(origin)}">`,
    '  <Codes>',
  ];
  codes.forEach((code, at) => {
    const indent = '  '.repeat(code.depth + 2);
    lines.push(`${indent}<Code ${attributesOf(code)}>`);
    lines.push(`${indent}  <?${OWN_INSTRUCTION} ${withoutControls(ownWords(code))}?>`);
    const description = describeRule(code);
    if (description !== '')
      lines.push(`${indent}  <Description>${escaped(description)}</Description>`);
    const next = codes[at + 1]?.depth ?? 0;
    for (let depth = code.depth; depth >= next; depth -= 1)
      lines.push(`${'  '.repeat(depth + 2)}</Code>`);
  });
  return [...lines, '  </Codes>', ...linesOfSets(codes, sets), '</CodeBook>', ''].join('\n');
}

function linesOfSets(codes: readonly QdcCode[], sets: readonly QdcSet[]): string[] {
  const there = new Set(codes.map(({ guid }) => guid));
  const lines = sets.flatMap(({ guid, name, description, members }) => {
    const standing = members.filter((member) => there.has(member));
    if (standing.length === 0) return [];
    return [
      `    <Set guid="${guid}" name="${attribute(name)}">`,
      ...(description === '' ? [] : [`      <Description>${escaped(description)}</Description>`]),
      ...standing.map((member) => `      <MemberCode guid="${member}"/>`),
      '    </Set>',
    ];
  });
  return lines.length === 0 ? [] : ['  <Sets>', ...lines, '  </Sets>'];
}

function attributesOf({ guid, name, isCodable, colour }: QdcCode): string {
  const color = colour === null ? '' : ` color="${colour}"`;
  return `guid="${guid}" name="${attribute(name)}" isCodable="${String(isCodable)}"${color}`;
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const escaped = (text: string): string =>
  withoutControls(text).replace(/[&<>]/gu, (sign) => SIGNS[sign] ?? sign);

/** In an attribute a parser would make a space of every line end and tab. */
const attribute = (text: string): string =>
  escaped(text).replace(/["\t\n\r]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
