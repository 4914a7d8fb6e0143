/** Where words stand in the text on the page, by the same rules as the search of the project (`domain/search`). */
import { fits, hitsIn } from '../domain/search/hits.ts';
import { parseQuery } from '../domain/search/parse.ts';
import type { Query } from '../domain/search/query.ts';
import { termsOf, type Form, type Term } from '../domain/search/terms.ts';
import type { Span } from '../domain/text/span.ts';
import type { PageSegment } from './selection.ts';

/** Milliseconds of work before the browser may do something else. */
const AT_ONCE = 8;

export class Hits {
  /** By number of the segment: a long text is divided into words once, not for every letter typed. */
  private readonly terms: Term[][] = [];
  private round = 0;

  constructor(
    private readonly segments: readonly PageSegment[],
    private readonly form: Form,
  ) {}

  /** In order, code units of the source. @returns null when another search began meanwhile */
  async find(typed: string): Promise<Span[] | null> {
    const mine = ++this.round;
    const query = queryOf(typed, this.form);
    const spans: Span[] = [];
    if (query === null) return spans;
    let since = performance.now();
    for (const [at, { start }] of this.segments.entries()) {
      const terms = this.termsAt(at);
      if (fits(terms, query))
        for (const hit of hitsIn(terms, query))
          spans.push({ start: start + hit.start, end: start + hit.end });
      if (performance.now() - since < AT_ONCE) continue;
      await new Promise((resolve) => setTimeout(resolve));
      if (mine !== this.round) return null;
      since = performance.now();
    }
    return spans;
  }

  private termsAt(at: number): Term[] {
    return (this.terms[at] ??= termsOf(this.segments[at]?.text ?? '', this.form));
  }
}

/** What cannot be read as a search (a bracket is still open) is looked for as it stands. */
function queryOf(typed: string, form: Form): Query | null {
  const parsed = parseQuery(typed, form);
  if (parsed.ok) return parsed.query;
  const terms = termsOf(typed, form).map(({ term }) => term);
  return terms.length === 0 ? null : { op: 'phrase', terms, isPrefix: false };
}
