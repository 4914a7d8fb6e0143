import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import {
  Button,
  ButtonLink,
  Checkbox,
  ErrorSummary,
  fieldId,
  PageHeader,
  RadioGroup,
  TextArea,
  TextInput,
} from '../ui/index.ts';

/** The settings as a form holds them. */
export interface SettingsValues {
  name: string;
  description: string;
  date_order: string;
  min_cell: string;
  counts_debriefs: boolean;
  revision: string;
}

export const SettingsPage = ({
  shell,
  values,
  errors,
}: {
  shell: ShellProps;
  values: SettingsValues;
  errors: Readonly<Record<string, string>>;
}) => {
  const t = shell.t.projects;
  const s = t.settings;
  const project = shell.project;
  return (
    <Shell shell={shell} title={s.title} current="overview">
      <PageHeader
        title={s.title}
        lead={s.lead}
        actions={
          <ButtonLink href={`/projects/${project?.id}/respondents/groups`}>
            {shell.t.respondents.classify}
          </ButtonLink>
        }
      />
      <ErrorSummary
        title={shell.t.shell.errorSummary(Object.keys(errors).length)}
        errors={Object.entries(errors).map(([field, message]) => ({
          href: `#${fieldId(field === '' ? 'name' : field)}`,
          message,
        }))}
      />
      <form class="narrow-form" method="post" action={`/projects/${project?.id}/settings`}>
        <input type="hidden" name="revision" value={values.revision} />
        <TextInput name="name" label={t.name} value={values.name} error={errors['name']} required />
        <TextArea
          name="description"
          label={t.description}
          optional={shell.t.shell.optional}
          value={values.description}
          error={errors['description']}
        />
        <RadioGroup
          name="date_order"
          label={s.dateOrder}
          value={values.date_order}
          options={[
            { value: 'day', label: s.dateOrders.day },
            { value: 'month', label: s.dateOrders.month },
          ]}
          error={errors['date_order']}
        />
        <TextInput
          name="min_cell"
          type="number"
          min={0}
          max={100}
          label={s.minCell}
          hint={s.minCellHint}
          value={values.min_cell}
          error={errors['min_cell']}
        />
        <Checkbox
          name="counts_debriefs"
          label={s.countsDebriefs}
          hint={s.countsDebriefsHint}
          checked={values.counts_debriefs}
        />
        <div class="actions">
          <Button kind="primary">{s.save}</Button>
        </div>
      </form>
    </Shell>
  );
};
