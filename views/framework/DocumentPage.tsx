import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Breadcrumbs, Button, ButtonLink, EmptyState, PageHeader } from '../ui/index.ts';
import { gridHref, leavingHref } from './address.ts';
import {
  remarkOn,
  saysWhat,
  type DocumentCell,
  type DocumentSection,
  type SaidChoices,
} from './document-types.ts';
import { SummaryText } from './SummaryText.tsx';
import type { Choices } from './types.ts';

interface Props {
  shell: ShellProps;
  projectId: number;
  project: string;
  choices: Choices;
  said: SaidChoices;
  by: 'respondent' | 'code';
  withPassages: boolean;
  /** Each summary with its words as HTML, from `renderMarkdown`. */
  sections: readonly (Omit<DocumentSection, 'cells'> & {
    cells: readonly (DocumentCell & { html: string })[];
  })[];
  withdrawn: number;
}

/** The framework grid to be read through, printed or attached to a report. */
export const DocumentPage = (props: Props) => {
  const { shell, projectId, choices, sections, withPassages } = props;
  const { t } = shell;
  const words = t.framework;
  const title = words.document.titleOf(props.project);
  const [lead, ...says] = saysWhat(t, props.said, withPassages);
  return (
    <Shell shell={shell} title={title} current="themes">
      <Breadcrumbs
        label={words.cell.place}
        items={[{ href: gridHref(projectId, choices), label: words.title }]}
      />
      <PageHeader
        title={title}
        lead={lead}
        actions={
          <>
            <Button class="needs-script" kind="primary" type="button" data-print>
              {words.print}
            </Button>
            <ButtonLink
              href={leavingHref(projectId, choices, 'export', { format: 'docx', ...asked(props) })}
              icon="download"
              download
            >
              {words.docx}
            </ButtonLink>
          </>
        }
      />
      {says.map((sentence) => (
        <p class="small soft">{sentence}</p>
      ))}
      <Orders {...props} />
      <LeftOut t={t} projectId={projectId} n={props.withdrawn} />
      {sections.length === 0 && (
        <EmptyState title={words.empty.noRows}>{words.empty.noRowsText}</EmptyState>
      )}
      <div class="framework-document">
        {sections.map((section) => (
          <section class="document-code">
            <h2 dir="auto">{section.title}</h2>
            {section.facts !== '' && <p class="small soft">{section.facts}</p>}
            {section.cells.map((cell) => (
              <Entry t={t} cell={cell} />
            ))}
          </section>
        ))}
      </div>
    </Shell>
  );
};

const asked = ({ by, withPassages }: Pick<Props, 'by' | 'withPassages'>) => ({
  ...(by === 'code' ? { by } : {}),
  ...(withPassages ? { with: 'passages' } : {}),
});

/** The same document in the other order, and with or without passages. */
const Orders = (props: Props) => {
  const { shell, projectId, choices, by, withPassages } = props;
  const words = shell.t.framework.document;
  const href = (more: Partial<Pick<Props, 'by' | 'withPassages'>>) =>
    leavingHref(projectId, choices, 'document', asked({ by, withPassages, ...more }));
  return (
    <p class="framework-orders no-print">
      <span>
        {words.by}{' '}
        <a
          href={href({ by: 'respondent' })}
          aria-current={by === 'respondent' ? 'true' : undefined}
        >
          {words.byRespondent}
        </a>
        {' · '}
        <a href={href({ by: 'code' })} aria-current={by === 'code' ? 'true' : undefined}>
          {words.byCode}
        </a>
      </span>
      <a href={href({ withPassages: !withPassages })}>
        {withPassages ? words.dropPassages : words.addPassages}
      </a>
    </p>
  );
};

const Entry = ({
  t,
  cell: { title, state, html, passages },
}: {
  t: ShellProps['t'];
  cell: Props['sections'][number]['cells'][number];
}) => {
  const remark = remarkOn(t, state);
  return (
    <section class="framework-entry">
      <h3 dir="auto">{title}</h3>
      {html !== '' && <SummaryText html={html} />}
      {remark !== '' && <p class="small soft">{remark}</p>}
      {passages.map(({ text, place }) => (
        <blockquote class="framework-quote">
          <p dir="auto">{text}</p>
          <footer class="small soft">{place}</footer>
        </blockquote>
      ))}
    </section>
  );
};
