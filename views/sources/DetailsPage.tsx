import { WithdrawnNotice } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  ErrorSummary,
  PageHeader,
  Select,
  TextInput,
  fieldId,
} from '../ui/index.ts';
import { SourceFacts, type FactsProps } from './SourceFacts.tsx';
import { SourceValues } from './SourceValues.tsx';
import type { VariableShape } from '../respondents/RespondentFields.tsx';
import { interviewOption, type InterviewChoice } from './SourceFilters.tsx';
import { TextActions } from './TextActions.tsx';

/** Of a word processor, which may hold comments and tracked changes. */
const isDocument = (type: string | null): boolean =>
  /wordprocessingml|opendocument/u.test(type ?? '');

type Typed = Readonly<Record<string, string | string[]>>;

export interface DetailsPageProps {
  shell: ShellProps;
  projectId: number;
  source: FactsProps['source'] & {
    name: string;
    kind: string;
    interviewId: number | null;
    language: string;
    originalType: string | null;
    revision: number;
  };
  codings: number;
  segments: number;
  /** Codings that wait for a look. */
  waiting: number;
  interviews: readonly InterviewChoice[];
  speakers: number;
  /** On the source itself. */
  memos: number;
  variables: readonly VariableShape[];
  values: ReadonlyMap<number, string>;
  typed?: Typed | undefined;
  errors?: Readonly<Record<string, string>> | undefined;
}

/** A source apart from its words: what it is called, whose it is, where it came from. */
export const DetailsPage = (props: DetailsPageProps) => {
  const { shell, projectId, source, errors = {} } = props;
  const t = shell.t.sources;
  const base = `/projects/${projectId}/sources`;
  const here = `${base}/${source.id}`;
  return (
    <Shell shell={shell} title={source.name} current="sources">
      <Breadcrumbs label={t.title} items={[{ href: base, label: t.title }]} />
      <PageHeader
        title={source.name}
        actions={
          <ButtonLink href={here} kind="primary">
            {t.details.open}
          </ButtonLink>
        }
      />
      {source.isWithdrawn && <WithdrawnNotice t={shell.t} />}
      <ErrorSummary
        title={shell.t.shell.errorSummary(Object.keys(errors).length)}
        errors={Object.entries(errors).map(([field, message]) => ({
          href: `#${fieldId(field)}`,
          message,
        }))}
      />
      <div class="split split-even">
        <div>
          <DetailsForm {...props} action={`${here}/details`} />
          <SourceValues {...props} t={shell.t} base={base} />
          <section class="source-section speakers" aria-labelledby="structure">
            <h2 id="structure">{t.details.structure}</h2>
            <p>
              {t.details.structureLead(props.speakers)}{' '}
              <a href={`${here}/structure`}>{t.details.structureLink}</a>
            </p>
          </section>
        </div>
        <div>
          <SourceFacts
            t={t.details}
            here={here}
            source={source}
            codings={props.codings}
            segments={props.segments}
          />
          <TextActions
            t={shell.t.versions}
            here={here}
            version={source.version}
            waiting={props.waiting}
            memos={props.memos}
            isDocument={isDocument(source.originalType)}
          />
          <form class="source-remove" method="post" action={`${here}/delete`}>
            <p class="soft">{t.details.removeNote}</p>
            <Button kind="danger">{t.details.remove}</Button>
          </form>
        </div>
      </div>
    </Shell>
  );
};

const DetailsForm = (props: DetailsPageProps & { action: string }) => {
  const { shell, source, interviews, action, errors = {} } = props;
  const t = shell.t.sources;
  const typed = (name: string, saved: string | number | null): string =>
    String(props.typed?.[name] ?? saved ?? '');
  return (
    <section class="source-section" aria-labelledby="name-and-kind">
      <h2 id="name-and-kind">{t.details.form}</h2>
      <form class="form" method="post" action={action}>
        <input type="hidden" name="revision" value={String(source.revision)} />
        <TextInput
          name="name"
          label={t.details.name}
          value={typed('name', source.name)}
          error={errors['name']}
          maxlength={200}
          required
        />
        <Select
          name="kind"
          label={t.details.kind}
          value={typed('kind', source.kind)}
          options={Object.entries(t.kinds).map(([value, label]) => ({ value, label }))}
          error={errors['kind']}
        />
        <Select
          name="interview"
          label={t.details.interview}
          value={typed('interview', source.interviewId)}
          empty={t.details.noInterview}
          options={interviews.map(interviewOption)}
          error={errors['interview']}
        />
        <TextInput
          name="language"
          label={t.details.language}
          hint={t.details.languageHint}
          optional={shell.t.shell.optional}
          value={typed('language', source.language)}
          error={errors['language']}
          maxlength={50}
        />
        <Button kind="primary">{t.details.save}</Button>
      </form>
    </section>
  );
};
