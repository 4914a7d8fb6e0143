import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import {
  Breadcrumbs,
  Button,
  DataTable,
  Notice,
  PageHeader,
  TextArea,
  TextInput,
} from '../ui/index.ts';
import { codebookHref, type Errors } from './types.ts';

export interface PreviewView {
  created: number;
  changed: number;
  unchanged: number;
  errors: readonly string[];
  warnings: readonly string[];
  rows: readonly {
    path: readonly string[];
    line: number | null;
    fate: 'new' | 'changed' | 'unchanged';
  }[];
}

export type ImportPageProps = {
  shell: ShellProps;
  projectId: number;
  text: string;
  errors: Errors;
  preview: PreviewView | null;
};

/** Rows and errors shown; the sentence above counts all of them. */
const SHOWN = 200;

/** A table is chosen, looked at, then imported. */
export const ImportPage = (props: ImportPageProps) => {
  const { shell, projectId, preview } = props;
  const t = shell.t.codebook;
  const isReady = preview !== null && preview.errors.length === 0;
  return (
    <Shell shell={shell} title={t.import.title} current="codebook">
      <Breadcrumbs
        label={t.breadcrumbs}
        items={[{ href: codebookHref(projectId), label: t.title }]}
      />
      <PageHeader title={t.import.title} lead={t.import.lead} />
      {preview !== null && <Outcome {...props} preview={preview} />}
      {!isReady && <Choose {...props} />}
    </Shell>
  );
};

const Choose = ({ shell, projectId, text, errors }: ImportPageProps) => {
  const t = shell.t.codebook;
  return (
    <form
      class="form"
      method="post"
      action={codebookHref(projectId, '/import')}
      enctype="multipart/form-data"
    >
      <TextInput
        name="file"
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        label={t.import.file}
        hint={t.import.fileHint}
        error={errors['file']}
      />
      <TextArea
        name="text"
        label={t.import.text}
        hint={t.import.columns}
        value={text}
        rows={6}
        spellcheck={false}
      />
      <div class="actions">
        <Button kind="primary">{t.import.read}</Button>
      </div>
    </form>
  );
};

const Outcome = ({
  shell,
  projectId,
  text,
  preview,
}: ImportPageProps & { preview: PreviewView }) => {
  const t = shell.t.codebook;
  if (preview.errors.length > 0)
    return (
      <div class="error-summary" role="alert" id="errors" tabindex={-1}>
        <h2>{t.import.errors(preview.errors.length)}</h2>
        <ul>
          {preview.errors.slice(0, SHOWN).map((error) => (
            <li>{error}</li>
          ))}
        </ul>
        {preview.errors.length > SHOWN && (
          <p>{t.import.moreErrors(preview.errors.length - SHOWN)}</p>
        )}
      </div>
    );
  const isNew = preview.created + preview.changed > 0;
  // What changes stands first: it is what one looks for before agreeing.
  const order = { changed: 0, new: 1, unchanged: 2 };
  const rows = [...preview.rows].sort((a, b) => order[a.fate] - order[b.fate]);
  return (
    <section aria-labelledby="preview" class="import-preview">
      <h2 id="preview">{t.import.preview}</h2>
      <p class="lead">{isNew ? t.import.summary(preview) : t.import.nothing}</p>
      {preview.warnings.length > 0 && (
        <Notice>
          <ul>
            {preview.warnings.map((warning) => (
              <li>{warning}</li>
            ))}
          </ul>
        </Notice>
      )}
      <form method="post" action={codebookHref(projectId, '/import')} class="actions">
        {/* Sent along, so that nothing has to be kept between looking and importing. */}
        <textarea name="text" hidden>{`\n${text}`}</textarea>
        <input type="hidden" name="confirm" value="yes" />
        {isNew && <Button kind="primary">{t.import.save}</Button>}
        <a href={codebookHref(projectId, '/import')}>{t.import.again}</a>
      </form>
      <DataTable
        caption={t.import.preview}
        label={t.import.preview}
        hideCaption
        columns={[
          {
            key: 'code',
            label: t.import.code,
            cell: (row) => row.path.join(' › '),
            rowHeader: true,
          },
          { key: 'fate', label: t.import.fate, cell: (row) => t.import.fates[row.fate] },
          { key: 'line', label: t.import.line, cell: (row) => row.line ?? '', numeric: true },
        ]}
        rows={rows.slice(0, SHOWN)}
        note={rows.length > SHOWN ? t.import.more(rows.length - SHOWN) : undefined}
      />
    </section>
  );
};
