const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Words as HTML, in text and in quoted attributes. Only for lists of thousands, which JSX takes too long over; whatever
 * is put between tags by hand goes through this.
 */
export const escapeHtml = (words: string): string =>
  /[&<>"']/u.test(words) ? words.replace(/[&<>"']/gu, (sign) => SIGNS[sign] ?? sign) : words;
