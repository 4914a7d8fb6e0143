import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Breadcrumbs, ButtonLink, PageHeader, Pagination, Tabs } from '../ui/index.ts';
import { passagesCsvHref, passagesHref, themesHref } from './address.ts';
import {
  PassageList,
  passagesHeading,
  passagesTitle,
  type OpenPassages,
  type PassagesProps,
} from './Passages.tsx';

/** Passages behind a number, and how many of all of them are marked for the report. */
export type MarkedPassages = OpenPassages & { forReport: number };

interface PageProps extends PassagesProps {
  shell: ShellProps;
  open: MarkedPassages;
  /** Whether only those marked for the report are listed. */
  report: boolean;
  page: number;
  size: number;
  withdrawn: number;
}

/** The passages behind one number, on a page of their own. */
export const PassagesPage = (props: PageProps) => {
  const { shell, t, projectId, choices, open, report } = props;
  const words = t.analysis.passages;
  const isListed = open.count !== null;
  const hasPassages = open.passageCount > 0;
  return (
    <Shell shell={shell} title={passagesTitle(props)} current="themes">
      <Breadcrumbs
        label={words.eyebrow}
        items={[{ href: themesHref(projectId, choices, open.cell), label: words.back }]}
      />
      <PageHeader
        eyebrow={words.eyebrow}
        title={passagesTitle(props)}
        lead={
          report && hasPassages
            ? passagesHeading(props) + words.report.listed(open.forReport, open.passageCount)
            : passagesHeading(props)
        }
        actions={isListed && <Download {...props} />}
      />
      <LeftOut t={t} projectId={projectId} n={props.withdrawn} />
      {hasPassages && <ReportTabs {...props} />}
      <div class="evidence-page">
        {report && hasPassages && open.forReport === 0 && <p class="soft">{words.report.none}</p>}
        <PassageList {...props} level={2} />
      </div>
      <Pages {...props} />
    </Shell>
  );
};

const Download = ({ t, projectId, choices, open, report }: PageProps) => (
  <ButtonLink
    href={passagesCsvHref(projectId, choices, open.cell, { report })}
    icon="download"
    download
  >
    {t.analysis.passages.download}
  </ButtonLink>
);

const ReportTabs = ({ t, projectId, choices, open, report }: PageProps) => {
  const words = t.analysis.passages.report;
  const href = (only: boolean) => passagesHref(projectId, choices, open.cell, { report: only });
  return (
    <Tabs
      label={words.which}
      items={[
        { href: href(false), label: words.all, current: !report },
        { href: href(true), label: words.only, current: report },
      ]}
    />
  );
};

const Pages = ({ t, projectId, choices, open, report, page, size }: PageProps) => {
  const words = t.analysis.passages;
  const count = report ? open.forReport : open.passageCount;
  if (count <= size) return null;
  const href = (to: number) => passagesHref(projectId, choices, open.cell, { report, page: to });
  const to = open.from + open.passages.length - 1;
  return (
    <Pagination
      label={words.pages}
      summary={words.range(open.from, to, count)}
      previous={page > 1 ? { href: href(page - 1), label: words.previous } : undefined}
      next={to < count ? { href: href(page + 1), label: words.next } : undefined}
    />
  );
};
