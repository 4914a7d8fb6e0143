import { fill } from '../domain/text/fill.ts';

export { fill };

/**
 * The sentences that only the browser can say. They are written in `views/messages` like all others; the page
 * carries them as JSON in an attribute, with `{name}` where a value goes.
 */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** @param json from the page's `data-words` */
export function wordsFrom(json: string | undefined): Words {
  const sentences = JSON.parse(json || '{}') as Record<string, string>;
  return (key, values = {}) => fill(sentences[key] ?? '', values);
}
