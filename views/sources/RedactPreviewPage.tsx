import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import type { Errors } from '../typed.ts';
import {
  Breadcrumbs,
  Button,
  Checkbox,
  ErrorSummary,
  PageHeader,
  SectionHeader,
  TextInput,
} from '../ui/index.ts';

interface Props {
  shell: ShellProps;
  projectId: number;
  source: { id: number; name: string; textSha256: string; originalName: string | null };
  redactions: readonly { words: string; replacement: string }[];
  anyCase: boolean;
  plan: {
    places: readonly { before: string; match: string; after: string; replacement: string }[];
    more: number;
    total: number;
    older: readonly { version: number; places: number }[];
    name: string;
    codings: number;
    memos: number;
    summaries: number;
    searches: readonly string[];
    rules: { now: readonly string[]; past: readonly string[] };
    sharing: readonly string[];
    sharingElsewhere: number;
  };
  errors: Errors;
}

/** Each place that is redacted, and what is done for good: said in full before it is done. */
export const RedactPreviewPage = (props: Props) => {
  const { shell, projectId, source, redactions, anyCase, plan, errors } = props;
  const t = shell.t.versions.redact;
  const base = `/projects/${projectId}/sources`;
  const here = `${base}/${source.id}/redact`;
  return (
    <Shell shell={shell} title={t.previewTitle} current="sources">
      <Breadcrumbs
        label={shell.t.sources.title}
        items={[
          { href: `${base}/${source.id}`, label: source.name },
          { href: here, label: t.title },
        ]}
      />
      <PageHeader title={t.previewTitle} lead={t.previewLead(plan.total, redactions.length)} />
      <ErrorSummary
        title={shell.t.shell.errorSummary(Object.keys(errors).length)}
        errors={Object.entries(errors).map(([field, message]) => ({
          href: field === 'confirmed' ? '#field-confirmed' : '#field-as-0',
          message,
        }))}
      />
      <form class="form redact" method="post" action={here}>
        <input type="hidden" name="sha256" value={source.textSha256} />
        {anyCase && <input type="hidden" name="any" value="on" />}
        <div class="redact-list">
          {redactions.map(({ words, replacement }, n) => (
            <>
              <input type="hidden" name="word" value={words} />
              <TextInput
                name={`as-${n}`}
                label={t.asOf(words)}
                value={replacement}
                maxlength={100}
                error={n === 0 ? errors['words'] : undefined}
              />
            </>
          ))}
        </div>
        <div class="actions">
          <Button name="do" value="preview">
            {t.again}
          </Button>
        </div>
        <Places {...props} />
        <Done {...props} />
        <Checkbox name="confirmed" value="yes" label={t.confirm} error={errors['confirmed']} />
        <div class="actions">
          <Button kind="danger" name="do" value="redact">
            {t.submit}
          </Button>
          <a href={`${base}/${source.id}`}>{t.back}</a>
        </div>
      </form>
    </Shell>
  );
};

const Places = ({ shell, plan }: Props) => {
  const t = shell.t.versions.redact;
  return (
    <section aria-labelledby="places">
      <SectionHeader title={t.places} id="places" />
      <ol class="version-places redact-places">
        {plan.places.map(({ before, match, after, replacement }) => (
          <li dir="auto">
            {before}
            <del>{match}</del>
            <ins>{replacement}</ins>
            {after}
          </li>
        ))}
      </ol>
      {plan.more > 0 && <p class="soft">{t.morePlaces(plan.more)}</p>}
      <ul class="facts-list">
        {plan.older.map(({ version, places }) => (
          <li>{t.older(version, places)}</li>
        ))}
      </ul>
    </section>
  );
};

const Done = ({ shell, source, plan }: Props) => {
  const t = shell.t.versions.redact;
  return (
    <section aria-labelledby="done">
      <SectionHeader title={t.done} id="done" />
      <ul class="facts-list">
        <li>{t.doneTexts}</li>
        <li>{t.doneTraces}</li>
        {source.originalName !== null && (
          <li>
            {plan.sharing.length + plan.sharingElsewhere > 0
              ? t.doneShared(source.originalName, plan.sharing, plan.sharingElsewhere)
              : t.doneOriginal(source.originalName)}
          </li>
        )}
        {plan.name !== source.name && <li>{t.doneName(plan.name)}</li>}
        <li>{t.doneCodings(plan.codings)}</li>
        {plan.memos > 0 && <li>{t.doneMemos(plan.memos)}</li>}
        {plan.summaries > 0 && <li>{t.doneSummaries(plan.summaries)}</li>}
        {plan.searches.length > 0 && <li>{t.doneSearches(plan.searches)}</li>}
        {plan.rules.now.length > 0 && <li>{t.stayRules(plan.rules.now)}</li>}
        {plan.rules.past.length > 0 && <li>{t.stayPastRules(plan.rules.past)}</li>}
        <li>{t.doneUndo}</li>
        <li>{t.doneElsewhere}</li>
      </ul>
    </section>
  );
};
