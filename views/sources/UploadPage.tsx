import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import {
  Breadcrumbs,
  Button,
  ErrorSummary,
  PageHeader,
  Select,
  TextArea,
  TextInput,
  Waiting,
  fieldId,
} from '../ui/index.ts';
import { interviewOption, type InterviewChoice } from './SourceFilters.tsx';

type Typed = Readonly<Record<string, string | string[]>>;

export interface UploadPageProps {
  shell: ShellProps;
  projectId: number;
  interviews: readonly InterviewChoice[];
  /** Largest file, in megabytes. */
  megabytes: number;
  typed: Typed;
  errors: Readonly<Record<string, string>>;
}

/** Adds sources: files on one side, pasted text on the other. */
export const UploadPage = (props: UploadPageProps) => {
  const { shell, projectId, errors } = props;
  const t = shell.t.sources;
  const base = `/projects/${projectId}/sources`;
  return (
    <Shell shell={shell} title={t.upload.title} current="sources">
      <Breadcrumbs label={t.title} items={[{ href: base, label: t.title }]} />
      <PageHeader title={t.upload.title} lead={t.upload.lead} />
      <ErrorSummary
        title={shell.t.shell.errorSummary(Object.keys(errors).length)}
        errors={Object.entries(errors).map(([field, message]) => ({
          href: `#${field === '' ? fieldId('files') : fieldId(field)}`,
          message,
        }))}
      />
      <div class="split split-even">
        <FilesForm {...props} action={`${base}/upload`} />
        <PasteForm {...props} action={`${base}/upload`} />
      </div>
      <Sent {...props} />
    </Shell>
  );
};

/** What became of the files that were sent one by one; script fills it. */
const Sent = ({ shell }: UploadPageProps) => {
  const t = shell.t.sources.upload;
  return (
    <section class="upload-sent" aria-labelledby="sent-files" data-upload-results hidden>
      <h2 id="sent-files">{t.sentTitle}</h2>
      <ul class="results" />
      <template data-upload-line>
        <li class="result">
          <span class="soft" data-state>
            {t.waiting}
          </span>
          <div class="result-text">
            <p class="file-name" data-name />
            <progress max={1} value={0} aria-label={t.progress} />
          </div>
        </li>
      </template>
    </section>
  );
};

type FormProps = UploadPageProps & { action: string };

const FilesForm = (props: FormProps) => {
  const { shell, action, megabytes, errors } = props;
  const t = shell.t.sources.upload;
  return (
    <section class="source-section" aria-labelledby="add-files">
      <h2 id="add-files">{t.filesTitle}</h2>
      <form
        class="form upload-files"
        method="post"
        action={action}
        enctype="multipart/form-data"
        data-waits
        data-upload
        data-words={JSON.stringify(t.browser)}
      >
        <TextInput
          name="files"
          type="file"
          label={t.files}
          hint={t.filesHint(megabytes)}
          accept=".txt,.text,.md,.markdown,.docx,.odt,.rtf,.pdf,.html,.htm,.vtt,.srt,text/plain,text/markdown"
          error={errors['files']}
          multiple
          required
        />
        <Belonging {...props} prefix="files" />
        <Reviewing {...props} />
        <div class="actions">
          <Button kind="primary" icon="upload">
            {t.send}
          </Button>
          <Waiting label={t.sending} />
        </div>
      </form>
    </section>
  );
};

/** How comments and tracked changes of documents are taken; after that each can be taken otherwise. */
const Reviewing = ({ shell, typed }: FormProps) => {
  const t = shell.t.sources.upload;
  return (
    <details class="disclosure">
      <summary>{t.review}</summary>
      <Select
        name="tracked"
        label={t.tracked}
        value={String(typed['tracked'] ?? 'accepted')}
        options={[
          { value: 'accepted', label: t.accepted },
          { value: 'rejected', label: t.rejected },
        ]}
      />
      <Select
        name="comments"
        label={t.comments}
        hint={t.commentsHint}
        value={String(typed['comments'] ?? 'leave')}
        options={[
          { value: 'leave', label: t.leave },
          { value: 'memos', label: t.memos },
        ]}
      />
    </details>
  );
};

const PasteForm = (props: FormProps) => {
  const { shell, action, typed, errors } = props;
  const t = shell.t.sources.upload;
  return (
    <section class="source-section" aria-labelledby="add-text">
      <h2 id="add-text">{t.pasteTitle}</h2>
      <form class="form" method="post" action={action} enctype="multipart/form-data" data-waits>
        <TextInput
          name="name"
          label={t.name}
          hint={t.nameHint}
          value={String(typed['name'] ?? '')}
          error={errors['name']}
          maxlength={200}
          required
        />
        <TextArea
          name="text"
          label={t.text}
          hint={t.textHint}
          value={String(typed['text'] ?? '')}
          error={errors['text']}
          rows={8}
          class="paste-text"
          serif
          required
        />
        <Belonging {...props} prefix="text" />
        <div class="actions">
          <Button>{t.paste}</Button>
          <Waiting label={t.sending} />
        </div>
      </form>
    </section>
  );
};

/** Which interview it belongs to, and what it is; in both forms, so the ids need telling apart. */
const Belonging = ({
  shell,
  interviews,
  typed,
  errors,
  prefix,
}: FormProps & { prefix: string }) => {
  const t = shell.t.sources;
  return (
    <>
      <Select
        id={`field-${prefix}-interview`}
        name="interview"
        label={t.upload.interview}
        hint={t.upload.interviewHint}
        value={String(typed['interview'] ?? '')}
        empty={t.upload.noInterview}
        options={interviews.map(interviewOption)}
        error={errors['interview']}
      />
      <Select
        id={`field-${prefix}-kind`}
        name="kind"
        label={t.upload.kind}
        value={String(typed['kind'] ?? '')}
        empty={t.upload.foundKind}
        options={Object.entries(t.kinds).map(([value, label]) => ({ value, label }))}
      />
    </>
  );
};
