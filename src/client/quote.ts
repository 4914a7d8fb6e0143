import type { Words } from './words.ts';

/** What copying needs of the page. */
interface Host {
  document: Document;
  words: Words;
  tell(sentence: string): void;
}

/** Puts a coding's words with their reference, as the server writes them, into the clipboard. */
export async function copyQuote({ document, words, tell }: Host, address: string): Promise<void> {
  const answer = await fetch(address).catch(() => null);
  if (answer === null) tell(words('offline'));
  else if (!answer.ok) tell(words('noQuote'));
  else {
    const isCopied = await copy(document, await answer.text());
    tell(words(isCopied ? 'copied' : 'notCopied'));
  }
}

/** @returns whether the clipboard took it; it is missing where the page does not come over a secure connection */
async function copy(document: Document, text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.select();
    const isCopied = document.execCommand('copy');
    field.remove();
    return isCopied;
  }
}
