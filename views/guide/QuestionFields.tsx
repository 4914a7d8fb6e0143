import type { Messages } from '../messages/index.ts';
import { conditionsIn, type Offered } from '../../src/domain/guide/conditions.ts';
import { typedList, typedText, type Errors, type Typed } from '../typed.ts';
import { Checkbox, Select, TextArea, TextInput } from '../ui/index.ts';

/** Whom the question is for: groups and regions to tick, a variable's value, and anything else in words. */
const ForWhom = ({
  t,
  typed,
  errors,
  offered,
}: {
  t: Messages;
  typed: Typed;
  errors: Errors;
  offered: Offered;
}) => {
  const f = t.guide.fields;
  const ticks = (name: string, label: string, names: readonly string[]) =>
    names.length === 0 ? null : (
      <fieldset class="ticks">
        <legend>{label}</legend>
        {names.map((one, n) => (
          <Checkbox
            id={`${name}-${n}`}
            name={name}
            label={one}
            value={one}
            checked={typedList(typed, name).includes(one)}
          />
        ))}
      </fieldset>
    );
  return (
    <fieldset class="for-whom">
      <legend>{f.forWhom}</legend>
      <p class="soft small">{f.forWhomHint}</p>
      {ticks('for_group', f.forGroups, offered.groups)}
      {ticks('for_region', f.forRegions, offered.regions)}
      {offered.variables.length > 0 && (
        <div class="form-row">
          <Select
            name="for_variable"
            label={f.forVariable}
            empty={f.forNoVariable}
            value={typedText(typed, 'for_variable')}
            options={offered.variables.map((name) => ({ value: name, label: name }))}
          />
          <TextInput
            name="for_value"
            label={f.forValue}
            value={typedText(typed, 'for_value')}
            error={errors['for_value']}
          />
        </div>
      )}
      <TextInput
        name="for"
        label={f.forWords}
        hint={f.forWordsHint}
        value={typedText(typed, 'for')}
        error={errors['for']}
      />
    </fieldset>
  );
};

/** What the fields above show of a question as it stands. */
export const forWhomTyped = (forWhom: string, offered: Offered): Typed => {
  const { groups, regions, variable, value, words } = conditionsIn(forWhom, offered);
  return {
    for_group: groups,
    for_region: regions,
    for_variable: variable,
    for_value: value,
    for: words,
  };
};

/** The form fields of one question. */
export const QuestionFields = ({
  t,
  typed,
  errors,
  sections,
  offered,
}: {
  t: Messages;
  typed: Typed;
  errors: Errors;
  sections: readonly string[];
  /** Names that can be chosen for whom the question is. */
  offered: Offered;
}) => {
  const f = t.guide.fields;
  const optional = t.shell.optional;
  const field = (name: string, label: string) => ({
    name,
    label,
    value: typedText(typed, name),
    error: errors[name],
  });
  return (
    <>
      <TextArea {...field('text', f.text)} rows={2} serif required />
      <div class="form-row">
        <TextInput {...field('number', f.number)} hint={f.numberHint} optional={optional} />
        <TextInput
          {...field('section', f.section)}
          optional={optional}
          list="sections"
          autocomplete="off"
        />
      </div>
      <datalist id="sections">
        {[...new Set(sections)].filter(Boolean).map((section) => (
          <option value={section} />
        ))}
      </datalist>
      <TextArea
        {...field('prompts', f.prompts)}
        hint={f.promptsHint}
        optional={optional}
        rows={2}
      />
      <TextInput {...field('serves', f.serves)} hint={f.servesHint} optional={optional} />
      <ForWhom {...{ t, typed, errors, offered }} />
    </>
  );
};
