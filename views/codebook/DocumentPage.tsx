import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Breadcrumbs, Button, ButtonLink, EmptyState, PageHeader } from '../ui/index.ts';
import { DocumentEntry } from './DocumentEntry.tsx';
import { codebookHref, type CodeView, type ExampleView, type UsageView } from './types.ts';

export type DocumentPageProps = {
  shell: ShellProps;
  projectId: number;
  project: string;
  codes: readonly CodeView[];
  usage: ReadonlyMap<number, UsageView>;
  /** Passages picked as examples, by code. */
  examples: ReadonlyMap<number, readonly ExampleView[]>;
  withdrawn: number;
};

/** The codebook to be read through, printed or attached to a report: every code with its rule, example and counts. */
export const DocumentPage = (props: DocumentPageProps) => {
  const { shell, projectId, codes, usage } = props;
  const t = shell.t.codebook;
  const title = t.document.titleOf(props.project);
  const codings = codes.reduce((sum, code) => sum + (usage.get(code.id)?.own ?? 0), 0);
  return (
    <Shell shell={shell} title={title} current="codebook">
      <Breadcrumbs
        label={t.breadcrumbs}
        items={[{ href: codebookHref(projectId), label: t.title }]}
      />
      <PageHeader
        title={title}
        lead={t.summary({ codes: codes.length, codings })}
        actions={
          codes.length > 0 && (
            <>
              <Button class="needs-script" kind="primary" type="button" data-print>
                {t.document.print}
              </Button>
              <ButtonLink
                href={codebookHref(projectId, '/export?format=docx')}
                icon="download"
                download
              >
                {t.document.docx}
              </ButtonLink>
            </>
          )
        }
      />
      <LeftOut t={shell.t} projectId={projectId} n={props.withdrawn} />
      {codes.length === 0 && <EmptyState title={t.empty.title}>{t.empty.text}</EmptyState>}
      <div class="codebook-document">
        {codes.map((code) => (
          <DocumentEntry
            t={t}
            code={code}
            used={usage.get(code.id) ?? { own: 0, all: 0 }}
            examples={props.examples
              .get(code.id)
              ?.map(({ text, source }) => shell.t.code.examples.quote(text, source))}
          />
        ))}
      </div>
    </Shell>
  );
};
