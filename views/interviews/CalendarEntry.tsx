import { classes } from '../ui/attributes.ts';
import { distinct } from './InterviewHead.tsx';
import type { CalendarProps, CalendarRow } from './calendar-days.ts';

const LOOK = { planned: 'is-planned', cancelled: 'is-cancelled' } as const;

/** One interview on one day: its status in a word, which the look only repeats. */
export const CalendarEntry = ({ shell, base, row }: CalendarProps & { row: CalendarRow }) => {
  const t = shell.t.interviews;
  const { status } = row;
  const look = status === 'planned' || status === 'cancelled' ? LOOK[status] : 'is-held';
  const who = distinct([
    ...row.respondents.map((r) => r.reference),
    ...row.respondents.map((r) => r.group_name),
  ]);
  return (
    <a class={classes('cal-entry', look)} href={`${base}/interviews/${row.id}`}>
      <span class="cal-entry-head">
        <b>{row.reference}</b>{' '}
        <span class="cal-status">{status === 'done' ? t.calendar.held : t.statuses[status]}</span>
      </span>
      {row.of > 1 && <span class="cal-who"> {t.calendar.nth(row.nth, row.of)}</span>}
      {who !== '' && <span class="cal-who"> {who}</span>}
    </a>
  );
};
