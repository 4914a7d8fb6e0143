import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { readColour } from '../../domain/codetree/index.ts';
import { OWN_INSTRUCTION, readOwnWords, ruleIn, stillSays } from '../../domain/codetree/qdc.ts';
import { DomainError, Invalid } from '../../domain/errors.ts';
import { foldName, tidyName } from '../../domain/names.ts';
import { bareGuid, isGuid, SetReading } from './sets.ts';
import type { QdcAnswer, QdcLimits, QdcWarning, ReadCode, ReadQdc } from './types.ts';

/** Deepest nesting of elements that is read: codebooks stay far below, attacks do not. */
const DEEPEST = 200;
/** Each kind of warning is said of this many codes, and then counted. */
const TOLD = 5;

const NAMESPACES = new Set(['urn:QDA-XML:codebook:1.0', 'urn:QDA-XML:project:1.0']);

/** Names of sub-codes so far, folded, and the number last given to the next of the same name. */
type Taken = Map<string, number>;

interface Open {
  code: ReadCode;
  description: string;
  own: string | null;
  taken: Taken;
}

/**
 * Reads the codes of a REFI-QDA codebook or project. What other programs do against the rules comes in with a warning; a
 * document type, which could name entities and files, is refused.
 * @param newGuid for codes whose own is none
 * @returns refused with `codebook.qdcBroken`, `qdcDoctype`, `qdcDeep`, `qdcNoCodes`, `qdcMany` or `qdcManyMembers`
 */
export function readQdcHere(xml: string, limits: QdcLimits, newGuid: () => string): QdcAnswer {
  try {
    const reading = new QdcReading(limits, newGuid);
    reading.feed(xml);
    return { refused: null, ...reading.end() };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { refused: { code: error.code, params: error.params } };
  }
}

class QdcReading {
  private readonly parser = new SaxesParser({ xmlns: false, position: true });
  private readonly codes: ReadCode[] = [];
  private readonly warned = new Map<QdcWarning['code'], QdcWarning['params'][]>();
  private readonly open: Open[] = [];
  private readonly guids = new Set<string>();
  private readonly themes: Taken = new Map();
  private readonly sets: SetReading;
  /** Local names of the elements one is inside of, in lower case. */
  private readonly inside: string[] = [];

  constructor(
    private readonly limits: QdcLimits,
    private readonly newGuid: () => string,
  ) {
    const { parser } = this;
    this.sets = new SetReading(newGuid, limits, (code, params) => this.warn(code, params));
    parser.on('error', (error) => {
      throw broken(error, parser.line);
    });
    parser.on('doctype', () => {
      throw new Invalid('codebook.qdcDoctype', {}, 'file');
    });
    parser.on('opentag', (tag) => this.opened(tag));
    parser.on('closetag', () => this.closed());
    parser.on('text', (text) => this.text(text));
    parser.on('cdata', (text) => this.text(text));
    parser.on('processinginstruction', ({ target, body }) => {
      const code = this.open.at(-1);
      if (target === OWN_INSTRUCTION && code) code.own = body;
    });
  }

  feed(piece: string): void {
    this.parser.write(piece);
  }

  end(): ReadQdc {
    this.parser.close();
    if (this.codes.length === 0) throw new Invalid('codebook.qdcNoCodes', {}, 'file');
    const sets = this.sets.end(this.guids);
    const warnings = [...this.warned].flatMap(([code, all]): QdcWarning[] => {
      const more = all.length - TOLD;
      const told = all.slice(0, TOLD).map((params) => ({ code, params }));
      return more > 0 ? [...told, { code: 'qdcMore', params: { more: String(more) } }] : told;
    });
    return { codes: this.codes, sets, warnings };
  }

  private warn(code: QdcWarning['code'], params: QdcWarning['params'] = {}): void {
    const all = this.warned.get(code);
    if (all) all.push(params);
    else this.warned.set(code, [params]);
  }

  private opened(tag: SaxesTagPlain): void {
    const written = tag.name.replace(/^.*:/u, '');
    const name = written.toLowerCase();
    const parent = this.inside.at(-1);
    if (this.inside.length === 0) this.root(tag, written);
    this.inside.push(name);
    if (this.inside.length > DEEPEST) throw new Invalid('codebook.qdcDeep', {}, 'file');
    if (name === 'code' && (parent === 'codes' || parent === 'code')) {
      if (written !== 'Code') this.warnOnce('qdcCase', { name: written });
      this.begin(tag);
    }
    this.sets.opened(name, this.inside, attributesOf(tag));
  }

