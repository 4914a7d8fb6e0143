import { WithdrawnNotice } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { typedList, typedText, type Errors, type Typed } from '../typed.ts';
import {
  Breadcrumbs,
  Button,
  Checkbox,
  ErrorSummary,
  PageHeader,
  TextArea,
  TextInput,
} from '../ui/index.ts';

interface Name {
  words: string;
  count: number;
}

interface Props {
  shell: ShellProps;
  projectId: number;
  source: { id: number; name: string; textSha256: string; isWithdrawn: boolean };
  offered: { identities: readonly Name[]; capitalised: readonly Name[] };
  typed: Typed;
  errors: Errors;
}

/** Words to choose that are to go; none is called a name by the program. */
export const RedactPage = (props: Props) => {
  const { shell, projectId, source, offered, typed, errors } = props;
  const t = shell.t.versions.redact;
  const base = `/projects/${projectId}/sources`;
  const chosen = new Set(typedList(typed, 'word'));
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
      <ErrorSummary
        title={shell.t.shell.errorSummary(Object.keys(errors).length)}
        errors={Object.values(errors).map((message) => ({ href: '#field-more', message }))}
      />
      <form class="form redact" method="post" action={`${base}/${source.id}/redact`}>
        <input type="hidden" name="sha256" value={source.textSha256} />
        <Names
          {...{ t, chosen }}
          from="person"
          label={t.identities}
          note={t.identitiesNote}
          names={offered.identities}
        />
        <Names
          {...{ t, chosen }}
          from="word"
          label={t.capitalised}
          note={t.capitalisedNote}
          names={offered.capitalised}
        />
        <TextArea
          name="more"
          label={t.more}
          hint={t.moreHint}
          optional={shell.t.shell.optional}
          value={typedText(typed, 'more')}
          error={errors['words']}
          rows={3}
        />
        <TextInput
          name="as"
          label={t.as}
          hint={t.asHint}
          value={typedText(typed, 'as') || '[name]'}
          maxlength={100}
        />
        <Checkbox
          name="any"
          label={t.anyCase}
          hint={t.anyCaseHint}
          checked={typedText(typed, 'any') === 'on'}
        />
        <div class="actions">
          <Button kind="primary" name="do" value="preview">
            {t.preview}
          </Button>
          <a href={`${base}/${source.id}`}>{t.back}</a>
        </div>
      </form>
    </Shell>
  );
};

const Names = (props: {
  t: ShellProps['t']['versions']['redact'];
  /** Tells the boxes of one list from those of the other. */
  from: string;
  label: string;
  note: string;
  names: readonly Name[];
  chosen: ReadonlySet<string>;
}) => {
  const { t, from, label, note, names, chosen } = props;
  return (
    <fieldset class="redact-names">
      <legend class="field-label">{label}</legend>
      <p class="soft small">{names.length === 0 ? t.none : note}</p>
      <div class="redact-list">
        {names.map(({ words, count }, n) => (
          <Checkbox
            id={`field-${from}-${n}`}
            name="word"
            value={words}
            checked={chosen.has(words)}
            label={
              <>
                {words} <span class="soft small">{t.times(count)}</span>
              </>
            }
          />
        ))}
      </div>
    </fieldset>
  );
};
