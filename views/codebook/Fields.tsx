import { PALETTE } from '../../src/domain/colours.ts';
import type { Messages } from '../messages/index.ts';
import {
  Checkbox,
  codeColourClass,
  FieldError,
  FieldHint,
  fieldId,
  TextArea,
  TextInput,
} from '../ui/index.ts';
import type { CodeFormView, Errors } from './types.ts';

type T = Messages['codebook'];

/** The eight colours as radio inputs, each with its name, shape and line; and the code's own when it is none of them. */
export const ColourChoice = ({
  t,
  value,
  error,
}: {
  t: T;
  value: string;
  error?: string | undefined;
}) => {
  const id = fieldId('colour');
  const own = value === '' || (PALETTE as readonly string[]).includes(value) ? null : value;
  return (
    <fieldset class="choices colour-choice with-shapes" aria-describedby={`${id}-hint`}>
      <legend class="field-label">{t.colour}</legend>
      <FieldHint id={id}>{t.colourHint}</FieldHint>
      <div class="colour-list">
        {PALETTE.map((colour, at) => (
          <label class={`colour-option ${codeColourClass(at + 1)}`}>
            <input
              type="radio"
              name="colour"
              value={colour}
              id={at === 0 ? id : undefined}
              checked={colour === value}
            />
            <span class="swatch" aria-hidden="true" />
            <span class="colour-name">{t.colours[at + 1]}</span>
          </label>
        ))}
        {own !== null && (
          <label class="colour-option">
            <input type="radio" name="colour" value={own} checked />
            <span class="colour-name">{t.ownColour(own)}</span>
          </label>
        )}
      </div>
      {error !== undefined && <FieldError id={id}>{error}</FieldError>}
    </fieldset>
  );
};

/** All that a code's form holds, as typed. */
export const CodeFields = ({
  t,
  optional,
  exampleHint,
  values,
  errors,
}: {
  t: T;
  optional: string;
  exampleHint: string;
  values: CodeFormView;
  errors: Errors;
}) => (
  <>
    <TextInput name="name" label={t.name} value={values.name} error={errors['name']} required />
    <TextArea
      name="definition"
      label={t.definition}
      hint={t.definitionHint}
      optional={optional}
      value={values.definition}
      error={errors['definition']}
    />
    <TextArea
      name="use_when"
      label={t.useWhen}
      optional={optional}
      value={values.use_when}
      error={errors['use_when']}
    />
    <TextArea
      name="not_when"
      label={t.notWhen}
      hint={t.notWhenHint}
      optional={optional}
      value={values.not_when}
      error={errors['not_when']}
    />
    <TextArea
      name="example"
      label={t.example}
      hint={exampleHint}
      optional={optional}
      value={values.example}
      error={errors['example']}
    />
    <ColourChoice t={t} value={values.colour} error={errors['colour']} />
    <TextInput
      name="key"
      class="key-field"
      label={t.key}
      hint={t.keyHint}
      optional={optional}
      value={values.key}
      maxlength={1}
      autocomplete="off"
      error={errors['key']}
    />
    <Checkbox
      name="structure"
      label={t.structure}
      hint={t.structureHint}
      checked={values.structure}
    />
  </>
);
