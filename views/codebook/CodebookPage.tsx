import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import type { Messages } from '../messages/index.ts';
import {
  ButtonLink,
  EmptyState,
  Menu,
  Notice,
  PageHeader,
  Tabs,
  type MenuItem,
} from '../ui/index.ts';
import { AddForm, type NewCodeView } from './AddForm.tsx';
import { Sets, type SetView } from './Sets.tsx';
import { Tree, type TreeProps } from './Tree.tsx';
import { codebookHref, EXPORT_FORMATS, type Errors } from './types.ts';

export type CodebookPageProps = Omit<TreeProps, 't' | 'current'> & {
  shell: ShellProps;
  order: 'hand' | 'name' | 'count';
  values: NewCodeView;
  errors: Errors;
  sets: readonly SetView[];
  /** Interviews whose codings are in no count. */
  withdrawn: number;
  /** Changes by others since this person read the rules, counted up to `most`. */
  unread: { n: number; most: number; isFirst: boolean };
};

/** The whole codebook, with the form for a new theme beside it. */
export const CodebookPage = ({
  shell,
  values,
  errors,
  withdrawn,
  order,
  sets,
  unread,
  ...tree
}: CodebookPageProps) => {
  const t = shell.t.codebook;
  const { codes, projectId, usage } = tree;
  const codings = codes.reduce((sum, code) => sum + (usage.get(code.id)?.own ?? 0), 0);
  return (
    <Shell shell={shell} title={t.title} current="codebook">
      <PageHeader
        title={t.title}
        lead={codes.length === 0 ? t.lead : t.summary({ codes: codes.length, codings })}
        actions={
          <>
            <ButtonLink href="#add" icon="add" kind="primary">
              {t.add.theme}
            </ButtonLink>
            <Menu label={t.more} summary={t.more} items={moreOf(t, projectId, codes.length)} />
          </>
        }
      />
      {unread.n > 0 && (
        <Notice class="codebook-unread">
          {unread.isFirst
            ? t.versions.reading.never
            : t.versions.reading.notice(unread.n, unread.most)}{' '}
          <a href={codebookHref(projectId, '/changed')}>{t.versions.reading.look}</a>
        </Notice>
      )}
      <LeftOut t={shell.t} projectId={projectId} n={withdrawn} />
      {codes.length > 1 && (
        <Tabs
          label={t.order.title}
          items={(['hand', 'name', 'count'] as const).map((one) => ({
            href: codebookHref(projectId, one === 'hand' ? '' : `?order=${one}`),
            label: t.order[one],
            current: one === order,
          }))}
        />
      )}
      <div class="codebook-columns">
        {codes.length === 0 ? (
          <EmptyState
            title={t.empty.title}
            action={<a href={codebookHref(projectId, '/import')}>{t.import.title}</a>}
          >
            {t.empty.text}
          </EmptyState>
        ) : (
          <Tree t={t} current={null} {...tree} isFixed={order !== 'hand'} />
        )}
        <section class="codebook-panel" id="add" aria-labelledby="add-title">
          <h2 id="add-title">{t.add.theme}</h2>
          <AddForm
            t={t}
            optional={shell.t.shell.optional}
            projectId={projectId}
            codes={codes}
            under={null}
            values={values}
            errors={errors}
            prefix="add"
          />
        </section>
      </div>
      {sets.length > 0 && <Sets {...{ t, projectId, codes, sets }} />}
    </Shell>
  );
};

/** What is done to the codebook as a whole, seldom beside adding to it. */
function moreOf(t: Messages['codebook'], projectId: number, codes: number): MenuItem[] {
  const to = (rest: string, label: string) => ({ href: codebookHref(projectId, rest), label });
  return [
    to('/import', t.import.link),
    ...(codes > 1 ? [to('/several', t.several.link)] : []),
    to('/history', t.versions.link),
    ...(codes > 0 ? [to('/document', t.document.link)] : []),
    ...(codes > 0
      ? EXPORT_FORMATS.map((format) => ({
          ...to(`/export?format=${format}`, t.import.exportTo(t.import.formats[format])),
          icon: 'download' as const,
          download: true,
        }))
      : []),
  ];
}
