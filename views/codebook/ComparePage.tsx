import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Breadcrumbs, Button, EmptyState, PageHeader, Select } from '../ui/index.ts';
import { Differences, isSame, type DifferencesView } from './Differences.tsx';
import { codebookHref, type VersionView } from './types.ts';

export type ComparePageProps = {
  shell: ShellProps;
  projectId: number;
  versions: readonly VersionView[];
  /** Numbers of changes; `to` is null for now. */
  from: number;
  to: number | null;
  view: DifferencesView;
  /** Interviews whose codings are in no count. */
  withdrawn: number;
};

/** Two states of the codebook beside each other: only what is different. */
export const ComparePage = (props: ComparePageProps) => {
  const { shell, projectId, versions, from, to, view } = props;
  const t = shell.t.codebook;
  const words = t.versions;
  const nameOf = (seq: number | null): string =>
    seq === null
      ? words.now
      : (versions.find((version) => version.seq === seq)?.name ?? words.change(seq));
  const options = (chosen: number | null, withNow: boolean) => [
    ...(withNow ? [{ value: 'now', label: words.now }] : []),
    ...versions.map(({ name, seq }) => ({ value: seq, label: name })),
    ...[chosen, 0]
      .filter((seq, at, all) => all.indexOf(seq) === at)
      .filter((seq) => seq !== null && versions.every((version) => version.seq !== seq))
      .map((seq) => ({ value: seq ?? 0, label: words.change(seq ?? 0) })),
  ];
  return (
    <Shell shell={shell} title={words.compare.title} current="codebook">
      <Breadcrumbs
        label={t.breadcrumbs}
        items={[
          { href: codebookHref(projectId), label: t.title },
          { href: codebookHref(projectId, '/history'), label: words.title },
        ]}
      />
      <PageHeader
        title={words.compare.title}
        lead={`${words.compare.lead(nameOf(from), nameOf(to))} ${words.compare.hint}`}
      />
      <form
        class="form codebook-compare-form"
        method="get"
        action={codebookHref(projectId, '/compare')}
      >
        <Select
          name="from"
          label={words.compare.from}
          options={options(from, false)}
          value={from}
        />
        <Select
          name="to"
          label={words.compare.to}
          options={options(to, true)}
          value={to ?? 'now'}
        />
        <Button>{words.compare.look}</Button>
      </form>
      <LeftOut t={shell.t} projectId={projectId} n={props.withdrawn} />
      {isSame(view) ? (
        <EmptyState title={words.compare.same} />
      ) : (
        <Differences t={t} projectId={projectId} view={view} />
      )}
    </Shell>
  );
};
