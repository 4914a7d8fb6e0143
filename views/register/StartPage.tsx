import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  DataTable,
  Disclosure,
  PageHeader,
  TextArea,
  TextInput,
  When,
} from '../ui/index.ts';
import { draftHref, importHref } from './address.ts';

export type StartPageProps = {
  shell: ShellProps;
  projectId: number;
  drafts: readonly { id: number; name: string; kind: 'paste' | 'table'; updatedAt: string }[];
  megabytes: number;
  text: string;
  errors: Readonly<Record<string, string>>;
};

/** A file is chosen or a table pasted; what was begun before stands below. */
export const StartPage = (props: StartPageProps) => {
  const { shell, projectId, megabytes, text, errors } = props;
  const t = shell.t.register.start;
  const base = `/projects/${projectId}`;
  return (
    <Shell shell={shell} title={t.title} current="interviews">
      <Breadcrumbs
        label={shell.t.register.preview.breadcrumbs}
        items={[{ href: `${base}/interviews`, label: shell.t.interviews.title }]}
      />
      <PageHeader title={t.title} lead={t.lead} />
      <form class="form" method="post" action={importHref(projectId)} enctype="multipart/form-data">
        <TextInput
          name="file"
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain"
          label={t.file}
          hint={t.fileHint(megabytes)}
          error={errors['file']}
        />
        <TextArea
          name="text"
          label={t.text}
          hint={t.textHint}
          value={text}
          rows={10}
          spellcheck={false}
          error={errors['text']}
        />
        <div class="actions">
          <Button kind="primary">{t.read}</Button>
        </div>
      </form>
      <Begun {...props} />
      <section class="reg-templates" aria-label={t.guide}>
        <p>{t.templates}</p>
        <div class="actions">
          <ButtonLink href={`${base}/register/template.xlsx`} download>
            {t.xlsx}
          </ButtonLink>
          <ButtonLink href={`${base}/register/template.csv`} download>
            {t.csv}
          </ButtonLink>
        </div>
        <Disclosure summary={t.guide}>
          <ColumnGuide shell={shell} />
        </Disclosure>
      </section>
    </Shell>
  );
};

const Begun = ({ shell, projectId, drafts }: StartPageProps) => {
  const t = shell.t.register.start;
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="begun" class="reg-begun">
      <h2 id="begun">{t.begun}</h2>
      <p class="soft">{t.begunLead}</p>
      <ul class="plain-list">
        {drafts.map(({ id, name, updatedAt }) => (
          <li>
            <a href={draftHref(projectId, id)}>{name === '' ? t.pasted : name}</a>{' '}
            <span class="soft">
              <When at={updatedAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const ColumnGuide = ({ shell }: { shell: ShellProps }) => {
  const { template, columns, start } = shell.t.register;
  return (
    <DataTable
      caption={start.guide}
      label={start.guide}
      hideCaption
      rows={Object.entries(columns).map(([name, said]) => ({ name, ...said }))}
      columns={[
        { key: 'name', label: template.column, rowHeader: true, cell: (row) => row.name },
        { key: 'what', label: template.what, cell: (row) => row.what },
        { key: 'allowed', label: template.allowed, cell: (row) => row.allowed },
        { key: 'example', label: template.example, cell: (row) => row.example },
      ]}
    />
  );
};
