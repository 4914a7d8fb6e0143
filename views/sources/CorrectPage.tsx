import { WithdrawnNotice } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { typedText, type Errors, type Typed } from '../typed.ts';
import {
  Breadcrumbs,
  Button,
  ErrorSummary,
  Notice,
  PageHeader,
  TextArea,
  fieldId,
} from '../ui/index.ts';
import { TextMark } from './TextMark.tsx';

export interface CorrectPageProps {
  shell: ShellProps;
  projectId: number;
  source: { id: number; name: string; textSha256: string; isWithdrawn: boolean };
  /** What is corrected as it stands now, code units; null when it is no longer in the text. */
  passage: {
    start: number;
    end: number;
    words: string;
    before: string;
    after: string;
    speaker: string | null;
  } | null;
  typed: Typed;
  errors: Errors;
  /** The text is another than the one the form was opened on. */
  isStale: boolean;
}

/** One passage of a text, to write its words as they should be. */
export const CorrectPage = (props: CorrectPageProps) => {
  const { shell, projectId, source, passage, isStale, errors } = props;
  const t = shell.t.versions.correct;
  const base = `/projects/${projectId}/sources`;
  return (
    <Shell shell={shell} title={t.title} current="sources">
      <Breadcrumbs
        label={shell.t.sources.title}
        items={[
          { href: base, label: shell.t.sources.title },
          { href: `${base}/${source.id}`, label: source.name },
        ]}
      />
      <PageHeader title={t.title} lead={t.lead(source.name)} />
      {source.isWithdrawn && <WithdrawnNotice t={shell.t} />}
      {isStale ? (
        <Stale t={t} passage={passage} />
      ) : (
        <ErrorSummary
          title={shell.t.shell.errorSummary(Object.keys(errors).length)}
          errors={Object.entries(errors).map(([field, message]) => ({
            href: `#${fieldId(field)}`,
            message,
          }))}
        />
      )}
      <Form {...props} base={`${base}/${source.id}`} />
    </Shell>
  );
};

const Stale = ({
  t,
  passage,
}: Pick<CorrectPageProps, 'passage'> & { t: ShellProps['t']['versions']['correct'] }) => (
  <div role="alert">
    <Notice>
      <p>
        <strong>{t.staleTitle}.</strong> {passage === null ? t.gone : t.stale}
      </p>
      {passage !== null && (
        <>
          <h2 class="version-label">{t.now}</h2>
          <blockquote class="version-words" dir="auto">
            {passage.words}
          </blockquote>
        </>
      )}
    </Notice>
  </div>
);

const Form = (props: CorrectPageProps & { base: string }) => {
  const { shell, source, passage, typed, errors, base } = props;
  const t = shell.t.versions.correct;
  const place = passage === null ? '' : `?at=${passage.start}-${passage.end}#at`;
  return (
    <form class="form correct" method="post" action={`${base}/correct`}>
      <input type="hidden" name="sha256" value={source.textSha256} />
      <input type="hidden" name="start" value={String(passage?.start ?? 0)} />
      <input type="hidden" name="end" value={String(passage?.end ?? 0)} />
      {passage !== null && (passage.before !== '' || passage.after !== '') && (
        <p class="correct-around" dir="auto">
          <span class="visually-hidden">{t.where}: </span>
          {passage.before !== '' && <>… {passage.before} </>}
          <span class="correct-gap" aria-hidden="true">
            [ ]
          </span>
          {passage.after !== '' && <> {passage.after} …</>}
        </p>
      )}
      <TextArea
        name="text"
        label={passage?.speaker == null ? t.words : `${passage.speaker}: ${t.words}`}
        hint={t.wordsHint}
        value={'text' in typed ? typedText(typed, 'text') : (passage?.words ?? '')}
        error={errors['text'] ?? errors['']}
        rows={8}
        serif
        autofocus
      />
      <div class="actions">
        {passage !== null && <Button kind="primary">{t.save}</Button>}
        <a href={`${base}${place}`}>{t.back}</a>
        <span class="soft small">
          <TextMark sha256={source.textSha256} />
        </span>
      </div>
    </form>
  );
};