  private root(tag: SaxesTagPlain, written: string): void {
    if (!/^(?:codebook|project)$/iu.test(written))
      throw new Invalid('codebook.qdcNoCodes', {}, 'file');
    const prefix = /^(.*):/u.exec(tag.name)?.[1];
    const namespace = tag.attributes[prefix === undefined ? 'xmlns' : `xmlns:${prefix}`] ?? '';
    if (!NAMESPACES.has(namespace))
      this.warn('qdcNamespace', { namespace: namespace.slice(0, 100) });
  }

  private warnOnce(code: QdcWarning['code'], params: QdcWarning['params']): void {
    if (!this.warned.has(code)) this.warn(code, params);
  }

  private begin(tag: SaxesTagPlain): void {
    const limit = this.limits.codes;
    if (this.codes.length >= limit) throw new Invalid('codebook.qdcMany', { limit }, 'file');
    const above = this.open.at(-1);
    const attributes = attributesOf(tag);
    const name = this.nameFrom(attributes.get('name') ?? '', above?.taken ?? this.themes);
    const names = [...(above?.code.names ?? []), name];
    const colour = attributes.get('color')?.trim() ?? '';
    if (colour !== '' && readColour(colour) === null)
      this.warn('qdcColour', { name, colour: colour.slice(0, 40) });
    const code: ReadCode = {
      line: this.parser.line,
      guid: this.guidFrom(attributes.get('guid') ?? '', name),
      name,
      names,
      depth: names.length - 1,
      isCodable: !/^(?:false|0)$/iu.test(attributes.get('iscodable')?.trim() ?? 'true'),
      colour: readColour(colour),
      ...{ definition: '', use_when: '', not_when: '', example: '', key: null },
    };
    this.codes.push(code);
    this.open.push({ code, description: '', own: null, taken: new Map() });
  }

  private guidFrom(written: string, name: string): string {
    const guid = bareGuid(written);
    const isTwice = this.guids.has(guid);
    if (isGuid(guid) && !isTwice) {
      if (written.includes('{')) this.warnOnce('qdcBraces', {});
      this.guids.add(guid);
      return guid;
    }
    this.warn(isTwice ? 'qdcGuidTwice' : 'qdcGuid', { name });
    return this.newGuid();
  }

  /** A name that can stand among its siblings. Other programs let several have one, or none. */
  private nameFrom(written: string, taken: Taken): string {
    let name = tidyName(written);
    if (name === '') this.warn('qdcNameless');
    if (name.length > this.limits.name) {
      this.warn('qdcNameCut', { name: `${name.slice(0, 60)}…` });
      name = `${[...name].slice(0, this.limits.name / 2).join('')}…`;
    }
    name ||= '?';
    const first = name;
    // Counted on from the last time: a file may have one name ten thousand times.
    let n = taken.get(foldName(first)) ?? 1;
    while (taken.has(foldName(name))) name = `${first} (${(n += 1)})`;
    taken.set(foldName(first), n);
    if (name !== first) this.warn('qdcNameTwice', { name: first, as: name });
    taken.set(foldName(name), 1);
    return name;
  }

  private text(text: string): void {
    const code = this.open.at(-1);
    if (code && this.inside.at(-1) === 'description' && this.inside.at(-2) === 'code')
      code.description += text;
    else this.sets.text(this.inside, text);
  }

  private closed(): void {
    const name = this.inside.pop();
    this.sets.closed(name, this.inside);
    const parent = this.inside.at(-1);
    if (name !== 'code' || (parent !== 'codes' && parent !== 'code')) return;
    const done = this.open.pop();
    if (!done) return;
    const { code, description, own } = done;
    const ours = own === null ? null : readOwnWords(own);
    const isOurs = ours !== null && stillSays(ours, code.name, description);
    const { definition, use_when, not_when, example } = isOurs ? ours : ruleIn(description.trim());
    Object.assign(code, { definition, use_when, not_when, example, key: ours?.key ?? null });
  }
}

const attributesOf = (tag: SaxesTagPlain): Map<string, string> =>
  new Map(Object.entries(tag.attributes).map(([key, value]) => [key.toLowerCase(), value]));

function broken(error: Error, line: number): Invalid {
  const reason = error.message.replace(/^\d+:\d+:\s*/u, '').slice(0, 200);
  return new Invalid('codebook.qdcBroken', { line, reason }, 'file');
}
