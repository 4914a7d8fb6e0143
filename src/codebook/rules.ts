import { namesake, type CodeNode } from '../domain/codetree/index.ts';
import { Conflict, Invalid } from '../domain/errors.ts';
import { tidyName } from '../domain/names.ts';
import { RESERVED_KEYS } from '../domain/workbench/keymap.ts';

/** Longest name in code units. */
export const NAME_LIMIT = 200;
/** Longest definition, rule or example in code units. */
export const TEXT_LIMIT = 20_000;

/** Most codes in one table or file. */
export const ROW_LIMIT = 20_000;

/** Most sets of codes and members of them in one file. */
export const MEMBER_LIMIT = 50_000;

/**
 * A name fit to keep.
 * @throws Invalid `codebook.nameEmpty`, `codebook.nameLong`
 */
export function keptName(name: string): string {
  const tidy = tidyName(name);
  if (tidy === '') throw new Invalid('codebook.nameEmpty', {}, 'name');
  if (tidy.length > NAME_LIMIT)
    throw new Invalid('codebook.nameLong', { limit: NAME_LIMIT }, 'name');
  return tidy;
}

/** @throws Conflict `codebook.nameTaken` when a sibling has the name */
export function ensureNameFree(
  codes: readonly CodeNode[],
  parentId: number | null,
  name: string,
  exceptId: number | null = null,
): void {
  const other = namesake(codes, parentId, name, exceptId);
  if (other) throw new Conflict('codebook.nameTaken', { name: other.name }, 'name');
}

/**
 * A key as it is kept: one lower-case letter or digit, null for none. Only these reach the workbench on every keyboard.
 * @throws Invalid `codebook.keyInvalid`, `codebook.keyReserved`
 */
export function keptKey(key: string | null): string | null {
  const lower = (key ?? '').trim().toLowerCase();
  if (lower === '') return null;
  if (!/^[a-z0-9]$/u.test(lower)) throw new Invalid('codebook.keyInvalid', {}, 'key');
  if (RESERVED_KEYS.has(lower)) throw new Invalid('codebook.keyReserved', { key: lower }, 'key');
  return lower;
}

/** @throws Conflict `codebook.keyTaken`, saying which code has it */
export function ensureKeyFree(
  codes: readonly { id: number; path: string; key: string | null }[],
  key: string | null,
  exceptId: number | null = null,
): void {
  const other =
    key === null ? null : codes.find((code) => code.key === key && code.id !== exceptId);
  if (other) throw new Conflict('codebook.keyTaken', { key: key ?? '', code: other.path }, 'key');
}

/**
 * A colour as it is kept: #rrggbb in lower case.
 * @throws Invalid `codebook.colourInvalid`
 */
export function keptColour(colour: string): string {
  const lower = colour.trim().toLowerCase();
  if (!/^#[0-9a-f]{6}$/u.test(lower)) throw new Invalid('codebook.colourInvalid', {}, 'colour');
  return lower;
}

/**
 * A definition, rule or example as it is kept: line ends as LF, outer white space gone.
 * @throws Invalid `codebook.textLong`
 */
export function keptText(text: string, field: string): string {
  const kept = text.replaceAll(/\r\n?/gu, '\n').normalize('NFC').trim();
  if (kept.length > TEXT_LIMIT)
    throw new Invalid('codebook.textLong', { limit: TEXT_LIMIT }, field);
  return kept;
}
