import { classes } from './attributes.ts';
import type { Content, Extra } from './attributes.ts';
import { Icon } from './Icon.tsx';

/** What every control needs said about it. */
export type FieldText = {
  name: string;
  label: Content;
  /** Keeps the label for screen readers only, where the place already says it. */
  hideLabel?: boolean | undefined;
  hint?: Content;
  /** What is wrong and what to do; stands beside the field, which keeps what was typed. */
  error?: Content;
  /** The word after the label of a field that may stay empty, such as "optional". */
  optional?: string | undefined;
  id?: string | undefined;
};

export type FieldProps = FieldText & { children?: Content; class?: string | undefined };

/** The id under which an error summary links to a field: `field-` and its name. */
export const fieldId = (name: string): string => `field-${name.replace(/[^\w-]+/g, '-')}`;

/** id, aria-describedby and aria-invalid of the control inside a field. */
export const fieldAids = ({ name, id = fieldId(name), hint, error }: FieldText) => {
  const described = [hint != null && `${id}-hint`, error != null && `${id}-error`].filter(Boolean);
  return {
    id,
    ...(described.length > 0 && { 'aria-describedby': described.join(' ') }),
    ...(error != null && { 'aria-invalid': 'true' as const }),
  };
};

export const FieldHint = ({ id, children }: { id: string; children?: Content }) => (
  <span class="field-hint" id={`${id}-hint`}>
    {children}
  </span>
);

export const FieldError = ({ id, children }: { id: string; children?: Content }) => (
  <span class="field-error" id={`${id}-error`}>
    <Icon name="warn" />
    <span>{children}</span>
  </span>
);

/** Label, hint, control and error, in that order; the control is the child and carries `fieldAids`. */
export const Field = ({ children, class: extra, ...text }: FieldProps) => {
  const id = text.id ?? fieldId(text.name);
  return (
    <div class={classes('field', extra)}>
      <label class={classes('field-label', text.hideLabel === true && 'visually-hidden')} for={id}>
        {text.label}
        {text.optional !== undefined && <span class="field-optional"> ({text.optional})</span>}
      </label>
      {text.hint != null && <FieldHint id={id}>{text.hint}</FieldHint>}
      {children}
      {text.error != null && <FieldError id={id}>{text.error}</FieldError>}
    </div>
  );
};

/** Takes the texts of a field out of a control's props, leaving what goes on the control itself. */
export const splitField = <P extends FieldText & Extra>(props: P) => {
  const { name, label, hideLabel, hint, error, optional, id, class: extra, ...control } = props;
  return { text: { name, label, hideLabel, hint, error, optional, id }, extra, control };
};
