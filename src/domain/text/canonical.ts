/**
 * The text as Earmark keeps it: every offset in the program counts in this form, so it is made
 * once, on import, and never again. Idempotent.
 *
 * - NUL is removed (it ends strings in other programs), leading byte order marks are removed;
 * - CRLF and lone CR become LF;
 * - a lone surrogate, which no UTF-8 file can hold, becomes U+FFFD.
 *
 * No Unicode normalisation: what the file wrote as `e` + U+0301 stays so, because a quote taken
 * from the original must be found again.
 */
export function canonicalText(raw: string): string {
  return (
    raw
      // First, because removing it can join a CR with an LF or two halves of a character.
      .replaceAll('\0', '')
      .replace(/^\uFEFF+/, '')
      .replace(/\r\n?/g, '\n')
      .replace(/\p{Surrogate}/gu, '\uFFFD')
  );
}
