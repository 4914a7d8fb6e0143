import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { typedText, type Errors, type Typed } from '../typed.ts';
import {
  Breadcrumbs,
  Button,
  Notice,
  PageHeader,
  RadioGroup,
  SectionHeader,
  TextInput,
} from '../ui/index.ts';

interface One {
  respondent: {
    id: number;
    reference: string;
    role: string;
    group_name: string | null;
    region_name: string | null;
    revision: number;
  };
  interviews: readonly { id: number; reference: string }[];
}

interface Question {
  fact: 'people' | 'group' | 'region' | 'role' | 'organisation' | 'identity' | number;
  variable: string;
  this: string;
  other: string;
}

interface Props {
  shell: ShellProps;
  base: string;
  respondent: { id: number; reference: string };
  /** The two side by side, once it is said which other one. */
  found: {
    this: One;
    other: One;
    questions: readonly Question[];
    bothHaveIdentity: boolean;
  } | null;
  typed: Typed;
  errors: Errors;
}

const Keep = (props: {
  name: string;
  label: string;
  typed: Typed;
  this: string;
  other: string;
}) => (
  <RadioGroup
    name={`keep-${props.name}`}
    label={props.label}
    look="list"
    value={typedText(props.typed, `keep-${props.name}`) || 'this'}
    options={[
      { value: 'this', label: props.this },
      { value: 'other', label: props.other },
    ]}
  />
);

const Questions = ({ shell, found, typed }: Props & { found: NonNullable<Props['found']> }) => {
  const t = shell.t.respondents.merge;
  const f = shell.t.respondents.fields;
  const [mine, theirs] = [found.this.respondent.reference, found.other.respondent.reference];
  const people = (text: string) =>
    text === '' ? f.person : shell.t.respondents.headCount(Number(text));
  const labels: Record<string, string> = {
    people: f.kind,
    group: f.group,
    region: f.region,
    role: f.role,
    organisation: f.organisation,
  };
  const shown = ({ fact }: Question, text: string) => (fact === 'people' ? people(text) : text);
  return (
    <section aria-labelledby="differ">
      <SectionHeader title={t.differ} id="differ" />
      {found.questions.length === 0 && !found.bothHaveIdentity && <p>{t.noneDiffer}</p>}
      <div class="form">
        {found.questions.map((question) => (
          <Keep
            name={String(question.fact)}
            label={question.variable || (labels[question.fact] ?? '')}
            typed={typed}
            this={t.of(shown(question, question.this), mine)}
            other={t.of(shown(question, question.other), theirs)}
          />
        ))}
        {found.bothHaveIdentity && (
          <Keep
            name="identity"
            label={t.identity}
            typed={typed}
            this={t.identityOf(mine)}
            other={t.identityOf(theirs)}
          />
        )}
      </div>
    </section>
  );
};

const Merge = (props: Props & { found: NonNullable<Props['found']> }) => {
  const { shell, base, respondent, found } = props;
  const t = shell.t.respondents.merge;
  const [mine, theirs] = [found.this, found.other];
  const together = mine.interviews
    .filter(({ id }) => theirs.interviews.some((one) => one.id === id))
    .map(({ reference }) => reference);
  return (
    <form class="stack" method="post" action={`${base}/respondents/${respondent.id}/merge`}>
      <input type="hidden" name="with" value={theirs.respondent.reference} />
      <input type="hidden" name="other" value={theirs.respondent.id} />
      <input type="hidden" name="seen_this" value={mine.respondent.revision} />
      <input type="hidden" name="seen_other" value={theirs.respondent.revision} />
      <ul class="facts-list">
        <li>
          {t.follow(theirs.respondent.reference, theirs.interviews.length, respondent.reference)}
        </li>
        {together.length > 0 && <li>{t.together(together.join(', '))}</li>}
        <li>{t.remembered(theirs.respondent.reference, respondent.reference)}</li>
      </ul>
      <Questions {...props} />
      <div class="actions">
        <Button kind="primary">
          {t.submit(theirs.respondent.reference, respondent.reference)}
        </Button>
        <a href={`${base}/respondents/${respondent.id}/merge`}>{t.another}</a>
      </div>
    </form>
  );
};

/** Two respondents who turned out to be one. */
export const MergePage = (props: Props) => {
  const { shell, base, respondent, found, typed, errors } = props;
  const t = shell.t.respondents.merge;
  return (
    <Shell shell={shell} title={t.title(respondent.reference)} current="respondents">
      <Breadcrumbs
        label={shell.t.respondents.title}
        items={[
          { href: `${base}/respondents`, label: shell.t.respondents.title },
          { href: `${base}/respondents/${respondent.id}`, label: respondent.reference },
        ]}
      />
      <PageHeader title={t.title(respondent.reference)} lead={t.lead(respondent.reference)} />
      {errors[''] !== undefined && (
        <div role="alert">
          <Notice>{errors['']}</Notice>
        </div>
      )}
      {found === null ? (
        <form class="form" method="get" action={`${base}/respondents/${respondent.id}/merge`}>
          <TextInput
            name="with"
            label={t.with}
            hint={t.withHint}
            autocomplete="off"
            value={typedText(typed, 'with')}
            error={errors['with']}
          />
          <Button>{t.look}</Button>
        </form>
      ) : (
        <Merge {...props} found={found} />
      )}
    </Shell>
  );
};
