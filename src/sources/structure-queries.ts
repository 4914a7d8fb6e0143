import { labelsIn } from '../domain/text/segments.ts';
import { labelKey } from '../domain/text/speakers.ts';
import { stampsIn } from '../domain/text/stamps.ts';
import { goesOn, segmentAt } from '../domain/text/structure.ts';
import { readText, type Reader, type Source } from './queries.ts';
import { whoOf, whoText } from './who.ts';

/** Turns on one page of their list. */
export const TURNS = 40;
/** Longest sample and excerpt, in code units. */
const SAMPLE = 140;
const EXCERPT = 240;
/** Labels that are no speakers, shown at most. */
const OTHER_LABELS = 50;

export interface TurnLine {
  position: number;
  /** Code units of the source's text. */
  start: number;
  end: number;
  kind: 'turn' | 'paragraph' | 'heading';
  speakerId: number | null;
  speaker: string | null;
  isInterviewer: boolean;
  respondent: string | null;
  /** Of the turn's beginning; null when the text gives none there. */
  timeMs: number | null;
  /** Time stamps inside the words, in milliseconds. */
  stamps: number[];
  questionId: number | null;
  question: string | null;
  /** Somebody said whose words these are. */
  isCorrected: boolean;
  excerpt: string;
}

export interface SpeakerLine {
  id: number;
  label: string;
  /** As `readWho` reads it. */
  who: string;
  turns: number;
  words: number;
  /** Some of their words, the longest turn of the first few. */
  sample: string;
}

export interface QuestionPlace {
  start: number;
  /** The heading or turn that puts it. */
  words: string;
  isHeading: boolean;
  speaker: string | null;
  /** As `readTurnQuestion` reads it. */
  question: string;
  isFound: boolean;
}

export interface Structure {
  counts: {
    turns: number;
    paragraphs: number;
    headings: number;
    speakers: number;
    /** At the beginning of a turn, and inside the words. */
    stamps: number;
    stampsInside: number;
    /** Distinct questions of the guide. */
    questions: number;
  };
  speakers: SpeakerLine[];
  /** Labels that were not taken for speakers. */
  others: { label: string; count: number }[];
  places: QuestionPlace[];
  turns: TurnLine[];
}

/**
 * Everything that is known of the structure of a source. Reads the text whole: a source has a size limit, and with it
 * this has. Places of questions at most 300.
 */
export async function structureOf(reader: Reader, source: Source): Promise<Structure> {
  const { text } = await readText(reader, source.id);
  const [segments, speakers, marks] = await Promise.all([
    segmentRows(reader, source.id),
    speakerLines(reader, source.id),
    markRows(reader, source.id),
  ]);
  const placed = marks.flatMap((mark) => {
    const at = segments[segmentAt(segments, mark.start)];
    return at ? [{ ...mark, start: at.start }] : [];
  });
  const corrected = new Set(placed.filter(({ mark }) => mark === 'speaker').map((m) => m.start));
  const turns = segments.map((row): TurnLine => turnOf(row, text, corrected));
  const known = new Map(speakers.map((speaker) => [labelKey(speaker.label), speaker]));
  fill(speakers, segments, text);
  return {
    counts: countsOf(segments, turns),
    speakers: speakers.sort((a, b) => b.words - a.words || a.label.localeCompare(b.label, 'en')),
    others: labelsIn(text)
      .filter(({ label }) => !known.has(labelKey(label)))
      .sort((a, b) => b.count - a.count)
      .slice(0, OTHER_LABELS)
      .map(({ label, count }) => ({ label, count })),
    places: placesOf(placed, turns),
    turns,
  };
}

async function segmentRows({ db }: Reader, sourceId: number) {
  return db
    .selectFrom('segment as g')
    .leftJoin('speaker as p', 'p.id', 'g.speaker_id')
    .leftJoin('respondent as r', 'r.id', 'p.respondent_id')
    .leftJoin('question as q', 'q.id', 'g.question_id')
    .select(['g.position', 'g.start', 'g.end', 'g.body_start as bodyStart', 'g.kind'])
    .select(['g.speaker_id as speakerId', 'p.label as speaker', 'p.is_interviewer'])
    .select(['r.reference as respondent', 'g.time_ms as timeMs'])
    .select(['g.question_id as questionId', 'q.number as question'])
    .where('g.source_id', '=', sourceId)
    .orderBy('g.position')
    .execute();
}

type SegmentRow = Awaited<ReturnType<typeof segmentRows>>[number];

