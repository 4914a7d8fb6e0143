/** Captions as recording and meeting programs write them: WebVTT (W3C, 2019) and SubRip (.srt). */

/** One caption: when it begins, who says it where the file tells, and the words on one line. */
interface Cue {
  startMs: number;
  endMs: number;
  speaker: string | null;
  text: string;
}

export interface Captions {
  /** One turn per line, `[0:01:02] Name: words`, blank lines between. */
  text: string;
  cues: number;
  turns: number;
}

const TIMES =
  /^(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})[ \t]*-->[ \t]*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})/u;
/** A silence after which somebody begins anew, in milliseconds. */
const PAUSE = 3000;
/** From this length on, in code units, a turn ends with its next sentence. */
const LONG = 600;
const SENTENCE_END = /[.!?…。！？؟۔।]["'”’»)\]]*$/u;
/** Names of one to four words before a colon, as captions of two people have them. */
const LABEL =
  /^(?:>>\s*|[-–]\s+)?(\p{Lu}[\p{L}\p{M}\p{N}.'’-]*(?: [\p{L}\p{N}][\p{L}\p{M}\p{N}.'’-]*){0,3}):\s+/u;
const NEXT_SPEAKER = /^(?:>>|[-–])\s+/u;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
};

/**
 * Captions as a transcript: captions of one speaker that follow each other become one turn, since nobody codes in pieces
 * of two seconds. Every word stays; positions on the screen, styles and the times inside a turn go.
 * @param text line ends LF
 * @returns null when the text holds no captions
 */
export function readCaptions(text: string): Captions | null {
  const blocks = text.replace(/^\uFEFF/u, '').split(/\n[ \t]*\n+/u);
  const isVtt = /^WEBVTT(?:[ \t\n]|$)/u.test(blocks[0] ?? '');
  if (!isVtt && !beginsWithCue(blocks[0] ?? '')) return null;
  const cues = blocks.flatMap(cueOf);
  const turns = turnsOf(cues);
  return { text: turns.map(asLine).join('\n\n'), cues: cues.length, turns: turns.length };
}

const beginsWithCue = (block: string): boolean => {
  const [number = '', times = ''] = block.trimStart().split('\n');
  return TIMES.test(number) || (/^\d+\s*$/u.test(number) && TIMES.test(times));
};

/** Comments, styles and what has no times are no captions. */
function cueOf(block: string): Cue[] {
  const lines = block.split('\n');
  const at = lines.findIndex((line) => TIMES.test(line));
  // The line before the times is the caption's number or name.
  if (at < 0 || at > 1) return [];
  const times = TIMES.exec(lines[at] ?? '')?.slice(1) ?? [];
  const [startMs, endMs] = [milliseconds(times.slice(0, 4)), milliseconds(times.slice(4))];
  const words = lines.slice(at + 1).join(' ');
  const speaker = /<v(?:\.[^\s>]+)*[ \t]+([^>]+)>/u.exec(words)?.[1]?.trim() ?? null;
  const plain = unescaped(words.replace(/<[^<>]*>|\{\\[^{}]*\}/gu, ''))
    .replace(/\s+/gu, ' ')
    .trim();
  return plain === '' ? [] : [{ startMs, endMs, speaker, text: plain }];
}

function milliseconds([hours, minutes, seconds, fraction = '']: readonly (string | undefined)[]) {
  const whole = (Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds);
  return whole * 1000 + Number(fraction.padEnd(3, '0'));
}

const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|(\w+));/gu, (whole, code: string | undefined, name: string) => {
    if (code === undefined) return ENTITIES[name] ?? whole;
    return Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : whole;
  });

function turnsOf(cues: readonly Cue[]): Cue[] {
  const turns: Cue[] = [];
  /** How the turn so far ends: looking for its end in all of it, cue by cue, would take as long as it is long. */
  let ending = '';
  for (const cue of cues) {
    const label = cue.speaker === null ? LABEL.exec(cue.text) : null;
    const isNext = label !== null || NEXT_SPEAKER.test(cue.text);
    const speaker = cue.speaker ?? label?.[1] ?? null;
    const text = label ? cue.text.slice(label[0].length) : cue.text.replace(NEXT_SPEAKER, '');
    const last = turns.at(-1);
    if (last && !isNext && continues(last, cue, { speaker, ending })) {
      last.text += ` ${text}`;
      last.endMs = cue.endMs;
    } else {
      const goesOn = !isNext && speaker === null && last !== undefined;
      turns.push({ ...cue, speaker: goesOn ? last.speaker : speaker, text });
    }
    ending = text;
  }
  return turns;
}

function continues(
  turn: Cue,
  cue: Cue,
  { speaker, ending }: { speaker: string | null; ending: string },
): boolean {
  if (speaker !== null && speaker !== turn.speaker) return false;
  if (cue.startMs - turn.endMs >= PAUSE) return false;
  return turn.text.length < LONG || !SENTENCE_END.test(ending);
}

function asLine({ startMs, speaker, text }: Cue): string {
  const seconds = Math.floor(startMs / 1000);
  const two = (n: number): string => String(n).padStart(2, '0');
  const stamp = `[${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}]`;
  return `${stamp} ${speaker === null ? '' : `${speaker}: `}${text}`;
}
