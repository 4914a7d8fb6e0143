import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { ButtonLink, PageHeader } from '../ui/index.ts';
import { FoundResults } from './FoundResults.tsx';
import { SearchFields } from './SearchFields.tsx';
import type { Choices, Results, SearchForm } from './types.ts';

type Props = {
  shell: ShellProps;
  projectId: number;
  form: SearchForm;
  choices: Choices;
  results: Results;
};

/** Looks for words everywhere in the project, and shows each in its context. */
export const SearchPage = ({ shell, projectId, form, choices, results }: Props) => {
  const t = shell.t.search;
  const title = form.text === '' ? t.title : `${t.title}: ${form.text}`;
  return (
    <Shell shell={shell} title={title} current="search">
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={<ButtonLink href={`/projects/${projectId}/searches`}>{t.saved.link}</ButtonLink>}
      />
      <SearchFields
        t={t}
        action={`/projects/${projectId}/search`}
        {...{ form, choices, results }}
      />
      <FoundResults t={t} base={`/projects/${projectId}`} results={results} />
      {results.state === 'found' && (
        <LeftOut t={shell.t} projectId={projectId} n={results.withdrawn} />
      )}
    </Shell>
  );
};
