import { classes } from './attributes.ts';
import type { Content, Extra } from './attributes.ts';
import { fieldAids, FieldError, FieldHint, fieldId } from './Field.tsx';

export type CheckboxProps = Extra & {
  name: string;
  label: Content;
  value?: string | number | undefined;
  checked?: boolean | undefined;
  hint?: Content;
  error?: Content;
  disabled?: boolean | undefined;
  required?: boolean | undefined;
  form?: string | undefined;
};

/** Yes or no, the box before its words. */
export const Checkbox = ({
  name,
  label,
  value = 'on',
  hint,
  error,
  id,
  class: extra,
  ...rest
}: CheckboxProps) => {
  const aids = fieldAids({ name, label, hint, error, id });
  return (
    <div class={classes('choice', extra)}>
      <input type="checkbox" name={name} value={String(value)} {...aids} {...rest} />
      <label class="choice-text" for={aids.id}>
        {label}
      </label>
      {hint != null && <FieldHint id={aids.id}>{hint}</FieldHint>}
      {error != null && <FieldError id={aids.id}>{error}</FieldError>}
    </div>
  );
};

export type Choice = {
  value: string | number;
  label: Content;
  hint?: Content;
  disabled?: boolean | undefined;
  /** `soft` for an answer that is the absence of one (not asked, not reached). */
  tone?: 'accent' | 'soft' | undefined;
  /** Attributes of this one input, for instance `hx-post`. */
  attributes?: Extra | undefined;
};

export type RadioGroupProps = Extra & {
  name: string;
  label: Content;
  hideLabel?: boolean | undefined;
  options: Choice[];
  value?: string | number | undefined;
  hint?: Content;
  error?: Content;
  disabled?: boolean | undefined;
  /** `segmented` looks like one control; `list` puts each choice on a line, with its hint. */
  look?: 'segmented' | 'list' | undefined;
};

const Segment = ({
  id,
  name,
  option,
  checked,
}: {
  id: string;
  name: string;
  option: Choice;
  checked: boolean;
}) => (
  <label class={classes('segmented-option', option.tone === 'soft' && 'tone-soft')}>
    <input
      type="radio"
      id={id}
      name={name}
      value={String(option.value)}
      checked={checked}
      disabled={option.disabled}
      {...option.attributes}
    />
    <span>{option.label}</span>
  </label>
);

const Line = ({
  id,
  name,
  option,
  checked,
}: {
  id: string;
  name: string;
  option: Choice;
  checked: boolean;
}) => (
  <div class="choice">
    <input
      type="radio"
      id={id}
      name={name}
      value={String(option.value)}
      checked={checked}
      disabled={option.disabled}
      aria-describedby={option.hint == null ? undefined : `${id}-hint`}
      {...option.attributes}
    />
    <label class="choice-text" for={id}>
      {option.label}
    </label>
    {option.hint != null && <FieldHint id={id}>{option.hint}</FieldHint>}
  </div>
);

/** One of a few, as plain radio inputs: arrow keys move, the form sends it without script. */
export const RadioGroup = (props: RadioGroupProps) => {
  const {
    name,
    label,
    hideLabel,
    options,
    value,
    hint,
    error,
    look = 'segmented',
    id,
    class: extra,
    ...rest
  } = props;
  const aids = fieldAids({ name, label, hint, error, id: id ?? fieldId(name) });
  const Item = look === 'segmented' ? Segment : Line;
  // The first input carries the group's id, so that an error summary's link lands on it.
  const inputId = (index: number) => (index === 0 ? aids.id : `${aids.id}-${String(index + 1)}`);
  return (
    <fieldset
      class={classes('choices', extra)}
      aria-describedby={aids['aria-describedby']}
      {...rest}
    >
      <legend class={classes('field-label', hideLabel === true && 'visually-hidden')}>
        {label}
      </legend>
      {hint != null && <FieldHint id={aids.id}>{hint}</FieldHint>}
      <div class={look === 'segmented' ? 'segmented' : 'choices-list'}>
        {options.map((option, index) => (
          <Item
            id={inputId(index)}
            name={name}
            option={option}
            checked={value !== undefined && String(option.value) === String(value)}
          />
        ))}
      </div>
      {error != null && <FieldError id={aids.id}>{error}</FieldError>}
    </fieldset>
  );
};
