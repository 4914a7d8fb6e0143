import type { Messages } from '../messages/index.ts';
import { typedText, type Errors, type Typed } from '../typed.ts';
import { TextArea, TextInput } from '../ui/index.ts';

/** The form fields of one question. */
export const QuestionFields = ({
  t,
  typed,
  errors,
  sections,
}: {
  t: Messages;
  typed: Typed;
  errors: Errors;
  sections: readonly string[];
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
      <TextInput {...field('for', f.forWhom)} hint={f.forWhomHint} optional={optional} />
    </>
  );
};
