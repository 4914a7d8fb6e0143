import { typedText, type Errors } from '../typed.ts';
import { Button, Select, TextInput } from '../ui/index.ts';
import { NameList } from './RespondentFields.tsx';
import { sortText, type RespondentList } from './respondent-list.ts';

type Props = Pick<
  RespondentList,
  'shell' | 'base' | 'query' | 'groups' | 'regions' | 'variables' | 'failed'
>;

/** Sets one thing for everyone ticked above, as one change. */
export const SetForMany = ({ shell, base, query, groups, regions, variables, failed }: Props) => {
  const t = shell.t.respondents;
  const { typed, errors } = failed ?? { typed: {}, errors: {} as Errors };
  const shown = { q: query.q, group: query.group, region: query.region, page: query.page };
  return (
    <form id="set" class="set-many" method="post" action={`${base}/respondents/set`}>
      {Object.entries({ ...shown, sort: sortText(query.sort) }).map(([name, value]) => (
        <input type="hidden" name={name} value={String(value ?? '')} />
      ))}
      <Select
        name="what"
        label={t.set.what}
        value={typedText(typed, 'what') || 'group'}
        error={errors['what']}
        options={[
          { value: 'group', label: t.columns.group },
          { value: 'region', label: t.columns.region },
          ...variables.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
      />
      <TextInput
        name="value"
        label={t.set.value}
        hint={t.set.valueHint}
        list="set-names"
        autocomplete="off"
        value={typedText(typed, 'value')}
        error={errors['value'] ?? errors['']}
      />
      <NameList id="set-names" names={[...groups, ...regions]} />
      <Button>{t.set.submit}</Button>
    </form>
  );
};
