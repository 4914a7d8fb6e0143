import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import type { Messages } from '../messages/index.ts';
import { Button, Field, Icon, PageHeader, RadioGroup, Waiting, fieldAids } from '../ui/index.ts';
import { FoundResults } from './FoundResults.tsx';
import type { Results, SearchForm } from './types.ts';

type Props = { shell: ShellProps; projectId: number; form: SearchForm; results: Results };

/** Looks for words everywhere in the project, and shows each in its context. */
export const SearchPage = ({ shell, projectId, form, results }: Props) => {
  const t = shell.t.search;
  const title = form.text === '' ? t.title : `${t.title}: ${form.text}`;
  return (
    <Shell shell={shell} title={title} current="search">
      <PageHeader title={t.title} lead={t.lead} />
      <Form t={t} action={`/projects/${projectId}/search`} form={form} results={results} />
      <FoundResults t={t} results={results} />
      {results.state === 'found' && (
        <LeftOut t={shell.t} projectId={projectId} n={results.withdrawn} />
      )}
    </Shell>
  );
};

type FormProps = { t: Messages['search']; action: string; form: SearchForm; results: Results };

const Form = ({ t, action, form, results }: FormProps) => {
  const error = results.state === 'problem' ? results.sentence : undefined;
  const text = { name: 'q', label: t.form.text, hint: t.form.hint, error };
  return (
    <form class="search-form" method="get" action={action} role="search" data-waits>
      <Field {...text}>
        <div class="search-line">
          <input
            class="input"
            type="search"
            name="q"
            value={form.text}
            dir="auto"
            maxlength={1000}
            autofocus={form.text === '' || error !== undefined}
            {...fieldAids(text)}
          />
          <Button kind="primary" icon="search">
            {t.form.submit}
          </Button>
        </div>
      </Field>
      {form.source === null ? (
        <RadioGroup
          name="in"
          label={t.form.where}
          value={form.where}
          options={Object.entries(t.form.places).map(([value, label]) => ({ value, label }))}
        />
      ) : (
        <p class="row">
          <input type="hidden" name="source" value={String(form.source.id)} />
          <span>{t.form.inSource(form.source.name)}</span>
          <a href={`${action}?q=${encodeURIComponent(form.text)}`}>{t.form.allSources}</a>
        </p>
      )}
      <div class="row">
        <a class="search-help" href="/help/search">
          {t.form.how} <Icon name="arrow" />
        </a>
        <Waiting label={t.form.waiting} />
      </div>
    </form>
  );
};
