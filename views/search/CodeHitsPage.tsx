import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import type { Messages } from '../messages/index.ts';
import { Button, Notice, PageHeader, RadioGroup, TextInput, Waiting } from '../ui/index.ts';
import type { CodingForm, Offers } from './coding.ts';
import { Offered } from './Offered.tsx';

type Props = {
  shell: ShellProps;
  projectId: number;
  /** The results. */
  back: string;
  form: CodingForm;
  /** null before a code is chosen. */
  offers: Offers | null;
  errors: Readonly<Record<string, string>>;
};

/** Codes everything that a search finds: first what with, then a look at each passage, then all at once. */
export const CodeHitsPage = ({ shell, projectId, back, form, offers, errors }: Props) => {
  const t = shell.t.search;
  const action = `/projects/${projectId}/search/code`;
  return (
    <Shell shell={shell} title={t.coding.title} current="search">
      <PageHeader title={t.coding.title} lead={t.coding.lead(form.says)} />
      <p>
        <a href={back}>{t.coding.back}</a>
      </p>
      {errors[''] !== undefined && (
        <div role="alert">
          <Notice>{errors['']}</Notice>
        </div>
      )}
      <Chooser t={t} action={action} form={form} error={errors['code']} />
      {offers !== null && (
        <Offered
          t={t}
          action={action}
          hidden={{ search: form.search, code: offers.code, mark: form.mark }}
          offers={offers}
          none={t.coding.none}
        />
      )}
      {offers !== null && <LeftOut t={shell.t} projectId={projectId} n={offers.withdrawn} />}
    </Shell>
  );
};

type T = Messages['search'];

const Chooser = (props: { t: T; action: string; form: CodingForm; error: string | undefined }) => {
  const { t, action, form, error } = props;
  return (
    <form class="search-form" method="get" action={action} data-waits>
      <input type="hidden" name="search" value={form.search} />
      <TextInput
        {...{
          name: 'code',
          label: t.coding.code,
          hint: t.coding.codeHint,
          value: form.code,
          error,
        }}
        list="codes"
        autocomplete="off"
        autofocus={form.code === '' || error !== undefined}
      />
      <datalist id="codes">
        {form.codes.map((path) => (
          <option value={path} />
        ))}
      </datalist>
      <RadioGroup
        name="mark"
        label={t.coding.mark}
        value={form.mark}
        options={Object.entries(t.coding.marks).map(([value, label]) => ({ value, label }))}
      />
      <div class="row">
        <Button>{t.coding.preview}</Button>
        <Waiting label={t.form.waiting} />
      </div>
    </form>
  );
};
