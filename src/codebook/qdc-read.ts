import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { readColour } from '../domain/codetree/index.ts';
import {
  OWN_INSTRUCTION,
  readOwnWords,
  ruleIn,
  stillSays,
  type QdcCode,
} from '../domain/codetree/qdc.ts';
import { Invalid } from '../domain/errors.ts';
import { foldName, tidyName } from '../domain/names.ts';
import { NAME_LIMIT, ROW_LIMIT } from './rules.ts';
import type { Warning } from './warnings.ts';

/** Deepest nesting of elements that is read: codebooks stay far below, attacks do not. */
const DEEPEST = 200;
/** Read at a time, in code units; between two pieces other requests have their turn. */
const PIECE = 65_536;
/** Each kind of warning is said of this many codes, and then counted. */
const TOLD = 5;

const NAMESPACES = new Set(['urn:QDA-XML:codebook:1.0', 'urn:QDA-XML:project:1.0']);
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** A code as read, with the line of the file it begins on. */
export interface ReadCode extends QdcCode {
  line: number;
  names: string[];
}

export interface ReadQdc {
  codes: ReadCode[];
  warnings: Warning[];
}

interface Open {
  code: ReadCode;
  description: string;
  own: string | null;
  /** Names of its sub-codes so far, folded. */
  taken: Set<string>;
}

/**
 * Reads the codes of a REFI-QDA codebook or project. What other programs do against the rules comes in with a warning; a
 * document type, which could name entities and files, is refused.
 * @param newGuid for codes whose own is none
 * @throws Invalid `codebook.qdcBroken`, `qdcDoctype`, `qdcDeep`, `qdcNoCodes`, `qdcMany`
 */
export async function readQdc(xml: string, newGuid: () => string): Promise<ReadQdc> {
  const reading = new QdcReading(newGuid);
  for (let at = 0; at < xml.length; at += PIECE) {
    reading.feed(xml.slice(at, at + PIECE));
    if (xml.length > PIECE) await new Promise<void>((resolve) => setImmediate(resolve));
  }
  return reading.end();
}

/** As `readQdc`, at once; for what has been read before, or is short. */
export function readQdcNow(xml: string, newGuid: () => string): ReadQdc {
  const reading = new QdcReading(newGuid);
  reading.feed(xml);
  return reading.end();
}

class QdcReading {
  private readonly parser = new SaxesParser({ xmlns: false, position: true });
  private readonly codes: ReadCode[] = [];
  private readonly warned = new Map<Warning['code'], Warning['params'][]>();
  private readonly open: Open[] = [];
  private readonly guids = new Set<string>();
  private readonly themes = new Set<string>();
  /** Local names of the elements one is inside of, in lower case. */
  private readonly inside: string[] = [];

  constructor(private readonly newGuid: () => string) {
    const { parser } = this;
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
    const warnings = [...this.warned].flatMap(([code, all]): Warning[] => {
      const more = all.length - TOLD;
      const told = all.slice(0, TOLD).map((params) => ({ code, params }));
      return more > 0 ? [...told, { code: 'qdcMore', params: { more: String(more) } }] : told;
    });
    return { codes: this.codes, warnings };
  }

  private warn(code: Warning['code'], params: Warning['params'] = {}): void {
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
    if (name === 'sets' && parent === 'codebook') this.sets = 0;
    if (name === 'set' && parent === 'sets' && this.sets !== null) this.sets += 1;
  }

  /** How many sets the codebook has, once it begins to list them. */
  private sets: number | null = null;

  private root(tag: SaxesTagPlain, written: string): void {
    if (!/^(?:codebook|project)$/iu.test(written))
      throw new Invalid('codebook.qdcNoCodes', {}, 'file');
    const prefix = /^(.*):/u.exec(tag.name)?.[1];
    const namespace = tag.attributes[prefix === undefined ? 'xmlns' : `xmlns:${prefix}`] ?? '';
    if (!NAMESPACES.has(namespace))
      this.warn('qdcNamespace', { namespace: namespace.slice(0, 100) });
  }

  private warnOnce(code: Warning['code'], params: Warning['params']): void {
    if (!this.warned.has(code)) this.warn(code, params);
  }

  private begin(tag: SaxesTagPlain): void {
    if (this.codes.length >= ROW_LIMIT)
      throw new Invalid('codebook.qdcMany', { limit: ROW_LIMIT }, 'file');
    const above = this.open.at(-1);
    const attributes = new Map(
      Object.entries(tag.attributes).map(([key, value]) => [key.toLowerCase(), value]),
    );
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
    this.open.push({ code, description: '', own: null, taken: new Set() });
  }

  private guidFrom(written: string, name: string): string {
    const guid = written
      .trim()
      .toLowerCase()
      .replace(/^\{(.*)\}$/u, '$1');
    const isTwice = this.guids.has(guid);
    if (GUID.test(guid) && !isTwice) {
      if (written.includes('{')) this.warnOnce('qdcBraces', {});
      this.guids.add(guid);
      return guid;
    }
    this.warn(isTwice ? 'qdcGuidTwice' : 'qdcGuid', { name });
    return this.newGuid();
  }

  /** A name that can stand among its siblings. Other programs let several have one, or none. */
  private nameFrom(written: string, taken: Set<string>): string {
    let name = tidyName(written);
    if (name === '') this.warn('qdcNameless');
    if (name.length > NAME_LIMIT) {
      this.warn('qdcNameCut', { name: `${name.slice(0, 60)}…` });
      name = `${[...name].slice(0, NAME_LIMIT / 2).join('')}…`;
    }
    name ||= '?';
    const first = name;
    for (let n = 2; taken.has(foldName(name)); n += 1) name = `${first} (${n})`;
    if (name !== first) this.warn('qdcNameTwice', { name: first, as: name });
    taken.add(foldName(name));
    return name;
  }

  private text(text: string): void {
    const code = this.open.at(-1);
    if (code && this.inside.at(-1) === 'description' && this.inside.at(-2) === 'code')
      code.description += text;
  }

  private closed(): void {
    const name = this.inside.pop();
    if (name === 'sets' && this.inside.at(-1) === 'codebook' && this.sets !== null)
      this.warn(this.sets === 0 ? 'qdcSetsEmpty' : 'qdcSetsLeft', { sets: String(this.sets) });
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

function broken(error: Error, line: number): Invalid {
  const reason = error.message.replace(/^\d+:\d+:\s*/u, '').slice(0, 200);
  return new Invalid('codebook.qdcBroken', { line, reason }, 'file');
}
