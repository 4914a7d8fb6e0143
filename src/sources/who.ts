import type { Bit } from '../../db/schema.ts';
import { Invalid } from '../domain/errors.ts';

/**
 * Who speaks under a label: the interviewer, a respondent (by id), somebody of whom nothing is counted, the speaker of
 * whom this is another spelling (by id); or no speaker at all, the label being words like any other.
 */
export type Who = 'interviewer' | 'nobody' | 'none' | number | { sameAs: number };

/** Who, as a form's field and the command line write it: `interviewer`, `nobody`, `none`, `12`, `same-7`. */
export function whoText(who: Who): string {
  return typeof who === 'object' ? `same-${who.sameAs}` : String(who);
}

/** @throws Invalid `structure.badWho` */
export function readWho(text: string): Who {
  if (text === 'interviewer' || text === 'nobody' || text === 'none') return text;
  const [, same, id] = /^(same-)?([1-9]\d{0,14})$/u.exec(text) ?? [];
  if (id === undefined) throw new Invalid('structure.badWho');
  return same === undefined ? Number(id) : { sameAs: Number(id) };
}

export function whoOf(row: {
  respondent_id: number | null;
  is_interviewer: Bit;
  is_speaker: Bit;
  same_as_id: number | null;
}): Who {
  if (row.is_speaker === 0) return 'none';
  if (row.same_as_id !== null) return { sameAs: row.same_as_id };
  if (row.respondent_id !== null) return row.respondent_id;
  return row.is_interviewer === 1 ? 'interviewer' : 'nobody';
}

export const columnsOf = (who: Who) => ({
  respondent_id: typeof who === 'number' ? who : null,
  is_interviewer: who === 'interviewer' ? (1 as const) : (0 as const),
  is_speaker: who === 'none' ? (0 as const) : (1 as const),
  same_as_id: typeof who === 'object' ? who.sameAs : null,
});
