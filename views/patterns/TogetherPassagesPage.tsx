import { DEFAULTS } from '../analysis/address.ts';
import { PassageList, type OpenPassages } from '../analysis/Passages.tsx';
import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Breadcrumbs, PageHeader, Pagination } from '../ui/index.ts';
import { togetherHref, togetherPassagesHref } from './address.ts';
import type { TogetherChoices } from './types.ts';

/** The passages of two codes that come together. */
export const TogetherPassagesPage = (props: {
  shell: ShellProps;
  projectId: number;
  choices: TogetherChoices;
  pair: { a: number; b: number };
  open: OpenPassages;
  page: number;
  size: number;
  withdrawn: number;
}) => {
  const { shell, projectId, choices, open, page, size, pair } = props;
  const { t } = shell;
  const words = t.analysis.passages;
  const codes = { a: { codeId: pair.a }, b: { codeId: pair.b } };
  const to = open.from + open.passages.length - 1;
  const href = (at: number) => togetherPassagesHref(projectId, choices, codes, at);
  return (
    <Shell shell={shell} title={open.code} current="themes">
      <Breadcrumbs
        label={words.eyebrow}
        items={[{ href: togetherHref(projectId, choices), label: t.patterns.cooccurrence.title }]}
      />
      <PageHeader
        eyebrow={words.eyebrow}
        title={open.code}
        lead={
          open.count === null
            ? words.protectedTitle
            : t.patterns.cooccurrence.passages[choices.within](open.passageCount)
        }
      />
      <LeftOut t={t} projectId={projectId} n={props.withdrawn} />
      <div class="evidence-page">
        <PassageList {...{ t, projectId, open }} choices={DEFAULTS} level={2} />
      </div>
      {open.passageCount > size && (
        <Pagination
          label={words.pages}
          summary={words.range(open.from, to, open.passageCount)}
          previous={page > 1 ? { href: href(page - 1), label: words.previous } : undefined}
          next={to < open.passageCount ? { href: href(page + 1), label: words.next } : undefined}
        />
      )}
    </Shell>
  );
};
