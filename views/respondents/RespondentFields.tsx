import type { Messages } from '../messages/index.ts';
import { typedText, type Errors, type Typed } from '../typed.ts';
import { RadioGroup, Select, TextInput } from '../ui/index.ts';

export interface VariableShape {
  id: number;
  name: string;
  type: 'text' | 'number' | 'date' | 'boolean' | 'list';
  options: readonly string[];
}

/** Names to choose from while typing; anything else may be typed too. */
export const NameList = ({ id, names }: { id: string; names: readonly { name: string }[] }) => (
  <datalist id={id}>
    {names.map(({ name }) => (
      <option value={name} />
    ))}
  </datalist>
);

/** The form fields for what is known of a respondent; group and region take known names and new ones. */
export const RespondentFields = (props: {
  t: Messages;
  typed: Typed;
  errors: Errors;
  groups: readonly { name: string }[];
  regions: readonly { name: string }[];
  variables: readonly VariableShape[];
}) => {
  const { t, typed, errors } = props;
  const f = t.respondents.fields;
  const field = (name: string, label: string) => ({
    name,
    label,
    value: typedText(typed, name),
    error: errors[name],
  });
  return (
    <>
      <div class="form-row">
        <TextInput
          {...field('group', f.group)}
          list="groups"
          hint={f.chooseOrType}
          autocomplete="off"
        />
        <TextInput
          {...field('region', f.region)}
          list="regions"
          hint={f.chooseOrType}
          autocomplete="off"
        />
      </div>
      <NameList id="groups" names={props.groups} />
      <NameList id="regions" names={props.regions} />
      <div class="form-row">
        <TextInput {...field('role', f.role)} />
        <TextInput {...field('organisation', f.organisation)} />
      </div>
      <div class="form-row">
        <RadioGroup
          name="kind"
          label={f.kind}
          value={typedText(typed, 'kind') || 'person'}
          error={errors['kind']}
          options={[
            { value: 'person', label: f.person },
            { value: 'group', label: f.groupOfPeople },
          ]}
        />
        <TextInput
          {...field('head_count', f.headCount)}
          value={typedText(typed, 'head_count') || '1'}
          hint={f.headCountHint}
          type="number"
          min={1}
          max={9999}
          inputmode="numeric"
        />
      </div>
      {props.variables.length > 0 && (
        <fieldset class="choices form">
          <legend class="field-label">{f.variables}</legend>
          {props.variables.map((variable) => (
            <VariableField t={t} variable={variable} typed={typed} errors={errors} />
          ))}
        </fieldset>
      )}
    </>
  );
};

/** One variable's field: a choice where there are labels, else a line. */
export const VariableField = ({
  t,
  variable,
  typed,
  errors,
}: {
  t: Messages;
  variable: VariableShape;
  typed: Typed;
  errors: Errors;
}) => {
  const f = t.respondents.fields;
  const name = `value-${variable.id}`;
  const value = typedText(typed, name);
  const common = { name, label: variable.name, error: errors[name], value };
  const labels = variable.type === 'boolean' ? ['yes', 'no'] : variable.options;
  if (variable.type !== 'boolean' && variable.type !== 'list')
    return <TextInput {...common} hint={f.type[variable.type] || undefined} />;
  const choices = labels.map((label) => ({
    value: label,
    label: variable.type === 'boolean' ? f[label === 'yes' ? 'yes' : 'no'] : label,
  }));
  // What was typed stays even where the list no longer has it.
  const extra = value !== '' && !labels.includes(value) ? [{ value, label: value }] : [];
  return <Select {...common} empty={f.unknown} options={[...choices, ...extra]} />;
};