async function speakerLines({ db }: Reader, sourceId: number): Promise<SpeakerLine[]> {
  const rows = await db
    .selectFrom('speaker')
    .select(['id', 'label', 'respondent_id', 'is_interviewer', 'is_speaker', 'same_as_id'])
    .where('source_id', '=', sourceId)
    .orderBy('id')
    .limit(1000)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    who: whoText(whoOf(row)),
    turns: 0,
    words: 0,
    sample: '',
  }));
}

async function markRows({ db }: Reader, sourceId: number) {
  return db
    .selectFrom('structure_mark')
    .select(['mark', 'start', 'question_id', 'goes_on', 'is_found'])
    .where('source_id', '=', sourceId)
    .orderBy('start')
    .limit(5000)
    .execute();
}

function turnOf(row: SegmentRow, text: string, corrected: ReadonlySet<number>): TurnLine {
  const body = text.slice(row.bodyStart, row.end);
  return {
    position: row.position,
    start: row.start,
    end: row.end,
    kind: row.kind,
    speakerId: row.speakerId,
    speaker: row.speaker,
    isInterviewer: row.is_interviewer === 1,
    respondent: row.respondent,
    timeMs: row.timeMs,
    stamps: stampsIn(body).map(({ timeMs }) => timeMs),
    questionId: row.questionId,
    question: row.question,
    isCorrected: corrected.has(row.start),
    excerpt: shortened(body, EXCERPT),
  };
}

/** The first words on one line. */
function shortened(text: string, longest: number): string {
  const line = text
    .slice(0, longest * 2)
    .replace(/\s+/gu, ' ')
    .trim();
  if (line.length <= longest) return line;
  const cut = line.lastIndexOf(' ', longest);
  return `${line.slice(0, cut > longest / 2 ? cut : longest)} …`;
}

/** Turns of one speaker that are looked at for a sample. */
const LOOKED_AT = 5;

function fill(
  speakers: readonly SpeakerLine[],
  segments: readonly SegmentRow[],
  text: string,
): void {
  const byId = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  segments.forEach((segment, at) => {
    const speaker = byId.get(segment.speakerId ?? 0);
    if (!speaker) return;
    const body = text.slice(segment.bodyStart, segment.end);
    if (beginsTurn(segment, segments[at - 1])) speaker.turns += 1;
    speaker.words += countWords(body);
    if (speaker.turns > LOOKED_AT) return;
    const sample = shortened(body, SAMPLE);
    if (sample.length > speaker.sample.length) speaker.sample = sample;
  });
}

/** Whether somebody begins to speak here: under a label, or after somebody else. */
const beginsTurn = (segment: SegmentRow, before: SegmentRow | undefined): boolean =>
  segment.speakerId !== null && (!goesOn(segment) || before?.speakerId !== segment.speakerId);

/** Runs of anything but white space. */
const countWords = (text: string): number => text.match(/\S+/gu)?.length ?? 0;

function countsOf(segments: readonly SegmentRow[], turns: readonly TurnLine[]) {
  const atStart = segments.filter(({ timeMs }) => timeMs !== null).length;
  return {
    turns: segments.filter((segment, at) => beginsTurn(segment, segments[at - 1])).length,
    paragraphs: segments.filter(({ kind }) => kind === 'paragraph').length,
    headings: segments.filter(({ kind }) => kind === 'heading').length,
    speakers: new Set(segments.flatMap(({ speakerId }) => speakerId ?? [])).size,
    stamps: atStart,
    stampsInside: turns.reduce((n, { stamps }) => n + stamps.length, 0),
    questions: new Set(segments.flatMap(({ questionId }) => questionId ?? [])).size,
  };
}

function placesOf(
  marks: Awaited<ReturnType<typeof markRows>>,
  turns: readonly TurnLine[],
): QuestionPlace[] {
  const said = marks.filter(({ mark }) => mark === 'question');
  const at = new Map(said.map((mark) => [mark.start, mark]));
  return turns
    .filter(({ start, kind }) => kind === 'heading' || at.has(start))
    .slice(0, 300)
    .map(({ start, excerpt, kind, speaker }) => {
      const mark = at.get(start);
      const isFound = mark === undefined || mark.is_found === 1;
      return {
        start,
        words: excerpt,
        isHeading: kind === 'heading',
        speaker,
        question: questionText(mark),
        isFound,
      };
    });
}

function questionText(mark: { question_id: number | null; goes_on: 0 | 1 } | undefined): string {
  if (mark === undefined) return 'found';
  if (mark.goes_on === 1) return 'goesOn';
  return mark.question_id === null ? 'none' : String(mark.question_id);
}
