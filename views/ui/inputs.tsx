import { classes } from './attributes.ts';
import type { Extra } from './attributes.ts';
import { Field, fieldAids, splitField } from './Field.tsx';
import type { FieldText } from './Field.tsx';

type Common = FieldText &
  Extra & {
    required?: boolean | undefined;
    disabled?: boolean | undefined;
    autofocus?: boolean | undefined;
    autocomplete?: string | undefined;
    form?: string | undefined;
  };

export type TextInputProps = Common & {
  type?:
    | 'text'
    | 'email'
    | 'password'
    | 'search'
    | 'date'
    | 'number'
    | 'url'
    | 'tel'
    | 'file'
    | undefined;
  value?: string | number | undefined;
  placeholder?: string | undefined;
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'search' | undefined;
  min?: string | number | undefined;
  max?: string | number | undefined;
  step?: string | number | undefined;
  minlength?: number | undefined;
  maxlength?: number | undefined;
  pattern?: string | undefined;
  list?: string | undefined;
  accept?: string | undefined;
  multiple?: boolean | undefined;
  readonly?: boolean | undefined;
};

/** One line of text, a date, a number or a file. */
export const TextInput = (props: TextInputProps) => {
  const { text, extra, control } = splitField(props);
  const { type = 'text', ...rest } = control;
  return (
    <Field {...text} class={extra}>
      <input class="input" type={type} name={text.name} {...fieldAids(text)} {...rest} />
    </Field>
  );
};

export type TextAreaProps = Common & {
  value?: string | undefined;
  rows?: number | undefined;
  placeholder?: string | undefined;
  maxlength?: number | undefined;
  readonly?: boolean | undefined;
  spellcheck?: boolean | undefined;
  /** Set in the reading face, for notes and memos. */
  serif?: boolean | undefined;
};

/** Several lines; grows with what is typed. */
export const TextArea = (props: TextAreaProps) => {
  const { text, extra, control } = splitField(props);
  const { value = '', rows = 3, serif, ...rest } = control;
  return (
    <Field {...text} class={extra}>
      {/* The parser drops one line break after the opening tag; this one is meant for it. */}
      <textarea
        class={classes('input', serif === true && 'input-serif')}
        name={text.name}
        rows={rows}
        {...fieldAids(text)}
        {...rest}
      >
        {`\n${value}`}
      </textarea>
    </Field>
  );
};

export type Option = { value: string | number; label: string; disabled?: boolean | undefined };
export type OptionGroup = { label: string; options: Option[] };

export type SelectProps = Common & {
  options: (Option | OptionGroup)[];
  value?: string | number | readonly (string | number)[] | undefined;
  /** The words of the empty choice; without them the first option is taken. */
  empty?: string | undefined;
  multiple?: boolean | undefined;
  size?: number | undefined;
};

/** One of many (or several) from a list. */
export const Select = (props: SelectProps) => {
  const { text, extra, control } = splitField(props);
  const { options, value, empty, ...rest } = control;
  const chosen = new Set((Array.isArray(value) ? value : [value]).map(String));
  const option = (o: Option) => (
    <option value={String(o.value)} selected={chosen.has(String(o.value))} disabled={o.disabled}>
      {o.label}
    </option>
  );
  return (
    <Field {...text} class={extra}>
      <select class="input" name={text.name} {...fieldAids(text)} {...rest}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((o) =>
          'options' in o ? <optgroup label={o.label}>{o.options.map(option)}</optgroup> : option(o),
        )}
      </select>
    </Field>
  );
};
