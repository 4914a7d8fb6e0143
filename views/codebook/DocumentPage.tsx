import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import type { Messages } from '../messages/index.ts';
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  classes,
  codeColourClass,
  EmptyState,
  PageHeader,
} from '../ui/index.ts';
import { codebookHref, type CodeView, type UsageView } from './types.ts';

export type DocumentPageProps = {
  shell: ShellProps;
  projectId: number;
  project: string;
  codes: readonly CodeView[];
  usage: ReadonlyMap<number, UsageView>;
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
          <Entry t={t} code={code} used={usage.get(code.id) ?? { own: 0, all: 0 }} />
        ))}
      </div>
    </Shell>
  );
};

const Entry = ({ t, code, used }: { t: Messages['codebook']; code: CodeView; used: UsageView }) => {
  const Heading = code.depth === 0 ? 'h2' : 'h3';
  const facts = [
    t.codingsOf({ own: used.own, all: code.below > 0 ? used.all : null }),
    ...(code.key === null ? [] : [`${t.key} ${code.key.toUpperCase()}`]),
    ...(code.isCodable ? [] : [t.structure]),
  ];
  const rule = [
    [null, code.definition],
    [t.useWhen, code.useWhen],
    [t.notWhen, code.notWhen],
    [t.example, code.example],
  ] as const;
  return (
    <section class={classes('document-code', `depth-${Math.min(code.depth, 6)}`)}>
      <Heading class={codeColourClass(code.colourNumber)} dir="auto">
        <span class="swatch" aria-hidden="true" />
        {code.depth > 1 && (
          <span class="document-path">{`${code.names.slice(1, -1).join(' › ')} › `}</span>
        )}
        {code.name}
      </Heading>
      <p class="small soft">{facts.join(' · ')}</p>
      {rule
        .filter(([, text]) => text !== '')
        .map(([label, text]) => (
          <p class="codebook-words" dir="auto">
            {label !== null && <strong>{`${label}: `}</strong>}
            {text}
          </p>
        ))}
    </section>
  );
};
