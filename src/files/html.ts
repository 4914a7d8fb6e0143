import { readApart } from './apart.ts';
import type { HtmlText } from './html-text.ts';

/**
 * A web page's text and what was left out, read in a process apart: a page may be nested deeper than a parser's tree can
 * be walked.
 * @throws FileRefused
 */
export const readHtml = (html: string): Promise<HtmlText> =>
  readApart('html', Buffer.from(html, 'utf8'));
