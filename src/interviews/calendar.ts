import { withdrawnInterviews } from '../consent/index.ts';
import type { Ctx } from '../deps.ts';
import { byDay, daysBetween, daysOf, type IsoMonth } from '../domain/dates/index.ts';
import { filtered, type InterviewFilter } from './filter.ts';
import { peopleOf } from './queries.ts';

type Reader = Pick<Ctx, 'db' | 'projectId'>;

/** Interviews that a day has room for; where there are more, one fewer is shown, and how many more there are. */
const ROOM = 4;
/** Interviews read of one month; more than two hundred a day is no calendar. */
const MOST = 7_000;

/**
 * A month of interviews as the calendar shows it, those whose consent was withdrawn left out: each day with any, and how
 * many there are, planned, held and cancelled. What lasts several days stands under each of them and counts once.
 */
export async function interviewMonth(reader: Reader, filter: InterviewFilter, month: IsoMonth) {
  const all = daysOf(month);
  const [first = '', last = ''] = [all[0], all.at(-1)];
  const kept = used(reader, filter);
  const found = await kept
    .select(['i.id', 'i.reference', 'i.date', 'i.end_date', 'i.status', 'i.kind', 'i.location'])
    .where('i.date', '<=', last)
    .where((eb) => eb.or([eb('i.date', '>=', first), eb('i.end_date', '>=', first)]))
    .orderBy('i.date')
    .orderBy('i.id')
    .limit(MOST)
    .execute();
  const dated = found.flatMap(({ date, ...row }) => (date === null ? [] : [{ ...row, date }]));
  const days = [...byDay(month, dated)].map(([day, rows]) => ({
    day,
    count: rows.length,
    rows: rows.length > ROOM ? rows.slice(0, ROOM - 1) : rows,
  }));
  days.sort((a, b) => a.day.localeCompare(b.day));
  const shown = [...new Set(days.flatMap(({ rows }) => rows.map(({ id }) => id)))];
  const people = await peopleOf(reader, shown);
  return {
    days: days.map(({ day, count, rows }) => ({
      day,
      more: count - rows.length,
      count,
      rows: rows.map((row) => ({
        ...row,
        respondents: people(row.id).respondents,
        nth: daysBetween(row.date, day),
        of: daysBetween(row.date, row.end_date ?? row.date),
      })),
    })),
    counts: countsOf(dated),
  };
}

/** How many interviews have no day yet, and the nearest months before and after with any. */
export async function besidesMonth(reader: Reader, filter: InterviewFilter, month: IsoMonth) {
  const all = daysOf(month);
  const [first = '', last = ''] = [all[0], all.at(-1)];
  const undated = await used(reader, { ...filter, dated: 'no' })
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  const nearest = used(reader, filter).select('i.date').limit(1);
  const before = await nearest
    .where('i.date', '<', first)
    .orderBy('i.date', 'desc')
    .executeTakeFirst();
  const after = await nearest.where('i.date', '>', last).orderBy('i.date').executeTakeFirst();
  return {
    undated: undated.n,
    before: before?.date?.slice(0, 7) ?? null,
    after: after?.date?.slice(0, 7) ?? null,
  };
}

const used = (reader: Reader, filter: InterviewFilter) =>
  filtered(reader, { ...filter, from: undefined, to: undefined }).where(
    'i.id',
    'not in',
    withdrawnInterviews(reader),
  );

function countsOf(rows: readonly { status: string }[]) {
  const n = (status: string): number => rows.filter((row) => row.status === status).length;
  const [planned, cancelled] = [n('planned'), n('cancelled')];
  return { planned, held: rows.length - planned - cancelled, cancelled };
}
