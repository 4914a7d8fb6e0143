/**
 * A short text that tells one note from another: its length and its FNV-1a hash (32 bits, over UTF-16 code units).
 * Browser and server both compute it, to recognise text that was sent before; it protects nothing.
 * @see http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `${text.length.toString(36)}-${(hash >>> 0).toString(36)}`;
}

/** Tells one answer from another; an answer nobody gave a state has none. */
export const answerPrint = (state: string | null, notes: string): string =>
  fingerprint(`${state ?? ''}\n${notes}`);
