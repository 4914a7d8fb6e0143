import type { Content } from '../ui/index.ts';
import { Button, Checkbox, Disclosure, Select, TextInput } from '../ui/index.ts';
import {
  narrowing,
  sortText,
  USUAL,
  USUAL_COLUMNS,
  type FilterProps,
  type Named,
  type RegisterProps,
} from './register-list.ts';

const named = (names: Named) => names.map(({ id, name }) => ({ value: id, label: name }));
const words = (of: Record<string, string>) =>
  Object.entries(of).map(([value, label]) => ({ value, label }));

/** Search and the filters used most stand open, all others behind one line; with script what is found follows as one types. */
const Filters = (
  props: FilterProps & { action: string; isCalendar?: boolean; children?: Content },
) => {
  const { shell, query, action, children } = props;
  const t = shell.t.interviews;
  return (
    <form
      class="register-filters"
      method="get"
      role="search"
      action={action}
      hx-get={action}
      hx-trigger="input delay:300ms, submit"
      hx-target="#list"
      hx-select="#list"
      hx-select-oob="#more-filters,#register-tabs"
      hx-swap="outerHTML"
      hx-sync="this:replace"
    >
      <TextInput
        type="search"
        name="q"
        label={t.searchLabel}
        placeholder={t.search}
        value={query.q}
        data-page-key="/"
      />
      <Select
        name="status"
        label={t.columns.status}
        empty={t.any.status}
        value={query.status}
        options={words(t.statuses)}
      />
      <Select
        name="group"
        label={t.columns.group}
        empty={t.any.group}
        value={query.group}
        options={named(props.groups)}
      />
      <Button>{t.apply}</Button>
      <MoreFilters {...props} />
      {children}
    </form>
  );
};

/** Filters that stand open, and those that a calendar has no use for. */
const OPEN: readonly string[] = ['q', 'status', 'group'];
const DAYS: readonly string[] = ['from', 'to', 'dated'];

/** How many of the filters that are folded away are set. */
const folded = ({ query }: FilterProps, isCalendar: boolean): number =>
  Object.entries(narrowing(query)).filter(
    ([name, value]) =>
      value !== undefined && !OPEN.includes(name) && !(isCalendar && DAYS.includes(name)),
  ).length;

const MoreFilters = (props: FilterProps & { isCalendar?: boolean }) => {
  const { shell, query, isCalendar = false } = props;
  const t = shell.t.interviews;
  const set = folded(props, isCalendar);
  return (
    <Disclosure
      class="register-more"
      summary={<span id="more-filters">{t.moreFilters(set)}</span>}
      open={set > 0}
    >
      <div class="register-more-fields">
        <Select
          name="kind"
          label={t.columns.kind}
          empty={t.any.kind}
          value={query.kind}
          options={words(t.kinds)}
        />
        <Select
          name="consent"
          label={t.form.consent}
          empty={t.any.consent}
          value={query.consent}
          options={words({ ...t.consents, kept: t.consentKept })}
        />
        <Select
          name="region"
          label={t.columns.region}
          empty={t.any.region}
          value={query.region}
          options={named(props.regions)}
        />
        <Select
          name="interviewer"
          label={t.columns.interviewers}
          empty={t.any.interviewer}
          value={query.interviewer}
          options={named(props.interviewers)}
        />
        <Select
          name="location"
          label={t.columns.location}
          empty={t.any.location}
          value={query.location}
          options={props.locations.map((name) => ({ value: name, label: name }))}
        />
        {!isCalendar && <Days {...props} />}
      </div>
    </Disclosure>
  );
};

/** The days of the list; the calendar shows a month whatever they are. */
const Days = ({ shell, query }: FilterProps) => {
  const t = shell.t.interviews;
  return (
    <>
      <TextInput type="date" name="from" label={t.from} value={query.from} />
      <TextInput type="date" name="to" label={t.to} value={query.to} />
      <Checkbox name="dated" value="no" label={t.undated} checked={query.dated === 'no'} />
    </>
  );
};

export const InterviewFilters = (props: RegisterProps) => {
  const { base, query } = props;
  return (
    <Filters {...props} action={`${base}/interviews`}>
      {sortText(query.sort) !== USUAL && (
        <input type="hidden" name="sort" value={sortText(query.sort)} />
      )}
      <Columns {...props} />
    </Filters>
  );
};

export const CalendarFilters = (props: FilterProps & { month: string }) => (
  <Filters {...props} action={`${props.base}/interviews/calendar`} isCalendar>
    <input type="hidden" name="month" value={props.month} />
  </Filters>
);

/** Which columns the list shows; the reference always does. */
const Columns = ({ shell, allColumns, query }: RegisterProps) => {
  const t = shell.t.interviews;
  const isUsual = query.columns.join() === USUAL_COLUMNS.join();
  return (
    <Disclosure summary={t.columnsTitle} class="register-columns" open={!isUsual}>
      <input type="hidden" name="cols" value="reference" />
      <div class="column-choices">
        {allColumns
          .filter((key) => key !== 'reference')
          .map((key) => (
            <Checkbox
              name="cols"
              id={`column-${key}`}
              value={key}
              label={t.columns[key]}
              checked={query.columns.includes(key)}
            />
          ))}
      </div>
      <p class="soft small">{t.columnsHint}</p>
    </Disclosure>
  );
};
