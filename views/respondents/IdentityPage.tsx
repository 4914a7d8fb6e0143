import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Breadcrumbs, Button, PageHeader, TextArea, TextInput } from '../ui/index.ts';
import { typedText, type Errors, type Typed } from '../typed.ts';

/** Who a respondent is: the only page of the program with a name on it. */
export const IdentityPage = (props: {
  shell: ShellProps;
  base: string;
  id: number;
  reference: string;
  typed: Typed;
  errors: Errors;
}) => {
  const { shell, base, id, reference, typed, errors } = props;
  const t = shell.t.respondents.identity;
  const field = (name: string) => ({ name, value: typedText(typed, name), error: errors[name] });
  return (
    <Shell shell={shell} title={t.title(reference)} current="respondents">
      <Breadcrumbs
        label={shell.t.respondents.title}
        items={[
          { href: `${base}/respondents`, label: shell.t.respondents.title },
          { href: `${base}/respondents/${id}`, label: reference },
        ]}
      />
      <PageHeader title={t.title(reference)} lead={t.lead} />
      <form class="form" method="post" action={`${base}/respondents/${id}/identity`}>
        <TextInput {...field('name')} label={t.name} autocomplete="off" />
        <TextArea {...field('contact')} label={t.contact} rows={2} />
        <TextArea {...field('note')} label={t.remark} rows={2} />
        <div class="actions">
          <Button kind="primary">{shell.t.respondents.save}</Button>
          <a href={`${base}/respondents/${id}`}>{t.back(reference)}</a>
        </div>
      </form>
    </Shell>
  );
};
