import { Button, Select, TextInput } from '../ui/index.ts';
import { sortText, type RespondentList } from './respondent-list.ts';

type Props = Pick<RespondentList, 'shell' | 'base' | 'query' | 'groups' | 'regions'>;

/** Narrows the list as one types, by its address. */
export const RespondentFilters = (props: Props) => {
  const t = props.shell.t.respondents;
  const { base, query } = props;
  const options = (names: RespondentList['groups']) =>
    names.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <form
      class="register-filters"
      method="get"
      role="search"
      action={`${base}/respondents`}
      hx-get={`${base}/respondents`}
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
      />
      <Select
        name="group"
        label={t.columns.group}
        empty={t.any.group}
        value={query.group}
        options={options(props.groups)}
      />
      <Select
        name="region"
        label={t.columns.region}
        empty={t.any.region}
        value={query.region}
        options={options(props.regions)}
      />
      {sortText(query.sort) !== 'reference' && (
        <input type="hidden" name="sort" value={sortText(query.sort)} />
      )}
      <Button>{t.apply}</Button>
    </form>
  );
};
