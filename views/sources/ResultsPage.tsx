import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Badge, Breadcrumbs, Button, ButtonLink, PageHeader } from '../ui/index.ts';

export type FileResult =
  | { state: 'refused'; fileName: string; sentence: string }
  | {
      state: 'added' | 'twin';
      fileName: string;
      id: number;
      name: string;
      characters: number;
      segments: number;
      notices: readonly string[];
      /** The letters may be wrong: the encoding was assumed or did not fit. */
      isDoubtful: boolean;
      /** It has comments or tracked changes. */
      hasReview: boolean;
      changeId: number | null;
    };

type Props = { shell: ShellProps; projectId: number; results: readonly FileResult[] };

/** What became of each file: added, known already, or refused with the reason. */
export const ResultsPage = ({ shell, projectId, results }: Props) => {
  const t = shell.t.sources;
  const base = `/projects/${projectId}/sources`;
  const added = results.filter(({ state }) => state === 'added').length;
  return (
    <Shell shell={shell} title={t.results.title} current="sources">
      <Breadcrumbs label={t.title} items={[{ href: base, label: t.title }]} />
      <PageHeader title={t.results.title} lead={t.results.lead(added, results.length)} />
      <ul class="results">
        <ResultLines t={t} projectId={projectId} results={results} />
      </ul>
      <div class="actions">
        <ButtonLink href={base} kind="primary">
          {t.results.toList}
        </ButtonLink>
        <ButtonLink href={`${base}/upload`} icon="add">
          {t.results.more}
        </ButtonLink>
      </div>
    </Shell>
  );
};

type LinesProps = {
  t: ShellProps['t']['sources'];
  projectId: number;
  results: readonly FileResult[];
};

/** A line for each file; also what the page of the form is sent when it sends its files one by one. */
export const ResultLines = ({ t, projectId, results }: LinesProps) => (
  <>
    {results.map((result) => (
      <li class="result" data-outcome={result.state}>
        <OneResult
          t={t}
          base={`/projects/${projectId}/sources`}
          result={result}
          undoAction={`/projects/${projectId}/changes`}
        />
      </li>
    ))}
  </>
);

type OneProps = {
  t: ShellProps['t']['sources'];
  base: string;
  result: FileResult;
  undoAction: string;
};

const OneResult = ({ t, base, result, undoAction }: OneProps) => {
  if (result.state === 'refused')
    return (
      <>
        <Badge tone="bad">{t.results.refused}</Badge>
        <div class="result-text">
          <p>{result.sentence}</p>
        </div>
      </>
    );
  const link = <a href={`${base}/${result.id}`}>{result.name}</a>;
  return (
    <>
      <Badge tone={result.state === 'added' ? 'good' : 'warn'}>{t.results[result.state]}</Badge>
      <div class="result-text">
        <p>
          {result.state === 'twin' && `${result.fileName}: ${t.results.twinOf} `}
          {link}
          {result.state === 'added' && (
            <span class="soft"> {t.results.size(result.characters, result.segments)}</span>
          )}
        </p>
        {result.notices.map((notice) => (
          <p class="soft">{notice}</p>
        ))}
        {result.isDoubtful && result.state === 'added' && (
          <p>
            <a href={`${base}/${result.id}/encoding`}>{t.results.otherEncoding}</a>
          </p>
        )}
        {result.hasReview && result.state === 'added' && (
          <p>
            <a href={`${base}/${result.id}/review`}>{t.results.review}</a>
          </p>
        )}
      </div>
      <div class="actions">
        {result.state === 'twin' ? (
          <form method="post" action={`${base}/${result.id}/again`}>
            <Button size="small">{t.results.again}</Button>
          </form>
        ) : (
          <>
            <ButtonLink size="small" href={`${base}/${result.id}/details`}>
              {t.results.details}
            </ButtonLink>
            {result.changeId !== null && (
              <form method="post" action={`${undoAction}/${result.changeId}/undo`}>
                <Button size="small" icon="undo">
                  {t.results.undo}
                </Button>
              </form>
            )}
          </>
        )}
      </div>
    </>
  );
};
