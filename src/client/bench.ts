/** What the parts of the workbench share: the passage, the coding and the code at hand, and the way to the server. */
import type { Span } from '../domain/text/span.ts';
import type { Armed } from './armed.ts';
import type { Chosen, PageCoding } from './chosen.ts';
import { codingMeant, codingsOn } from './chosen.ts';
import { colourOfCode, NEW_COLOUR } from './codes.ts';
import { copyQuote } from './quote.ts';
import type { Passage } from './passage.ts';
import type { Recent } from './recent.ts';
import type { Sender } from './send.ts';
import type { Underway } from './underway.ts';
import { whoseIs } from './unsent.ts';
import type { Words } from './words.ts';

export interface BenchParts {
  document: Document;
  transcript: HTMLElement;
  passage: Passage;
  chosen: Chosen;
  armed: Armed;
  recent: Recent;
  send: Sender;
  underway: Underway;
  words: Words;
  /** To a screen reader only. */
  say(sentence: string): void;
  /** To everybody, as a toast. */
  tell(sentence: string): void;
}

/** A burst of `[` and `]` is one resize: it is sent when the keys rest. Milliseconds. */
const REST = 300;

export class Bench {
  private resizing = 0;

  constructor(readonly parts: BenchParts) {}

  /** Codings on the passage, by anyone. */
  get codings(): PageCoding[] {
    const { span, segments } = this.parts.passage;
    return span ? codingsOn(segments, span) : [];
  }

  /** The coding that a key acts on; when there is none it says so. */
  meant(): PageCoding | null {
    const { chosen, passage, words, tell, transcript } = this.parts;
    const { codings } = this;
    const me = Number(whoseIs(transcript.ownerDocument));
    const coding = chosen.coding ?? (passage.span && codingMeant(codings, passage.span, me));
    if (!coding)
      tell(codings[0] ? words('notYours', { coder: codings[0].initials }) : words('noCoding'));
    return coding;
  }

  apply(code: number): void {
    this.code('/codings', { code }, colourOfCode(this.parts.document, code));
  }

  /** @param name of a new code, or its path */
  create(name: string): void {
    this.code('/codings/new-code', { name }, NEW_COLOUR);
  }

  replace(coding: number, code: number): void {
    void this.parts.send.post(`/codings/${coding}/replace`, { code });
  }

  report({ id, forReport }: PageCoding): void {
    void this.parts.send.post(`/codings/${id}/report`, { on: forReport ? 'no' : 'yes' });
  }

  /** Copies a coding's words with their reference. */
  quote(coding: number): void {
    const { transcript } = this.parts;
    void copyQuote(this.parts, `${transcript.dataset['href'] ?? ''}/codings/${coding}/quote`);
  }

  resize(coding: PageCoding, to: Span, after = 0): void {
    window.clearTimeout(this.resizing);
    this.resizing = window.setTimeout(() => {
      void this.parts.send.post(`/codings/${coding.id}/resize`, this.form(to));
    }, after);
  }

  /** Moves an end of the passage by a word; with a coding chosen, that coding's. */
  grow(side: 'start' | 'end', by: 1 | -1): boolean {
    const { passage, chosen } = this.parts;
    if (!passage.span) return false;
    passage.resize(side, by);
    const { coding } = chosen;
    if (coding && passage.span) this.resize(coding, passage.span, REST);
    return true;
  }

  /** The passage as the server takes it; when there is none it says what to do. */
  marked(): (Span & { version: number }) | null {
    const { passage, words, tell } = this.parts;
    if (passage.span) return this.form(passage.span);
    tell(words('selectFirst'));
    return null;
  }

  private code(path: string, values: Record<string, string | number>, colour: string): void {
    const { send, underway, passage } = this.parts;
    const form = this.marked();
    if (!form || !passage.span) return;
    const answered = send.post(path, { ...form, ...values });
    underway.show({ span: passage.span, colour }, answered);
  }

  private form({ start, end }: Span): Span & { version: number } {
    return { start, end, version: Number(this.parts.transcript.dataset['version']) };
  }
}
