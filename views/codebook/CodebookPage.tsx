import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { ButtonLink, EmptyState, Menu, Notice, PageHeader, Tabs } from '../ui/index.ts';
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
            <ButtonLink href="#add" icon="add">
              {t.add.theme}
            </ButtonLink>
            <ButtonLink href={codebookHref(projectId, '/import')} icon="upload">
              {t.import.link}
            </ButtonLink>
            {codes.length > 1 && (
              <ButtonLink href={codebookHref(projectId, '/several')}>{t.several.link}</ButtonLink>
            )}
            <ButtonLink href={codebookHref(projectId, '/history')}>{t.versions.link}</ButtonLink>
            {codes.length > 0 && (
              <ButtonLink href={codebookHref(projectId, '/document')}>{t.document.link}</ButtonLink>
            )}
            {codes.length > 0 && (
              <Menu
                label={t.import.exportAs}
                summary={t.import.export}
                items={EXPORT_FORMATS.map((format) => ({
                  href: codebookHref(projectId, `/export?format=${format}`),
                  label: t.import.formats[format],
                  download: true,
                }))}
              />
            )}
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
