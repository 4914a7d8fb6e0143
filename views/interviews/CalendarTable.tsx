import { formatDay, formatMonth, weekdayNames, weeksOf } from '../../src/domain/dates/index.ts';
import { classes } from '../ui/attributes.ts';
import { Icon } from '../ui/index.ts';
import { CalendarEntry } from './CalendarEntry.tsx';
import { dayLink, dayList, newOn, type CalendarProps } from './calendar-days.ts';

/** The month as a table, a week in each row; its days are reached by arrow keys once script runs. */
export const CalendarTable = (props: CalendarProps) => {
  const { shell, month } = props;
  return (
    <table class="cal-table" data-calendar-days>
      <caption class="visually-hidden">
        {shell.t.interviews.calendar.caption(formatMonth(month))}
      </caption>
      <thead>
        <tr>
          {weekdayNames().map(({ long, short }) => (
            <th scope="col">
              <span aria-hidden="true">{short}</span>
              <span class="visually-hidden">{long}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr>
            {week.map((day) =>
              day === null ? <td class="cal-none" /> : <Day {...props} day={day} />,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Day = (props: CalendarProps & { day: string }) => {
  const { shell, day, now, days } = props;
  const t = shell.t.interviews.calendar;
  const held = days.find((each) => each.day === day);
  const { href, label } = dayLink(props, day, held?.count ?? 0);
  const isToday = day === now;
  return (
    <td class={classes('cal-day', isToday && 'is-today')}>
      <div class="cal-day-head">
        <a
          class="cal-number"
          id={`day-${day}`}
          href={href}
          data-day={day}
          aria-label={label}
          aria-current={isToday ? 'date' : undefined}
        >
          {Number(day.slice(8))}
          {held === undefined && <Icon name="add" />}
        </a>
        {held !== undefined && (
          <a class="cal-new" href={newOn(props, day)} aria-label={t.newOn(formatDay(day))}>
            <Icon name="add" />
          </a>
        )}
      </div>
      {held !== undefined && (
        <ul class="cal-entries">
          {held.rows.map((row) => (
            <li>
              <CalendarEntry {...props} row={row} />
            </li>
          ))}
          {held.more > 0 && (
            <li>
              <a
                class="cal-more"
                href={dayList(props, day)}
                aria-label={t.moreOn(held.more, formatDay(day))}
              >
                {t.more(held.more)}
              </a>
            </li>
          )}
        </ul>
      )}
    </td>
  );
};
