import { formatDate } from '../../src/domain/dates/index.ts';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { NameList } from '../respondents/RespondentFields.tsx';
import { typedText, type Errors, type Typed } from '../typed.ts';
import {
  Breadcrumbs,
  Button,
  Disclosure,
  ErrorSummary,
  fieldId,
  Notice,
  PageHeader,
  RadioGroup,
  Select,
  TextInput,
} from '../ui/index.ts';
import { InterviewAside } from './InterviewAside.tsx';
import { InterviewHead, type InterviewShown } from './InterviewHead.tsx';
import { PeopleFields, type RespondentChoice } from './PeopleFields.tsx';

interface Props {
  shell: ShellProps;
  base: string;
  typed: Typed;
  errors: Errors;
  choices: readonly RespondentChoice[];
  groups: readonly { name: string }[];
  regions: readonly { name: string }[];
  interviewers: readonly { name: string }[];
  locations: readonly string[];
  /** Other interviews with the same respondents, for a follow-up to choose from. */
  others: readonly { id: number; reference: string; date: string | null }[];
  mayName: boolean;
  /** The interview that is changed; null for a new one. */
  edited: {
    interview: InterviewShown & { stamp: string };
    questions: readonly unknown[];
    asked: number;
    sources: readonly { id: number; name: string; kind: 'transcript' | 'notes' | 'document' }[];
  } | null;
}

const Basics = ({ shell, typed, errors, interviewers, locations }: Props) => {
  const { t } = shell;
  const f = t.interviews.form;
  const field = (name: string, label: string) => ({
    name,
    label,
    value: typedText(typed, name),
    error: errors[name],
  });
  const words = (of: Record<string, string>) =>
    Object.entries(of).map(([value, label]) => ({ value, label }));
  return (
    <>
      <div class="form-row">
        <TextInput {...field('date', f.date)} type="date" />
        <TextInput
          {...field('end_date', f.endDate)}
          type="date"
          hint={f.endDateHint}
          optional={t.shell.optional}
        />
      </div>
      <div class="form-row">
        <TextInput {...field('location', f.location)} list="locations" autocomplete="off" />
        <TextInput
          {...field('interviewers', f.interviewers)}
          hint={f.interviewersHint}
          list="interviewers"
          autocomplete="off"
        />
      </div>
      <NameList id="locations" names={locations.map((name) => ({ name }))} />
      <NameList id="interviewers" names={interviewers} />
      <RadioGroup
        name="mode"
        label={f.mode}
        value={typedText(typed, 'mode')}
        error={errors['mode']}
        options={words(t.interviews.modes).filter(({ value }) => value !== '')}
      />
    </>
  );
};

const More = ({ shell, typed, errors, others, edited }: Props) => {
  const { t } = shell;
  const f = t.interviews.form;
  const field = (name: string, label: string) => ({
    name,
    label,
    value: typedText(typed, name),
    error: errors[name],
  });
  const words = (of: Record<string, string>) =>
    Object.entries(of).map(([value, label]) => ({ value, label }));
  return (
    <>
      <div class="form-row">
        <Select
          {...field('kind', t.interviews.columns.kind)}
          empty={f.kindByRespondents}
          options={words(t.interviews.kinds)}
        />
        <Select
          {...field('status', f.status)}
          empty={f.statusByDate}
          options={words(t.interviews.statuses)}
        />
      </div>
      <div class="form-row">
        <Select {...field('consent', f.consent)} options={words(t.interviews.consents)} />
        <TextInput {...field('language', f.language)} optional={t.shell.optional} />
      </div>
      <RadioGroup
        name="may_quote"
        label={f.mayQuote}
        value={typedText(typed, 'may_quote')}
        error={errors['may_quote']}
        options={words(f.quoting)}
      />
      <TextInput
        {...field('quote_as', f.quoteAs)}
        hint={f.quoteAsHint}
        optional={t.shell.optional}
        autocomplete="off"
      />
      {others.length > 0 && (
        <Select
          {...field('follows', f.follows)}
          hint={f.followsHint}
          empty={f.followsFirst}
          options={[
            ...others.map(({ id, reference, date }) => ({
              value: id,
              label: date === null ? reference : `${reference} · ${formatDate(date)}`,
            })),
            { value: 'none', label: f.followsNone },
          ]}
        />
      )}
      <TextInput
        {...field('reference', f.reference)}
        hint={edited === null ? f.referenceHint : undefined}
        optional={edited === null ? t.shell.optional : undefined}
      />
    </>
  );
};

const MORE = [
  'kind',
  'status',
  'consent',
  'language',
  'may_quote',
  'quote_as',
  'follows',
  'reference',
];

/** What few need is open where something is wrong with it, and for a follow-up, whose interview is chosen there. */
const isMore = ({ typed, errors }: Props): boolean =>
  MORE.some((name) => errors[name] !== undefined) || typedText(typed, 'follows') !== '';

const Form = (props: Props) => {
  const { shell, base, errors, edited } = props;
  const { t } = shell;
  const f = t.interviews.form;
  const list = `${base}/interviews`;
  const action = edited === null ? list : `${list}/${edited.interview.id}/facts`;
  const summary = Object.entries(errors).filter(([name]) => name !== '');
  return (
    <form class="form" method="post" action={action}>
      {edited !== null && <input type="hidden" name="stamp" value={edited.interview.stamp} />}
      {errors[''] !== undefined && (
        <div role="alert">
          <Notice>
            <p>{errors['']}</p>
            {edited !== null && <p>{f.stands}</p>}
          </Notice>
        </div>
      )}
      {summary.length > 1 && (
        <ErrorSummary
          title={t.shell.errorSummary(summary.length)}
          errors={summary.map(([name, message]) => ({ href: `#${fieldId(name)}`, message }))}
        />
      )}
      {/* The first button of a form is the one that Enter presses: it must not be "another respondent". */}
      <button class="visually-hidden" tabindex={-1} aria-hidden="true">
        {edited === null ? f.create : f.save}
      </button>
      {edited === null ? (
        <>
          <PeopleFields {...props} t={t} />
          <Basics {...props} />
          <Disclosure summary={f.more} open={isMore(props)}>
            <div class="form">
              <More {...props} />
            </div>
          </Disclosure>
        </>
      ) : (
        <>
          <Basics {...props} />
          <PeopleFields {...props} t={t} />
          <More {...props} />
        </>
      )}
      <div class="actions">
        <Button kind="primary">{edited === null ? f.create : f.save}</Button>
        {edited !== null && (
          <Button kind="danger" formaction={`${list}/${edited.interview.id}/remove`}>
            {f.remove}
          </Button>
        )}
      </div>
    </form>
  );
};

/** One short form for a new interview; the same for changing the facts about one. */
export const InterviewFormPage = (props: Props) => {
  const { shell, base, edited } = props;
  const t = shell.t.interviews;
  if (edited === null)
    return (
      <Shell shell={shell} title={t.form.newTitle} current="interviews">
        <Breadcrumbs label={t.title} items={[{ href: `${base}/interviews`, label: t.title }]} />
        <PageHeader title={t.form.newTitle} lead={t.form.newLead} />
        <Form {...props} />
      </Shell>
    );
  return (
    <Shell shell={shell} title={t.form.editTitle(edited.interview.reference)} current="interviews">
      <div class="notes notes-beside">
        <div>
          <InterviewHead shell={shell} base={base} {...edited} current="facts" />
          <Form {...props} />
        </div>
        <InterviewAside shell={shell} base={base} {...edited} />
      </div>
    </Shell>
  );
};
