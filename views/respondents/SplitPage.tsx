import { formatDate } from '../../src/domain/dates/index.ts';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { typedList, typedText, type Errors, type Typed } from '../typed.ts';
import {
  Breadcrumbs,
  Button,
  Checkbox,
  EmptyState,
  Notice,
  PageHeader,
  TextInput,
} from '../ui/index.ts';

interface Props {
  shell: ShellProps;
  base: string;
  respondent: { id: number; reference: string };
  interviews: readonly {
    id: number;
    reference: string;
    date: string | null;
    end_date: string | null;
    location: string;
  }[];
  /** References that were merged into this respondent's. */
  aliases: readonly string[];
  typed: Typed;
  errors: Errors;
}

/** One respondent who turned out to be two: which interviews are the other's. */
export const SplitPage = (props: Props) => {
  const { shell, base, respondent, interviews, aliases, typed, errors } = props;
  const t = shell.t.respondents.split;
  const chosen = typedList(typed, 'interview');
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
      {interviews.length < 2 ? (
        <EmptyState title={t.tooFew}>{t.tooFewStep}</EmptyState>
      ) : (
        <form class="form" method="post" action={`${base}/respondents/${respondent.id}/split`}>
          <fieldset class="choices">
            <legend class="field-label">{t.interviews}</legend>
            {interviews.map(({ id, reference, date, end_date, location }) => (
              <Checkbox
                id={`interview-${id}`}
                name="interview"
                value={id}
                checked={chosen.includes(String(id))}
                label={[
                  reference,
                  date === null ? '' : formatDate(date, end_date, { month: 'short' }),
                  location,
                ]
                  .filter((part) => part !== '')
                  .join(', ')}
              />
            ))}
          </fieldset>
          {(errors['interview'] ?? errors['']) !== undefined && (
            <div role="alert">
              <Notice>{errors['interview'] ?? errors['']}</Notice>
            </div>
          )}
          <TextInput
            name="reference"
            label={t.reference}
            hint={aliases.length > 0 ? t.aliases(aliases.join(', ')) : t.referenceHint}
            optional={shell.t.shell.optional}
            autocomplete="off"
            value={typedText(typed, 'reference')}
            error={errors['reference']}
          />
          <div class="actions">
            <Button kind="primary">{t.submit}</Button>
            <a href={`${base}/respondents/${respondent.id}`}>{t.back}</a>
          </div>
        </form>
      )}
    </Shell>
  );
};
