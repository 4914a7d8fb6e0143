import type { Messages } from '../messages/index.ts';
import { NameList } from '../respondents/RespondentFields.tsx';
import { typedList, typedText, type Errors, type Typed } from '../typed.ts';
import { Button, Disclosure, Field, fieldAids, Select, TextInput } from '../ui/index.ts';

export interface RespondentChoice {
  id: number;
  reference: string;
  role: string;
  group_name: string | null;
  region_name: string | null;
}

interface Props {
  t: Messages;
  typed: Typed;
  errors: Errors;
  choices: readonly RespondentChoice[];
  groups: readonly { name: string }[];
  regions: readonly { name: string }[];
  /** Whether this person may write down who a new respondent is. */
  mayName: boolean;
}

/** The parts of one new respondent, each a field that comes once per respondent. */
export const NEW_FIELDS = [
  'new_name',
  'new_group',
  'new_region',
  'new_role',
  'new_organisation',
  'new_people',
] as const;

const Known = ({ t, typed, errors, choices }: Props) => {
  const f = t.interviews.form;
  const chosen = typedList(typed, 'respondent');
  const rows = Math.max(1, chosen.length);
  const options = choices.map((r) => ({
    value: r.id,
    label: [r.reference, r.group_name, r.region_name, r.role].filter(Boolean).join(' · '),
  }));
  return (
    <div data-people-lists>
      {Array.from({ length: rows }, (_, i) => (
        <Select
          name="respondent"
          id={i === 0 ? undefined : `field-respondent-${i + 1}`}
          label={f.respondent(rows === 1 ? 1 : i + 1)}
          hideLabel={rows === 1}
          empty={f.choose}
          value={chosen[i] ?? ''}
          options={options}
          error={i === 0 ? errors['respondent'] : undefined}
        />
      ))}
      <div class="actions">
        <Button size="small" kind="quiet" icon="add" name="more" value="respondent">
          {f.another}
        </Button>
      </div>
    </div>
  );
};

/** Takes the place of the lists once script runs; see `src/client/people.ts`. */
const Offered = ({ t, errors }: Props) => {
  const f = t.interviews.form;
  const text = { name: 'people', label: f.respondent(1), error: errors['respondent'] };
  return (
    <div data-people data-words={JSON.stringify(f.browser)} hidden>
      <ul class="chips" data-people-chosen aria-label={f.chosen} />
      <div class="combobox">
        <Field {...text} hideLabel>
          <input
            class="input"
            type="text"
            role="combobox"
            aria-expanded="false"
            aria-controls="people-list"
            aria-autocomplete="list"
            placeholder={f.offer}
            autocomplete="off"
            spellcheck={false}
            maxlength={300}
            {...fieldAids(text)}
          />
        </Field>
        <ul
          class="combobox-list"
          id="people-list"
          role="listbox"
          aria-label={f.respondents}
          hidden
        />
      </div>
    </div>
  );
};

const Someone = ({ t, typed, errors, mayName, n, rows }: Props & { n: number; rows: number }) => {
  const f = t.respondents.fields;
  const field = (name: (typeof NEW_FIELDS)[number], label: string) => ({
    name,
    label,
    id: `field-${name}${n === 0 ? '' : `-${n + 1}`}`,
    value: typedList(typed, name)[n] ?? '',
    error: n === 0 ? errors[name] : undefined,
  });
  return (
    <fieldset class="choices someone">
      <legend class="field-label">{t.interviews.form.newRespondent(rows === 1 ? 1 : n + 1)}</legend>
      {mayName && (
        <TextInput
          {...field('new_name', t.interviews.form.name)}
          hint={t.interviews.form.nameHint}
          autocomplete="off"
        />
      )}
      <div class="form-row">
        <TextInput
          {...field('new_group', f.group)}
          list="groups"
          hint={f.chooseOrType}
          autocomplete="off"
        />
        <TextInput
          {...field('new_region', f.region)}
          list="regions"
          hint={f.chooseOrType}
          autocomplete="off"
        />
      </div>
      <div class="form-row">
        <TextInput {...field('new_role', f.role)} />
        <TextInput {...field('new_organisation', f.organisation)} />
        <TextInput
          {...field('new_people', t.interviews.form.people)}
          hint={t.interviews.form.peopleHint}
          type="number"
          min={1}
          max={9999}
          inputmode="numeric"
        />
      </div>
    </fieldset>
  );
};

/** Who was talked to: respondents the project has, and new ones described in place. Works without script, row by row. */
export const PeopleFields = (props: Props) => {
  const { t, typed, choices } = props;
  const f = t.interviews.form;
  const rows = Math.max(1, ...NEW_FIELDS.map((name) => typedList(typed, name).length));
  const isFilled = NEW_FIELDS.some((name) =>
    typedList(typed, name).some((text) => text.trim() !== ''),
  );
  return (
    <fieldset class="choices people">
      <legend class="field-label">{f.respondents}</legend>
      {choices.length > 0 || props.errors['respondent'] !== undefined ? (
        <>
          <Known {...props} />
          <Offered {...props} />
        </>
      ) : (
        <p class="field-hint">{f.noneKnown}</p>
      )}
      <NameList id="groups" names={props.groups} />
      <NameList id="regions" names={props.regions} />
      <Disclosure
        data-people-new
        summary={f.someoneNew}
        open={choices.length === 0 || isFilled || rows > 1 || typedText(typed, 'more') === 'new'}
      >
        <p class="field-hint">{f.newHint}</p>
        {Array.from({ length: rows }, (_, n) => (
          <Someone {...props} n={n} rows={rows} />
        ))}
        <Button size="small" kind="quiet" icon="add" name="more" value="new">
          {f.anotherNew}
        </Button>
      </Disclosure>
    </fieldset>
  );
};
