import { SEPARATORS } from '../../src/domain/codetree/index.ts';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import type { Messages } from '../messages/index.ts';
import {
  Breadcrumbs,
  Button,
  Notice,
  PageHeader,
  RadioGroup,
  TextArea,
  TextInput,
} from '../ui/index.ts';
import { PreviewRows, PreviewSets, type PreviewView } from './Preview.tsx';
import { codebookHref, type Errors } from './types.ts';

export type ImportPageProps = {
  shell: ShellProps;
  projectId: number;
  text: string;
  errors: Errors;
  preview: PreviewView | null;
  /** Codebooks to begin with. */
  starts: readonly { from: string; name: string; source: string }[];
};

/** Errors shown; the sentence above counts all of them. */
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
      {preview === null && <Starts {...props} />}
    </Shell>
  );
};

const Starts = ({ shell, projectId, starts }: ImportPageProps) => {
  const t = shell.t.codebook.starting;
  return (
    <section class="import-starts" aria-labelledby="starts">
      <h2 id="starts">{t.title}</h2>
      <p class="soft">{t.lead}</p>
      <ul>
        {starts.map(({ from, name, source }) => (
          <li>
            <a href={codebookHref(projectId, `/import?from=${from}`)}>{name}</a>
            <p class="small soft">{source}</p>
          </li>
        ))}
      </ul>
    </section>
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
        accept=".csv,.tsv,.txt,.md,.xlsx,.qdc,.qde,.qdpx,text/csv,text/plain"
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

type OutcomeProps = ImportPageProps & { preview: PreviewView };

const Outcome = (props: OutcomeProps) => {
  const { preview, shell, text } = props;
  const t = shell.t.codebook;
  const hasErrors = preview.errors.length > 0;
  const isNew = preview.created + preview.changed + preview.sets > 0;
  return (
    <section aria-labelledby="preview" class="import-preview">
      {hasErrors && <Wrong t={t} errors={preview.errors} />}
      {(!hasErrors || preview.rows.length > 0) && <h2 id="preview">{t.import.preview}</h2>}
      {!hasErrors && <p class="lead">{isNew ? t.import.summary(preview) : t.import.nothing}</p>}
      {preview.warnings.length > 0 && (
        <Notice>
          <ul>
            {preview.warnings.map((warning) => (
              <li>{warning}</li>
            ))}
          </ul>
        </Notice>
      )}
      {preview.separators.some(({ sign }) => sign !== '>') && <Separators {...props} />}
      {!hasErrors && (
        <form method="post" action={codebookHref(props.projectId, '/import')} class="actions">
          <Carried text={text} />
          <input type="hidden" name="separator" value={preview.separator} />
          <input type="hidden" name="confirm" value="yes" />
          {isNew && <Button kind="primary">{t.import.save}</Button>}
          <a href={codebookHref(props.projectId, '/import')}>{t.import.again}</a>
        </form>
      )}
      {preview.rows.length > 0 && <PreviewRows t={t} rows={preview.rows} />}
      {preview.setRows.length > 0 && <PreviewSets t={t} rows={preview.setRows} />}
    </section>
  );
};

/** Sent along, so that nothing has to be kept between looking and importing. */
const Carried = ({ text }: { text: string }) => (
  <textarea name="text" hidden>{`\n${text}`}</textarea>
);

const Wrong = ({ t, errors }: { t: Messages['codebook']; errors: readonly string[] }) => (
  <div class="error-summary" role="alert" id="errors" tabindex={-1}>
    <h2>{t.import.errors(errors.length)}</h2>
    <ul>
      {errors.slice(0, SHOWN).map((error) => (
        <li>{error}</li>
      ))}
    </ul>
    {errors.length > SHOWN && <p>{t.import.moreErrors(errors.length - SHOWN)}</p>}
  </div>
);

/** How the paths were taken apart, and the other ways there are. */
const Separators = ({ shell, projectId, text, preview }: OutcomeProps) => {
  const t = shell.t.codebook;
  const counts = new Map(preview.separators.map(({ sign, paths }) => [sign, paths]));
  return (
    <form method="post" action={codebookHref(projectId, '/import')} class="form import-separator">
      <Carried text={text} />
      <RadioGroup
        name="separator"
        label={t.import.separator}
        hint={t.import.separatorHint}
        value={preview.separator}
        options={SEPARATORS.map((sign) => ({
          value: sign,
          label: t.import.divides(sign, counts.get(sign) ?? 0),
        }))}
        look="list"
      />
      <div class="actions">
        <Button>{t.import.lookAgain}</Button>
      </div>
    </form>
  );
};
