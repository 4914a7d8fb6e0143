import { Button, Checkbox, Disclosure, Select, TextInput } from '../ui/index.ts';
import { sortText, USUAL, USUAL_COLUMNS, type Named, type RegisterProps } from './register-list.ts';

/** Search and filters of the register; with script the list follows as one types. */
export const InterviewFilters = (props: RegisterProps) => {
  const t = props.shell.t.interviews;
  const { base, query } = props;
  const named = (names: Named) => names.map(({ id, name }) => ({ value: id, label: name }));
  const words = (of: Record<string, string>) =>
    Object.entries(of).map(([value, label]) => ({ value, label }));
  return (
    <form
      class="register-filters"
      method="get"
      role="search"
      action={`${base}/interviews`}
      hx-get={`${base}/interviews`}
      hx-trigger="input delay:300ms, submit"
      hx-target="#list"
      hx-select="#list"
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
        name="group"
        label={t.columns.group}
        empty={t.any.group}
        value={query.group}
        options={named(props.groups)}
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
      <TextInput type="date" name="from" label={t.from} value={query.from} />
      <TextInput type="date" name="to" label={t.to} value={query.to} />
      {sortText(query.sort) !== USUAL && (
        <input type="hidden" name="sort" value={sortText(query.sort)} />
      )}
      <Button>{t.apply}</Button>
      <Columns {...props} />
    </form>
  );
};

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
