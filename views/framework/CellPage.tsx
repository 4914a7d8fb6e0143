import type { CellState } from '../../src/domain/framework/grid.ts';
import { PassageItem } from '../analysis/Passages.tsx';
import type { Passage } from '../analysis/types.ts';
import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Badge, Breadcrumbs, Icon, Notice, PageHeader, Pagination } from '../ui/index.ts';
import { cellHref, gridHref, saveHref } from './address.ts';
import { StateBadge } from './StateBadge.tsx';
import { SummaryBox, type Written } from './SummaryBox.tsx';
import { SummaryText } from './SummaryText.tsx';
import type { Choices } from './types.ts';

interface Link {
  respondentId: number;
  codeId: number;
  reference: string;
  code: string;
}

export interface CellPageProps {
  shell: ShellProps;
  projectId: number;
  choices: Choices;
  respondent: {
    id: number;
    guid: string;
    reference: string;
    group: string | null;
    region: string | null;
    isPartlyWithdrawn: boolean;
  };
  code: { codeId: number; name: string; path: string };
  codeGuid: string;
  state: CellState;
  written: Written;
  /** The summary as it reads; for those who may not write. */
  html: string;
  mayWrite: boolean;
  passages: readonly (Passage & { isNew: boolean })[];
  passageCount: number;
  from: number;
  page: number;
  size: number;
  previous: Link | null;
  next: Link | null;
  withdrawn: number;
  /** Now, ISO 8601: when the passages on this page were read. */
  at: string;
}

/** One cell of the framework grid: the summary, and the passages it sums up beside it. */
export const CellPage = (props: CellPageProps) => {
  const { shell, projectId, choices, respondent, code, written, state } = props;
  const { t } = shell;
  const words = t.framework.cell;
  const cell = { respondentId: respondent.id, codeId: code.codeId };
  const facts = [respondent.group, respondent.region].filter((fact) => fact !== null);
  return (
    <Shell
      shell={shell}
      title={words.title(respondent.reference, code.name)}
      current="themes"
      variant="wide"
    >
      <div data-cells>
        <Breadcrumbs
          label={words.place}
          items={[{ href: gridHref(projectId, choices), label: t.framework.title }]}
        />
        <PageHeader
          eyebrow={
            <>
              <a href={`/projects/${projectId}/respondents/${respondent.id}`}>
                {respondent.reference}
              </a>
              {facts.length > 0 && `, ${facts.join(', ')}`}
            </>
          }
          title={<span dir="auto">{code.path.replaceAll(' > ', ' › ')}</span>}
        />
        <Cells {...props} />
        <LeftOut t={t} projectId={projectId} n={props.withdrawn} />
        {respondent.isPartlyWithdrawn && (
          <Notice>
            <p>{words.partly}</p>
          </Notice>
        )}
        <div class="framework-open">
          {props.mayWrite ? (
            <SummaryBox
              {...{ t, written, state }}
              action={saveHref(projectId, choices, cell, {
                at: props.at,
                hasPassages: props.passageCount > 0,
              })}
              storageKey={`framework/${respondent.guid}/${props.codeGuid}`}
              me={shell.user?.name ?? ''}
              hasNext={props.next !== null}
            />
          ) : (
            <section aria-labelledby="summary-title">
              <h2 id="summary-title">
                {words.summary} <StateBadge t={t} state={state} />
              </h2>
              {props.html === '' ? (
                <p class="soft">{words.nothing}</p>
              ) : (
                <SummaryText html={props.html} />
              )}
            </section>
          )}
          <CellPassages {...props} />
        </div>
      </div>
    </Shell>
  );
};

/** Back to the grid, and to the cells before and after; `src/client/cells.ts` gives them their keys. */
const Cells = ({ shell, projectId, choices, previous, next }: CellPageProps) => {
  const words = shell.t.framework.cell;
  const step = (link: Link | null, rel: 'prev' | 'next') =>
    link && (
      <a class="button" rel={rel} href={cellHref(projectId, choices, link)}>
        {rel === 'prev' && <Icon name="back" />}
        <span dir="auto">
          {rel === 'prev'
            ? words.previous(link.reference, link.code)
            : words.next(link.reference, link.code)}
        </span>
        {rel === 'next' && <Icon name="arrow" />}
      </a>
    );
  return (
    <nav class="framework-cells" aria-label={words.cells}>
      {step(previous, 'prev')}
      {step(next, 'next')}
      <a rel="up" href={gridHref(projectId, choices)}>
        {words.back}
      </a>
      <p class="soft small needs-script">{words.keys}</p>
    </nav>
  );
};

const CellPassages = (props: CellPageProps) => {
  const { shell, projectId, choices, respondent, code, passages } = props;
  const { t } = shell;
  const words = t.framework.cell;
  const cell = { respondentId: respondent.id, codeId: code.codeId };
  return (
    <section class="framework-passages" aria-labelledby="passages">
      <h2 id="passages">{words.passages}</h2>
      <p class="small">
        <a href={cellHref(projectId, { ...choices, own: !choices.own }, cell)}>
          {choices.own ? words.withSub : words.ownOnly}
        </a>
      </p>
      {passages.length === 0 && <p class="soft">{words.none}</p>}
      {passages.map((passage) => {
        const others = passage.people.filter(({ id }) => id !== respondent.id);
        return (
          <div class="framework-passage">
            <PassageItem t={t} projectId={projectId} passage={passage} codePath={code.path} />
            {(passage.isNew || others.length > 0) && (
              <p class="framework-marks">
                {passage.isNew && <Badge tone="warn">{words.isNew}</Badge>}
                {others.length > 0 && (
                  <span class="soft small">
                    {words.joint(others.map(({ reference }) => reference).join(', '))}
                  </span>
                )}
              </p>
            )}
          </div>
        );
      })}
      <PassagePages {...props} cell={cell} />
    </section>
  );
};

const PassagePages = (
  props: CellPageProps & { cell: { respondentId: number; codeId: number } },
) => {
  const { shell, projectId, choices, cell, page, size, passageCount, from, passages } = props;
  const words = shell.t.framework.cell;
  if (passageCount <= size) return null;
  const to = from + passages.length - 1;
  const href = (at: number) => cellHref(projectId, choices, cell, at);
  return (
    <Pagination
      label={words.passagePages}
      summary={words.passageRange(from, to, passageCount)}
      previous={page > 1 ? { href: href(page - 1), label: words.earlier } : undefined}
      next={to < passageCount ? { href: href(page + 1), label: words.further } : undefined}
    />
  );
};
