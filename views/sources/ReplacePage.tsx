import { WithdrawnNotice } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import type { Errors } from '../typed.ts';
import {
  Badge,
  Breadcrumbs,
  Button,
  CodeSwatch,
  ErrorSummary,
  PageHeader,
  SectionHeader,
  TextArea,
  TextInput,
  fieldId,
} from '../ui/index.ts';

interface Words {
  before: string;
  match: string;
  after: string;
}

interface Foreseen {
  state: 'kept' | 'changed' | 'lost';
  codeId: number;
  was: Words;
  now: Words | null;
}

interface Props {
  shell: ShellProps;
  projectId: number;
  source: { id: number; name: string; textSha256: string; isWithdrawn: boolean };
  /** What replacing would do; null before a preview. */
  foreseen: { kept: number; changed: number; lost: number; codings: readonly Foreseen[] } | null;
  text: string;
  /** The file that was previewed and waits to be taken. */
  waiting?: { name: string; sha256: string; notices: readonly string[] } | undefined;
  paths: ReadonlyMap<number, { path: readonly string[]; colour: number }>;
  errors: Errors;
}

/** Codings listed of each kind. */
const LISTED = 200;

/** Another text in the place of a source's, with what would become of each coding. */
export const ReplacePage = (props: Props) => {
  const { shell, projectId, source, foreseen, text, waiting, errors } = props;
  const t = shell.t.versions.replace;
  const base = `/projects/${projectId}/sources`;
  const here = `${base}/${source.id}`;
  return (
    <Shell shell={shell} title={t.title} current="sources">
      <Breadcrumbs
        label={shell.t.sources.title}
        items={[
          { href: base, label: shell.t.sources.title },
          { href: here, label: source.name },
        ]}
      />
      <PageHeader title={t.title} lead={t.lead(source.name)} />
      {source.isWithdrawn && <WithdrawnNotice t={shell.t} />}
      <ErrorSummary
        title={shell.t.shell.errorSummary(Object.keys(errors).length)}
        errors={Object.entries(errors).map(([field, message]) => ({
          href: `#${fieldId(field === 'file' ? 'file' : 'text')}`,
          message,
        }))}
      />
      {foreseen !== null && <Preview {...props} foreseen={foreseen} />}
      <form
        class="form correct"
        method="post"
        action={`${here}/replace/upload`}
        enctype="multipart/form-data"
      >
        <input type="hidden" name="sha256" value={source.textSha256} />
        {waiting && <WaitingFile t={t} {...waiting} />}
        <TextInput
          name="file"
          type="file"
          label={waiting ? t.otherFile : t.file}
          hint={t.fileHint}
          error={errors['file']}
        />
        <TextArea
          name="text"
          label={t.text}
          hint={t.textHint}
          value={text}
          error={errors['text'] ?? errors['']}
          rows={10}
          serif
        />
        <div class="actions">
          <Button name="do" value="preview" kind={foreseen === null ? 'primary' : 'plain'}>
            {t.preview}
          </Button>
          <Button name="do" value="replace" kind={foreseen === null ? 'plain' : 'primary'}>
            {t.submit}
          </Button>
          <a href={here}>{shell.t.versions.correct.back}</a>
        </div>
      </form>
    </Shell>
  );
};

/** Which file was previewed: it is the one that is taken, unless another or a text is given. */
const WaitingFile = ({
  t,
  name,
  sha256,
  notices,
}: NonNullable<Props['waiting']> & { t: Props['shell']['t']['versions']['replace'] }) => (
  <div class="replace-waiting">
    <input type="hidden" name="waiting" value={sha256} />
    <input type="hidden" name="waitingName" value={name} />
    <p class="file-name">{t.waiting(name)}</p>
    {notices.map((notice) => (
      <p class="soft">{notice}</p>
    ))}
  </div>
);

const Preview = ({
  shell,
  foreseen,
  paths,
}: Props & { foreseen: NonNullable<Props['foreseen']> }) => {
  const t = shell.t.versions.replace;
  return (
    <section aria-labelledby="foreseen">
      <SectionHeader title={t.foreseen} id="foreseen" />
      <p>{t.foreseenLead(foreseen)}</p>
      {(['lost', 'changed', 'kept'] as const).map((state) => {
        const own = foreseen.codings.filter((coding) => coding.state === state);
        return own.length === 0 ? null : (
          <details class="disclosure" open={state !== 'kept'}>
            <summary>{t.states[state](own.length)}</summary>
            <ul class="look-list">
              {own.slice(0, LISTED).map((coding) => (
                <Line shell={shell} coding={coding} paths={paths} />
              ))}
            </ul>
            {own.length > LISTED && <p class="soft">{t.more(own.length - LISTED)}</p>}
          </details>
        );
      })}
    </section>
  );
};

const Line = ({ shell, coding, paths }: Pick<Props, 'shell' | 'paths'> & { coding: Foreseen }) => {
  const look = shell.t.versions.look;
  const { path = [], colour = 1 } = paths.get(coding.codeId) ?? {};
  return (
    <li class="look-entry">
      <p class="look-head">
        <CodeSwatch name={path.at(-1) ?? ''} path={path.slice(0, -1)} colour={colour} />{' '}
        {coding.state === 'lost' && <Badge tone="bad">{look.states.lost}</Badge>}
      </p>
      <div class="look-sides">
        <Side title={look.was} words={coding.was} />
        {coding.state === 'changed' && coding.now !== null && (
          <Side title={look.now} words={coding.now} />
        )}
      </div>
    </li>
  );
};

const Side = ({ title, words }: { title: string; words: Words }) => (
  <div class="look-side">
    <h3 class="version-label">{title}</h3>
    <p class="look-words" dir="auto">
      {words.before}
      <mark>{words.match}</mark>
      {words.after}
    </p>
  </div>
);
