import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Breadcrumbs, Button, PageHeader, TextArea, TextInput } from '../ui/index.ts';
import { typedText, type Errors, type Typed } from '../typed.ts';
import { RespondentFields, type VariableShape } from './RespondentFields.tsx';

interface Props {
  shell: ShellProps;
  base: string;
  typed: Typed;
  errors: Errors;
  groups: readonly { name: string }[];
  regions: readonly { name: string }[];
  variables: readonly VariableShape[];
  maySeeIdentity: boolean;
}

/** The form for a new respondent: facts first, identity apart. */
export const NewRespondentPage = (props: Props) => {
  const { shell, base, typed, errors } = props;
  const t = shell.t.respondents;
  return (
    <Shell shell={shell} title={t.newTitle} current="respondents">
      <Breadcrumbs label={t.title} items={[{ href: `${base}/respondents`, label: t.title }]} />
      <PageHeader title={t.newTitle} lead={t.newLead} />
      <form class="form" method="post" action={`${base}/respondents`}>
        <RespondentFields {...props} t={shell.t} />
        <TextInput
          name="reference"
          label={t.fields.reference}
          hint={t.fields.referenceHint}
          optional={shell.t.shell.optional}
          value={typedText(typed, 'reference')}
          error={errors['reference']}
        />
        {props.maySeeIdentity && (
          <fieldset class="choices form">
            <legend class="field-label">{t.identity.apart}</legend>
            <p class="field-hint">{t.identity.apartHint}</p>
            <TextInput
              name="name"
              label={t.identity.name}
              optional={shell.t.shell.optional}
              autocomplete="off"
              value={typedText(typed, 'name')}
              error={errors['name']}
            />
            <TextArea
              name="contact"
              label={t.identity.contact}
              optional={shell.t.shell.optional}
              rows={2}
              value={typedText(typed, 'contact')}
              error={errors['contact']}
            />
          </fieldset>
        )}
        <div class="actions">
          <Button kind="primary">{t.create}</Button>
        </div>
      </form>
    </Shell>
  );
};
