import { columnsOf, type Columns } from './columns.ts';
import { frameOf, type Frame } from './frame.ts';
import type { Classification, CountOptions, Study, StudyCoding } from './study.ts';

/** One thing counted (a respondent, an interview, a passage or a document, by its number) and the columns it falls in. */
export interface Share {
  readonly unit: number;
  readonly columns: readonly number[];
  /** Whom a count of it tells of: respondents, or an interview whose respondents nobody recorded, as its negative id. */
  readonly people: readonly number[];
}

export interface Shares {
  readonly frame: Frame;
  readonly columns: Columns;
  /**
   * What a coding adds to each code it counts for; nothing when it does not count here. It is the same list, not an
   * equal one, for all passages of one source by the same speakers, unless passages are counted.
   */
  of(coding: StudyCoding): readonly Share[];
  /** Everything that could be counted: the denominators. For passages, every coded passage under any code. */
  whole(): Iterable<Share>;
}

const NOTHING: readonly Share[] = [];

/** The speaker when known to be one of the interview's respondents, otherwise all of them. */
export function speakersOf(coding: StudyCoding, all: readonly number[]): readonly number[] {
  const own = (coding.respondentIds ?? []).filter((id) => all.includes(id));
  return own.length > 0 ? own : all;
}

/** Who says it in which source: passages that have this in common count for the same respondents and interviews. */
function saidBy({ sourceId, respondentIds = [] }: StudyCoding): string | number {
  return respondentIds.length === 0 ? sourceId : `${sourceId} ${respondentIds.join()}`;
}

/** Gives each distinct passage (source, start, end) a number. */
function passageNumbers(): (coding: StudyCoding) => number {
  const numbers = new Map<string, number>();
  return ({ sourceId, start, end }) => {
    const key = `${sourceId}:${start}:${end}`;
    let number = numbers.get(key);
    if (number === undefined) numbers.set(key, (number = numbers.size));
    return number;
  };
}

/** The one place that says what a coding counts for, so that a number and the passages behind it cannot differ. */
export function sharesOf(study: Study, by: Classification, options: CountOptions): Shares {
  const frame = frameOf(study, options);
  const columns = columnsOf(study, by);
  const passageNumber = passageNumbers();

  const respondentShares = (sourceId: number | null, ids: readonly number[]): Share[] =>
    ids
      .filter((id) => frame.respondents.has(id))
      .map((id) => ({ unit: id, columns: columns.of(sourceId, [id]), people: [id] }));

  const interviewShare = (
    sourceId: number | null,
    interviewId: number,
    ids: readonly number[],
  ): Share => ({
    unit: interviewId,
    columns: columns.of(sourceId, ids),
    people: ids.length > 0 ? ids : [-interviewId],
  });

  const inDocument = (coding: StudyCoding): readonly Share[] => {
    const { unit, over } = options;
    if (over !== 'all' || (unit !== 'passages' && unit !== 'documents')) return NOTHING;
    const number = unit === 'passages' ? passageNumber(coding) : coding.sourceId;
    return [{ unit: number, columns: columns.of(coding.sourceId, []), people: [] }];
  };

  const reckon = (coding: StudyCoding): readonly Share[] => {
    const { interviewId, sourceId } = coding;
    if (columns.of(sourceId, []).length === 0) return NOTHING;
    if (interviewId === null) return inDocument(coding);
    if (options.unit === 'documents') return NOTHING;
    const interview = frame.held.get(interviewId);
    if (!interview) return NOTHING;
    const speakers = speakersOf(coding, interview.respondentIds);
    if (options.unit === 'respondents') return respondentShares(sourceId, speakers);
    if (!frame.interviews.has(interviewId)) return NOTHING;
    const share = interviewShare(sourceId, interviewId, speakers);
    return [options.unit === 'interviews' ? share : { ...share, unit: passageNumber(coding) }];
  };

  const known = new Map<StudyCoding | string | number, readonly Share[]>();
  const of = (coding: StudyCoding): readonly Share[] => {
    // Passages are gone through twice, for the numbers and for the denominators.
    const key = options.unit === 'passages' ? coding : saidBy(coding);
    let found = known.get(key);
    if (!found) known.set(key, (found = reckon(coding)));
    return found;
  };

  function* ofInterview(sourceId: number | null, interviewId: number): Iterable<Share> {
    const ids = frame.held.get(interviewId)?.respondentIds ?? [];
    if (options.unit === 'respondents') yield* respondentShares(sourceId, ids);
    else if (frame.interviews.has(interviewId)) yield interviewShare(sourceId, interviewId, ids);
  }

  function* whole(): Iterable<Share> {
    if (options.unit === 'passages') {
      for (const coding of study.codings) yield* of(coding);
      return;
    }
    if (options.unit === 'documents') {
      // Nobody is asked in a document, so that over those asked there is none.
      for (const { id, interviewId } of options.over === 'all' ? study.sources : []) {
        if (interviewId !== null) continue;
        yield { unit: id, columns: columns.of(id, []), people: [] };
      }
      return;
    }
    if (by.by === 'document') return;
    if (by.by === 'source') {
      for (const { id, interviewId } of study.sources) {
        if (interviewId !== null) yield* ofInterview(id, interviewId);
      }
    }
    // By source, this adds to the total alone those whose interview has no source yet.
    for (const id of frame.held.keys()) yield* ofInterview(null, id);
  }

  return { frame, columns, of, whole };
}
