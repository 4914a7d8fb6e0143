/** What stands before the words at the start of a turn: a speaker's label, a time stamp, both or neither. */
import type { Line } from './lines.ts';

/** Offsets in code units of the text; `bodyStart` is where the words begin (the line's end when none follow). */
export type Opening = { label: string | null; timeMs: number | null; bodyStart: number };

/** Longest label, in code units and in words. */
const LONGEST_LABEL = 40;
const MOST_WORDS = 5;
/** Room for a label, a stamp and their punctuation; nothing further into the line is looked at. */
const HEAD = 96;

const NAME = String.raw`(?=.{1,${LONGEST_LABEL}}?(?:[:：\]*_]|\s))([\p{L}\p{N}](?:[\p{L}\p{M}\p{N} \t.'’&/#()_-]{0,${LONGEST_LABEL - 1}}[\p{L}\p{M}\p{N}.)])?)`;
const STRONG = String.raw`(?:\*\*|__)?`;
const WITH_COLON = new RegExp(
  String.raw`^${STRONG}${NAME}${STRONG}[ \t]*(?::${STRONG}(?=\s|$)|：${STRONG})`,
  'u',
);
const IN_BRACKETS = new RegExp(String.raw`^\[${NAME}\][ \t]*:?(?=\s|$)`, 'u');
const BEFORE_STAMP = new RegExp(
  String.raw`^${STRONG}${NAME}${STRONG}[ \t,–-]+(?=[[(#]?\d{1,3}:\d\d)`,
  'u',
);
const STAMP =
  /^([[(<#]?)[ \t]?(\d{1,3}):(\d\d)(?::(\d\d))?(?:[.,-](\d{1,3}))?[ \t]?([\])>#]?)(?![\p{L}\p{N}\]]|:\d)/u;
const CLOSING: Record<string, string> = { '': '', '[': ']', '(': ')', '<': '>', '#': '#' };
/** Bracketed remarks of the transcriber, not people. */
const REMARK =
  /^(?:inaudible|unintelligible|unclear|crosstalk|laugh\w*|pause|silence|applause|music|noise|sighs?|coughs?|recording|end|start|break|sic|inaudible.*|rires?|risas?|pausa|lacht)\b/iu;

/** Null when the line begins with words straight away. */
export function readOpening(text: string, line: Line): Opening | null {
  const head = text.slice(line.start, Math.min(line.end, line.start + HEAD));
  // Every form has one of these, and most lines of a text have none.
  if (!/[:：\]]/.test(head)) return null;
  const whole = line.end - line.start === head.length;
  const first = readStamp(head, false);
  let at = first === null ? 0 : skip(head, first.length, /^[ \t]*[–-]?[ \t]*/);
  let timeMs = first?.timeMs ?? null;
  const label = readLabel(head.slice(at), whole, first === null);
  if (label !== null) {
    at += label.length;
    timeMs ??= label.timeMs;
  }
  if (label !== null && timeMs === null) {
    const second = readStamp(head.slice(skip(head, at, /^[ \t]*/)), false);
    if (second !== null) {
      at = skip(head, at, /^[ \t]*/) + second.length;
      timeMs = second.timeMs;
    }
  }
  if (label === null && timeMs === null) return null;
  return { label: label?.name ?? null, timeMs, bodyStart: bodyStart(text, line, line.start + at) };
}

type Label = { name: string; timeMs: number | null; length: number };

function readLabel(head: string, whole: boolean, mayHoldStamp: boolean): Label | null {
  const plain = WITH_COLON.exec(head);
  if (plain?.[1] !== undefined && isName(plain[1])) {
    return { name: tidy(plain[1]), timeMs: null, length: plain[0].length };
  }
  const bracketed = IN_BRACKETS.exec(head);
  if (bracketed?.[1] !== undefined && isName(bracketed[1]) && !REMARK.test(bracketed[1])) {
    return { name: tidy(bracketed[1]), timeMs: null, length: bracketed[0].length };
  }
  return mayHoldStamp ? labelThenStamp(head, whole) : null;
}

/** `Anna (00:14): …`, `Anna [00:14:02] …`, or `Anna  0:14` alone on its line. */
function labelThenStamp(head: string, whole: boolean): Label | null {
  const named = BEFORE_STAMP.exec(head);
  if (named?.[1] === undefined || !isName(named[1])) return null;
  const rest = head.slice(named[0].length);
  const stamp = readStamp(rest, true);
  if (stamp === null) return null;
  const after = rest.slice(stamp.length);
  const colon = /^[ \t]*:(?=\s|$)/.exec(after);
  const alone = whole && after.trim() === '';
  if (colon === null && !alone && !stamp.bracketed) return null;
  const length = named[0].length + stamp.length + (colon?.[0].length ?? 0);
  return { name: tidy(named[1]), timeMs: stamp.timeMs, length };
}

type Stamp = { timeMs: number; length: number; bracketed: boolean };

/** Bare `10:30` is as likely a time of day, so without brackets three parts are needed, unless `bareMinutes`. */
function readStamp(head: string, bareMinutes: boolean): Stamp | null {
  const found = STAMP.exec(head);
  if (found === null) return null;
  const [whole, open = '', a, b, c, fraction, close = ''] = found;
  const bracketed = open !== '';
  if (CLOSING[open] !== close || (!bracketed && !bareMinutes && c === undefined)) return null;
  const [hours, minutes, seconds] =
    c === undefined ? [0, Number(a), Number(b)] : [Number(a), Number(b), Number(c)];
  if (seconds > 59 || (c !== undefined && minutes > 59)) return null;
  const timeMs = ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds(fraction);
  return { timeMs, length: whole.length, bracketed };
}

function milliseconds(fraction: string | undefined): number {
  return fraction === undefined ? 0 : Number(fraction.padEnd(3, '0'));
}

/** Few words, at least one letter; `he said` is prose, `interviewee 3` and `admin-1` are people. */
function isName(name: string): boolean {
  if (!/\p{L}/u.test(name)) return false;
  const words = name.split(/\s+/);
  if (words.length > MOST_WORDS) return false;
  return words.length === 1 || /^[\p{Lu}\p{Lo}\p{N}]/u.test(name) || /\p{N}$/u.test(name);
}

function tidy(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}

function skip(head: string, at: number, pattern: RegExp): number {
  return at + (pattern.exec(head.slice(at))?.[0].length ?? 0);
}

function bodyStart(text: string, line: Line, from: number): number {
  let at = Math.min(from, line.end);
  while (at < line.end && /\s/.test(text.charAt(at))) at += 1;
  return at;
}
