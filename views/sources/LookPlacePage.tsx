import { WithdrawnNotice } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { typedText, type Errors, type Typed } from '../typed.ts';
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  ErrorSummary,
  PageHeader,
  RadioGroup,
  TextArea,
  fieldId,
} from '../ui/index.ts';
import type { WaitingRow } from './LookPage.tsx';

interface Props {
  shell: ShellProps;
  projectId: number;
  source: { id: number; name: string; textSha256: string; isWithdrawn: boolean };
  lost: WaitingRow;
  /** Where the words stand, when that is several places. */
  places: readonly { start: number; end: number; before: string; match: string; after: string }[];
  typed: Typed;
  errors: Errors;
}

/** Puts a lost coding on words of the text as it is now. */
export const LookPlacePage = (props: Props) => {
  const { shell, projectId, source, lost, places, typed, errors } = props;
  const t = shell.t.versions.place;
  const look = shell.t.versions.look;
  const base = `/projects/${projectId}/sources`;
  const here = `${base}/${source.id}`;
  const code = lost.path.at(-1) ?? '';
  return (
    <Shell shell={shell} title={t.title(code)} current="sources">
      <Breadcrumbs
        label={shell.t.sources.title}
        items={[
          { href: here, label: source.name },
          { href: `${here}/look`, label: look.title },
        ]}
      />
      <PageHeader
        title={t.title(code)}
        lead={t.lead}
        actions={<ButtonLink href={here}>{t.text}</ButtonLink>}
      />
      {source.isWithdrawn && <WithdrawnNotice t={shell.t} />}
      <ErrorSummary
        title={shell.t.shell.errorSummary(Object.keys(errors).length)}
        errors={Object.entries(errors).map(([field, message]) => ({
          href: `#${fieldId(field === '' ? 'words' : field)}`,
          message,
        }))}
      />
      <div class="look-side">
        <h2 class="version-label">{look.was}</h2>
        <p class="look-words" dir="auto">
          {lost.was.before}
          <mark>{lost.was.match}</mark>
          {lost.was.after}
        </p>
      </div>
      <form class="form" method="post" action={`${here}/lost/${lost.id}`}>
        <input type="hidden" name="sha256" value={source.textSha256} />
        <TextArea
          name="words"
          label={t.words}
          hint={t.wordsHint}
          value={'words' in typed ? typedText(typed, 'words') : lost.was.match}
          error={errors['words'] ?? errors['']}
          rows={4}
          serif
        />
        {places.length > 0 && (
          <RadioGroup
            name="place"
            label={t.choose}
            hint={t.several(places.length)}
            look="list"
            options={places.map(({ start, end, before, match, after }) => ({
              value: `${start}-${end}`,
              label: (
                <span dir="auto">
                  {before}
                  <mark>{match}</mark>
                  {after}
                </span>
              ),
            }))}
          />
        )}
        <div class="actions">
          <Button kind="primary">{places.length > 0 ? t.chosen : t.find}</Button>
        </div>
      </form>
    </Shell>
  );
};
