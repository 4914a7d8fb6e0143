import { NameList } from '../respondents/RespondentFields.tsx';
import { typedText } from '../typed.ts';
import { Button, Checkbox, Disclosure, Notice, Select, TextInput } from '../ui/index.ts';
import { interviewsAddress, type RegisterProps } from './register-list.ts';

/** Changes the same facts of the interviews ticked in the table, or of all that are found. */
export const BulkForm = (props: RegisterProps) => {
  const { shell, base, typed, errors, total, rows, guides } = props;
  const t = shell.t.interviews;
  const field = (name: string, label: string) => ({
    name,
    label,
    id: `bulk-${name}`,
    value: typedText(typed, name),
    error: errors[name],
  });
  const words = (of: Record<string, string>) =>
    Object.entries(of)
      .filter(([value]) => value !== '')
      .map(([value, label]) => ({ value, label }));
  const choice = (name: string, label: string, of: Record<string, string>) => (
    <Select {...field(name, label)} empty={t.bulk.keep} options={words(of)} />
  );
  const { yes, no } = t.form.quoting;
  const query = interviewsAddress(props).split('?')[1] ?? '';
  return (
    <Disclosure summary={t.bulk.title} open={Object.keys(errors).length > 0} class="bulk">
      <form id="bulk" method="post" action={`${base}/interviews/bulk`}>
        <input type="hidden" name="query" value={query} />
        <p class="soft">{t.bulk.lead}</p>
        {errors[''] !== undefined && (
          <div role="alert">
            <Notice>{errors['']}</Notice>
          </div>
        )}
        <div class="bulk-fields">
          {choice('status', t.columns.status, t.statuses)}
          {choice('consent', t.form.consent, t.consents)}
          {choice('mode', t.form.mode, t.modes)}
          {choice('may_quote', t.form.mayQuote, { yes, no })}
          <TextInput {...field('location', t.form.location)} list="bulk-locations" />
          <TextInput {...field('interviewers', t.form.interviewers)} list="bulk-interviewers" />
          <TextInput {...field('language', t.form.language)} />
          {guides.length > 1 && (
            <Select
              {...field('guide', t.bulk.guide)}
              empty={t.bulk.keep}
              options={guides.map(({ id, version, name }) => ({
                value: id,
                label: t.bulk.guideVersion(version, name),
              }))}
            />
          )}
        </div>
        <NameList id="bulk-locations" names={props.locations.map((name) => ({ name }))} />
        <NameList id="bulk-interviewers" names={props.interviewers} />
        {total > rows.length && (
          <Checkbox
            name="all"
            value="found"
            label={t.bulk.all(total)}
            checked={typedText(typed, 'all') === 'found'}
          />
        )}
        <Button>{t.bulk.save}</Button>{' '}
        <span class="soft" role="status" data-picked={t.bulk.chosen} />
      </form>
    </Disclosure>
  );
};
