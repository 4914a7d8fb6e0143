import { formatDate } from '../../src/domain/dates/index.ts';
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
  TextArea,
  TextInput,
} from '../ui/index.ts';

interface Source {
  id: number;
  name: string;
  fate: 'goes' | 'blacked out' | 'stays';
}

interface Interview {
  id: number;
  reference: string;
  date: string | null;
  others: readonly string[];
  sources: readonly Source[];
}

interface Props {
  shell: ShellProps;
  base: string;
  plan: {
    id: number;
    reference: string;
    interviews: readonly Interview[];
    sources: readonly Source[];
  };
  typed: Typed;
  errors: Errors;
}

const SourceList = ({
  shell,
  base,
  sources,
}: Pick<Props, 'shell' | 'base'> & { sources: readonly Source[] }) => {
  const t = shell.t.respondents.erase;
  return (
    <ul>
      {sources.map((source) => (
        <li>
          <a href={`${base}/sources/${source.id}`}>{source.name}</a>: {t.fates[source.fate]}
        </li>
      ))}
    </ul>
  );
};

const heading = ({ reference, date }: Interview): string =>
  date === null ? reference : `${reference}, ${formatDate(date, null, { month: 'short' })}`;

/** What goes for good: said in full before anything is done. */
const Goes = (props: Props) => {
  const { shell, base, plan } = props;
  const t = shell.t.respondents.erase;
  const alone = plan.interviews.filter(({ others }) => others.length === 0);
  return (
    <section aria-labelledby="goes">
      <SectionHeader title={t.goes} id="goes" />
      <ul class="facts-list">
        <li>{t.goesFacts}</li>
        {alone.map((interview) => (
          <li>
            <a href={`${base}/interviews/${interview.id}`}>{heading(interview)}</a>: {t.goesNotes}
            <SourceList {...props} sources={interview.sources} />
          </li>
        ))}
        {plan.sources.length > 0 && (
          <li>
            {t.goesElsewhere}
            <SourceList {...props} sources={plan.sources} />
          </li>
        )}
        <li>{t.goesTraces}</li>
      </ul>
    </section>
  );
};

const Stays = ({ shell, plan }: Props) => {
  const t = shell.t.respondents.erase;
  return (
    <section aria-labelledby="stays">
      <SectionHeader title={t.stays} id="stays" />
      <ul class="facts-list">
        <li>{t.staysCounts(plan.reference)}</li>
        <li>{t.staysCodes}</li>
        <li>{t.staysElsewhere}</li>
        <li>{t.staysBackups}</li>
      </ul>
    </section>
  );
};

/** Interviews with others: their words are not to go with the respondent's unless someone decides so. */
const Joint = (props: Props & { interviews: readonly Interview[] }) => {
  const { shell, plan, typed, interviews } = props;
  const t = shell.t.respondents.erase;
  return (
    <section aria-labelledby="joint">
      <SectionHeader title={t.joint} id="joint" />
      <p>{t.jointLead(plan.reference)}</p>
      {interviews.map((interview) => (
        <div class="joint">
          <RadioGroup
            name={`joint-${interview.id}`}
            label={t.jointWith(heading(interview), interview.others.join(', '))}
            look="list"
            value={typedText(typed, `joint-${interview.id}`) || 'blackout'}
            options={[
              { value: 'blackout', label: t.blackOut(plan.reference), hint: t.blackOutHint },
              { value: 'whole', label: t.whole, hint: t.wholeHint(interview.others.join(', ')) },
            ]}
          />
          <SourceList {...props} sources={interview.sources} />
        </div>
      ))}
    </section>
  );
};

/** The one act of the program that asks beforehand, since nothing brings it back. */
export const ErasePage = (props: Props) => {
  const { shell, base, plan, typed, errors } = props;
  const t = shell.t.respondents.erase;
  const joint = plan.interviews.filter(({ others }) => others.length > 0);
  return (
    <Shell shell={shell} title={t.title(plan.reference)} current="respondents">
      <Breadcrumbs
        label={shell.t.respondents.title}
        items={[
          { href: `${base}/respondents`, label: shell.t.respondents.title },
          { href: `${base}/respondents/${plan.id}`, label: plan.reference },
        ]}
      />
      <PageHeader title={t.title(plan.reference)} lead={t.lead} />
      {errors[''] !== undefined && (
        <div role="alert">
          <Notice>{errors['']}</Notice>
        </div>
      )}
      <div class="halves">
        <Goes {...props} />
        <Stays {...props} />
      </div>
      <form class="form" method="post" action={`${base}/respondents/${plan.id}/erase`}>
        {joint.length > 0 && <Joint {...props} interviews={joint} />}
        <TextArea
          name="words"
          label={t.words}
          hint={t.wordsHint}
          optional={shell.t.shell.optional}
          rows={2}
          value={typedText(typed, 'words')}
          error={errors['words']}
        />
        <TextInput
          name="confirmed"
          label={t.confirm(plan.reference)}
          autocomplete="off"
          value={typedText(typed, 'confirmed')}
          error={errors['confirmed']}
        />
        <div class="actions">
          <Button kind="danger">{t.submit(plan.reference)}</Button>
          <a href={`${base}/respondents/${plan.id}`}>{t.back}</a>
        </div>
      </form>
    </Shell>
  );
};
