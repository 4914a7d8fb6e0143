/** Longest passage quoted before a comment, in code units. */
const LONGEST_QUOTE = 400;
/** Longest memo, in code units; as memos of people. */
const LONGEST = 20_000;

export interface QuotedComment {
  author: string;
  /** `2026-03-12`; '' when nobody knows. */
  day: string;
  words: string;
  /** The passage it is on; '' when it is on none. */
  quote: string;
}

/** A comment from a document as a memo in Markdown: the passage quoted, then who wrote when, then the words. */
export function commentMemo({ author, day, words, quote }: QuotedComment): string {
  const who = [plain(author), day].filter((part) => part !== '').join(', ');
  const parts = [
    shortened(quote)
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => `> ${plain(line)}`)
      .join('\n'),
    [who === '' ? '' : `**${who}:** `, plain(words.trim())].join(''),
  ];
  return parts
    .filter((part) => part !== '')
    .join('\n\n')
    .slice(0, LONGEST);
}

/** The passage that a memo quotes as its first words, as it stands in the text; '' when it quotes none. */
export function quoteIn(memo: string): string {
  const lines: string[] = [];
  for (const line of memo.split('\n')) {
    if (!line.startsWith('> ')) break;
    lines.push(line.slice(2).replace(/\\(?=[\\`*_[\]<>#])/gu, ''));
  }
  return lines.join('\n').replace(/ …$/u, '');
}

/** Marks of Markdown lose their meaning: what a document says are words. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>#]/gu, String.raw`\$&`);

const shortened = (quote: string): string => {
  if (quote.length <= LONGEST_QUOTE) return quote.trim();
  const cut = quote.slice(0, LONGEST_QUOTE);
  // At a space, so that no word and no letter is cut in two.
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).trim()} …`;
};
