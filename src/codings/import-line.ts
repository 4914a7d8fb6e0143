import { codesIn, type CodeRow } from '../codebook/index.ts';
import type { Ctx } from '../deps.ts';
import { namesake, parsePath } from '../domain/codetree/index.ts';
import { DomainError } from '../domain/errors.ts';
import { foldName } from '../domain/names.ts';
import { createOffsetIndex, type OffsetIndex } from '../domain/text/offsets.ts';
import { findQuote } from '../domain/text/quotes.ts';
import type { Span } from '../domain/text/span.ts';
import type { ChangeWriter } from '../history/index.ts';
import { findSource, type Source } from '../sources/index.ts';
import { MEMO_LIMIT } from './commands.ts';
import { checkSpan } from './passage.ts';
import type { LineProblem, TableLine } from './table.ts';
import { textOf } from './texts.ts';

/** A line understood: offsets in code units. */
export interface ReadLine extends Span {
  line: number;
  source: Source;
  codeId: number;
  /** Name or initials as written; '' for whoever imports. */
  coder: string;
  memo: string;
  /** The passage's text. */
  words: string;
}

interface Text {
  text: string;
  index: OffsetIndex;
}

class Wrong extends Error {
  constructor(
    readonly column: string,
    readonly code: string,
    readonly params: LineProblem['params'] = {},
  ) {
    super(code);
  }
}

/** Understands the lines of one table: what they name is looked up once. */
export class LineReader {
  private readonly sources = new Map<string, Source>();
  private readonly texts = new Map<number, Text>();

  private constructor(
    private readonly ctx: Ctx,
    private readonly w: ChangeWriter,
    private readonly codes: readonly CodeRow[],
  ) {}

  static async open(ctx: Ctx, w: ChangeWriter): Promise<LineReader> {
    return new LineReader(ctx, w, await codesIn(w.trx, ctx.projectId));
  }

  async read(line: TableLine): Promise<ReadLine | { problem: LineProblem }> {
    try {
      const source = await this.sourceOf(line.source);
      const text = await this.textOf(source);
      const codeId = this.codeOf(line.code);
      const span = spanOf(line, text);
      if (line.memo.length > MEMO_LIMIT) throw new Wrong('memo', 'memoLong', { limit: MEMO_LIMIT });
      const words = text.text.slice(span.start, span.end);
      checkQuote(line.quote, words, text);
      const { coder, memo } = line;
      return { line: line.line, source, codeId, ...span, coder, memo, words };
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      const { column, code, params } = error;
      return { problem: { line: line.line, column, code, params } };
    }
  }

  private async sourceOf(wanted: string): Promise<Source> {
    const known = this.sources.get(wanted);
    if (known) return known;
    try {
      const reader = { db: this.w.trx, projectId: this.ctx.projectId };
      const source = await findSource(reader, wanted);
      this.sources.set(wanted, source);
      return source;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw new Wrong(
        'source',
        error.code === 'sources.ambiguous' ? 'sourceAmbiguous' : 'sourceUnknown',
        {
          source: wanted,
        },
      );
    }
  }

  private async textOf(source: Source): Promise<Text> {
    const known = this.texts.get(source.id);
    if (known) return known;
    const text = await textOf(this.ctx.db, this.w.trx, source);
    const made = { text, index: createOffsetIndex(text) };
    this.texts.set(source.id, made);
    return made;
  }

  /** By id, by path, or by a name that only one code has. */
  private codeOf(wanted: string): number {
    const code = codeMeant(this.codes, wanted);
    if (!code.isCodable) throw new Wrong('code', 'notCodable', { code: code.path });
    return code.id;
  }
}

function codeMeant(codes: readonly CodeRow[], wanted: string): CodeRow {
  const byId = /^\d{1,15}$/u.test(wanted) && codes.find(({ id }) => id === Number(wanted));
  if (byId) return byId;
  const names = parsePath(wanted);
  const byPath = names.reduce<CodeRow | null>(
    (parent, name, depth) =>
      depth > 0 && parent === null ? null : namesake(codes, parent?.id ?? null, name),
    null,
  );
  if (byPath !== null) return byPath;
  const named = codes.filter(
    ({ name }) => names.length === 1 && foldName(name) === foldName(wanted),
  );
  const [only, another] = named;
  if (another) throw new Wrong('code', 'codeAmbiguous', { code: wanted });
  if (!only) throw new Wrong('code', 'codeUnknown', { code: wanted });
  return only;
}

function spanOf(line: TableLine, { text, index }: Text): Span {
  const offset = (column: 'start' | 'end'): number => {
    const written = line[column];
    if (!/^\d{1,15}$/u.test(written)) throw new Wrong(column, 'noOffset', { text: written });
    try {
      return index.toCodeUnits(Number(written));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new Wrong(column, 'beyondText', { offset: written, length: index.codePointLength });
    }
  };
  const span = { start: offset('start'), end: offset('end') };
  try {
    checkSpan(text, span);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new Wrong('end', error.code.replace('codings.', ''), error.params);
  }
  return span;
}

/** A spreadsheet may have changed the line ends in a cell, but nothing else. */
function checkQuote(quote: string | null, words: string, { text, index }: Text): void {
  if (quote === null) return;
  const wanted = quote.replace(/\r\n?/gu, '\n');
  if (wanted === words) return;
  const [place, another] = findQuote(text, wanted, 2);
  const at =
    place && !another
      ? { start: index.toCodePoints(place.start), end: index.toCodePoints(place.end) }
      : null;
  if (at) throw new Wrong('quote', 'quoteElsewhere', at);
  throw new Wrong('quote', place ? 'quoteTwice' : 'quoteNowhere');
}
