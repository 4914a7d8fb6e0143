import { formatMonth, monthAfter, monthOf } from '../../src/domain/dates/index.ts';
import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import { ButtonLink, EmptyState, Icon } from '../ui/index.ts';
import { CalendarList } from './CalendarList.tsx';
import { CalendarTable } from './CalendarTable.tsx';
import type { CalendarProps } from './calendar-days.ts';
import { CalendarFilters } from './InterviewFilters.tsx';
import { RegisterHead } from './RegisterHead.tsx';
import { RegisterKeys } from './RegisterKeys.tsx';
import { calendarAddress, interviewsAddress, isFiltered } from './register-list.ts';

/** The month's name, and the way to the months beside it. */
const Months = (props: CalendarProps) => {
  const { shell, month, now } = props;
  const t = shell.t.interviews.calendar;
  const [before, after] = [monthAfter(month, -1), monthAfter(month, 1)];
  return (
    <div class="cal-head">
      <h2 id="cal-month">{formatMonth(month)}</h2>
      <nav class="actions" aria-label={t.months}>
        {before !== null && (
          <a
            class="button"
            rel="prev"
            href={calendarAddress(props, before)}
            aria-label={t.previous(formatMonth(before))}
          >
            <Icon name="back" />
          </a>
        )}
        {monthOf(now) !== month && (
          <ButtonLink href={calendarAddress(props, monthOf(now))}>{t.thisMonth}</ButtonLink>
        )}
        {after !== null && (
          <a
            class="button"
            rel="next"
            href={calendarAddress(props, after)}
            aria-label={t.next(formatMonth(after))}
          >
            <Icon name="arrow" />
          </a>
        )}
      </nav>
    </div>
  );
};

/** What the month counts, and what it cannot show. */
const Counts = (props: CalendarProps) => {
  const { shell, base, counts, undated } = props;
  const t = shell.t.interviews.calendar;
  const clear = { page: undefined, from: undefined, to: undefined };
  return (
    <ul class="register-progress">
      {props.days.length > 0 && (
        <li>
          <span role="status">{t.counts(counts)}</span>
        </li>
      )}
      {undated > 0 && (
        <li>
          <a class="calendar-link" href={interviewsAddress(props, { ...clear, dated: 'no' })}>
            {t.undated(undated)}
          </a>
        </li>
      )}
      <li>
        <a class="calendar-link" href={`${base}/interviews/planned.ics`} download>
          {t.download}
        </a>
      </li>
    </ul>
  );
};

const Empty = (props: CalendarProps) => {
  const { shell, month, query, before, after } = props;
  const t = shell.t.interviews.calendar;
  return (
    <EmptyState
      level={3}
      title={t.none(formatMonth(month))}
      action={
        before === null && after === null ? undefined : (
          <>
            {before !== null && (
              <ButtonLink href={calendarAddress(props, before)}>
                {t.lastBefore(formatMonth(before))}
              </ButtonLink>
            )}
            {after !== null && (
              <ButtonLink href={calendarAddress(props, after)}>
                {t.nextAfter(formatMonth(after))}
              </ButtonLink>
            )}
          </>
        )
      }
    >
      {isFiltered(query) ? t.noneFits : t.noneStep}
    </EmptyState>
  );
};

/** A month of interviews by day: a table where there is room for one, a list of days on a phone. */
export const CalendarPage = (props: CalendarProps) => {
  const { shell, base, month, withdrawn } = props;
  const t = shell.t.interviews.calendar;
  const projectId = shell.project?.id ?? 0;
  return (
    <Shell shell={shell} title={t.title(formatMonth(month))} current="interviews" variant="wide">
      <RegisterHead {...{ ...props, shell, base }} current="calendar" />
      <CalendarFilters {...props} />
      <div id="list" data-calendar>
        <Months {...props} />
        <Counts {...props} />
        {props.days.length === 0 && <Empty {...props} />}
        <CalendarTable {...props} />
        <CalendarList {...props} />
        <LeftOut t={shell.t} projectId={projectId} n={withdrawn} />
      </div>
      <RegisterKeys t={shell.t} />
    </Shell>
  );
};
