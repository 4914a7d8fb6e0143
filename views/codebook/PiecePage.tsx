import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Breadcrumbs, PageHeader, Tabs, type Content } from '../ui/index.ts';
import { codeHref, type PassageChoices, type Piece } from './code-address.ts';
import { codebookHref } from './types.ts';

/** What every piece of a code's page is told. */
export interface PieceProps {
  t: ShellProps['t'];
  projectId: number;
  code: { id: number; name: string; path: string };
}

/** A piece of a code's page as a page of its own: without script the code's page leads here. */
export const PiecePage = (
  props: PieceProps & {
    shell: ShellProps;
    title: string;
    lead: string;
    /** Interviews left out because consent was withdrawn; null where nothing is counted. */
    withdrawn: number | null;
    children?: Content;
  },
) => {
  const { shell, t, projectId, code, title } = props;
  return (
    <Shell shell={shell} title={title} current="codebook">
      <Breadcrumbs
        label={t.codebook.breadcrumbs}
        items={[
          { href: codebookHref(projectId), label: t.codebook.title },
          { href: codeHref(projectId, code.id), label: <span dir="auto">{code.path}</span> },
        ]}
      />
      <PageHeader title={title} lead={props.lead} />
      {props.withdrawn !== null && <LeftOut t={t} projectId={projectId} n={props.withdrawn} />}
      {props.children}
    </Shell>
  );
};

/** Whether what its sub-codes were given to counts too. */
export const OwnTabs = ({
  t,
  projectId,
  code,
  choices,
  piece,
  anchor = '',
}: Omit<PieceProps, 'code'> & {
  code: { id: number };
  choices: Partial<PassageChoices>;
  piece: Piece | null;
  anchor?: string;
}) => {
  const href = (own: boolean) =>
    codeHref(projectId, code.id, { ...choices, own, page: 1 }, piece) + anchor;
  const isOwn = choices.own === true;
  return (
    <Tabs
      label={t.code.which}
      items={[
        { href: href(false), label: t.code.withSubCodes, current: !isOwn },
        { href: href(true), label: t.code.own, current: isOwn },
      ]}
    />
  );
};
