import { formatDay } from '../../src/domain/dates/index.ts';
import { Badge, Icon } from '../ui/index.ts';
import { CalendarEntry } from './CalendarEntry.tsx';
import { dayLink, dayList, newOn, type CalendarProps } from './calendar-days.ts';

/** The days of the month that have any, one below the other: what a phone has room for. */
export const CalendarList = (props: CalendarProps) => {
  const { shell, days, now } = props;
  const t = shell.t.interviews.calendar;
  if (days.length === 0) return null;
  return (
    <ol class="cal-list" aria-labelledby="cal-month" data-calendar-days>
      {days.map(({ day, count, more, rows }) => (
        <li class="cal-list-day">
          <div class="cal-day-head">
            <h3>
              <a
                href={dayLink(props, day, count).href}
                data-day={day}
                aria-label={dayLink(props, day, count).label}
                aria-current={day === now ? 'date' : undefined}
              >
                {formatDay(day)}
              </a>{' '}
              {day === now && <Badge tone="accent">{t.today}</Badge>}
            </h3>
            <a class="cal-new" href={newOn(props, day)} aria-label={t.newOn(formatDay(day))}>
              <Icon name="add" />
            </a>
          </div>
          <ul class="cal-entries">
            {rows.map((row) => (
              <li>
                <CalendarEntry {...props} row={row} />
              </li>
            ))}
            {more > 0 && (
              <li>
                <a
                  class="cal-more"
                  href={dayList(props, day)}
                  aria-label={t.moreOn(more, formatDay(day))}
                >
                  {t.more(more)}
                </a>
              </li>
            )}
          </ul>
        </li>
      ))}
    </ol>
  );
};
