import { own } from '../own.ts';
import { gather } from './gather.ts';
import { InterviewReader } from './interview.ts';
import { proposeSpellings } from './interviewers.ts';
import { markLines } from './lines.ts';
import { Marks, type Remark } from './marked.ts';
import { plainSpaces, sourceLines } from './text.ts';
import type { PasteDoubt, PastedReading, PasteOptions } from './types.ts';
import { bothWays, settleOrder } from './when.ts';

/** Doubts about what a person has said; nobody is asked twice. */
function isAnswered(doubt: PasteDoubt, { decisions }: PasteOptions): boolean {
  const said = decisions?.lines?.[doubt.line];
  if (said?.confirmed?.includes(doubt.reason)) return true;
  if (doubt.reason.startsWith('interviewer-'))
    return own(decisions?.interviewers, doubt.text) !== undefined;
  return doubt.field === 'line' && said?.kind !== undefined;
}

/**
 * Reads a register of interviews as it is pasted from a document: rows wrapped over several lines, cells told apart by
 * nothing but their words, headings between them; or cells divided by tabs or `;`.
 *
 * Every line comes back with what it was taken for: see `accounts`. What can be read in more than one way is a doubt;
 * an open one leaves the field empty, for nothing is guessed. Corrections are given back in as `decisions`. Throws
 * nothing, whatever the text.
 */
export function buildPastedRegister(text: string, options: PasteOptions): PastedReading {
  const source = sourceLines(text);
  const texts = source.map((line) => plainSpaces(line.text));
  const decisions = options.decisions ?? {};
  const marks = markLines(texts, options.known, () => new Marks(source, decisions));
  const raw = gather(marks.lines);
  const dates = raw.map(({ lines, cells }) => ({
    line: lines[0] ?? 0,
    both: bothWays(cells.date),
  }));
  const shown = settleOrder(dates);
  const reader = new InterviewReader(options, shown);
  const interviews = raw.map((one, i) => reader.read(one, dates[i]?.both ?? bothWays('')));
  const spelt = interviews.map(({ lines, interviewers }) => ({
    line: lines[0] ?? 0,
    interviewers,
  }));
  const proposals = proposeSpellings(spelt, options.known.interviewers).map(
    ({ line, text: spelling, reading, isSame }): PasteDoubt => ({
      line,
      field: 'interviewers',
      text: spelling,
      reading: spelling,
      alternatives: [reading],
      reason: isSame ? 'interviewer-same' : 'interviewer-alike',
      isOpen: false,
    }),
  );
  const owner = new Map(interviews.flatMap(({ lines }, i) => lines.map((line) => [line, i])));
  const isWritten = ({ line, field }: Remark): boolean =>
    (interviews[owner.get(line) ?? -1]?.lines ?? []).some(
      (own) => field in (decisions.lines?.[own]?.cells ?? {}),
    );
  const doubts = [
    ...marks.remarks
      .filter((remark) => !isWritten(remark))
      // A line that nobody understood would be lost: someone has to say what it is.
      .map((remark) => ({ ...remark, isOpen: remark.reason === 'not-understood' })),
    ...reader.doubts,
    ...proposals,
  ];
  return {
    lines: marks.lines.map((line) => ({
      ...line,
      interview: owner.get(line.line) ?? null,
      isDecided: decisions.lines?.[line.line]?.kind !== undefined,
    })),
    interviews,
    doubts: doubts.filter((doubt) => !isAnswered(doubt, options)).sort((a, b) => a.line - b.line),
    settled: shown === 'both' ? null : shown,
  };
}
