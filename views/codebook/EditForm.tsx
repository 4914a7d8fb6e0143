import type { Messages } from '../messages/index.ts';
import { Button, ErrorSummary, fieldId } from '../ui/index.ts';
import { CodeFields } from './Fields.tsx';
import type { CodeFormView, Errors } from './types.ts';

/** The code as somebody else left it, when what was typed began from an older version. */
export type Stale = { theirs: CodeFormView };

const COMPARED = [
  'name',
  'definition',
  'use_when',
  'not_when',
  'example',
  'colour',
  'key',
] as const;

/** Name, rule, colour and key of a code; after a stale save both versions beside each other. */
export const EditForm = (props: {
  t: Messages['codebook'];
  shell: Messages['shell'];
  exampleHint: string;
  action: string;
  values: CodeFormView;
  errors: Errors;
  stale: Stale | null;
}) => {
  const { t, values, errors, stale } = props;
  const wrong = Object.entries(errors).filter(([, message]) => message !== '');
  return (
    <form class="form" method="post" action={props.action}>
      {stale === null ? (
        <ErrorSummary
          title={props.shell.errorSummary(wrong.length)}
          errors={wrong.map(([field, message]) => ({
            href: `#${fieldId(field === '' ? 'name' : field)}`,
            message,
          }))}
        />
      ) : (
        <BothVersions t={t} yours={values} theirs={stale.theirs} />
      )}
      <input type="hidden" name="revision" value={values.revision} />
      <CodeFields
        t={t}
        exampleHint={props.exampleHint}
        optional={props.shell.optional}
        values={values}
        errors={errors}
      />
      <div class="actions">
        <Button kind="primary">{t.save}</Button>
      </div>
    </form>
  );
};

const BothVersions = ({
  t,
  yours,
  theirs,
}: {
  t: Messages['codebook'];
  yours: CodeFormView;
  theirs: CodeFormView;
}) => {
  const labels = {
    name: t.name,
    definition: t.definition,
    use_when: t.useWhen,
    not_when: t.notWhen,
    example: t.example,
    colour: t.colour,
    key: t.key,
  };
  const differing = COMPARED.filter((field) => yours[field] !== theirs[field]);
  const shown = (text: string) => (text === '' ? <span class="soft">{t.stale.none}</span> : text);
  return (
    <div class="notice" role="alert" id="both-versions">
      <h3>{t.stale.title}</h3>
      <p>{t.stale.text}</p>
      {differing.map((field) => (
        <div class="both-versions">
          <h4>{labels[field]}</h4>
          <dl>
            <div>
              <dt>{t.stale.yours}</dt>
              <dd dir="auto">{shown(yours[field])}</dd>
            </div>
            <div>
              <dt>{t.stale.theirs}</dt>
              <dd dir="auto">{shown(theirs[field])}</dd>
            </div>
          </dl>
        </div>
      ))}
    </div>
  );
};
