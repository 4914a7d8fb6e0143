/**
 * A name as it is compared: without regard to case, width, composed or decomposed accents, or runs of white space.
 * `ß` and `SS` compare equal, since upper-casing first unfolds what has no single lower-case form.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
    .trim()
    .replace(/\s+/gu, ' ');
}

/** A name as it is kept: outer white space gone, inner runs of white space one space. */
export function tidyName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ');
}

/** Marks that people leave out when they type: accents on letters, of whatever script. */
const MARKS = /\p{Mn}/gu;

/** A text as a search in a list compares it: without regard to case, width and accents, so that `e` finds `É`. */
export function foldText(text: string): string {
  // Most texts are plain, and for those one step is enough.
  if (/^\p{ASCII}*$/u.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(MARKS, '').toUpperCase().toLowerCase();
}
