import { WithdrawnNotice } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Badge, Breadcrumbs, DataTable, PageHeader, When } from '../ui/index.ts';
import { TextMark } from './TextMark.tsx';

interface Source {
  id: number;
  name: string;
  version: number;
  isWithdrawn: boolean;
}

interface Version {
  version: number;
  sha256: string;
  characters: number;
  createdAt: string;
  kind: string | null;
  by: string | null;
}

interface Props {
  shell: ShellProps;
  projectId: number;
  source: Source;
}

const Trail = ({ shell, projectId, source }: Props) => {
  const base = `/projects/${projectId}/sources`;
  return (
    <Breadcrumbs
      label={shell.t.sources.title}
      items={[
        { href: base, label: shell.t.sources.title },
        { href: `${base}/${source.id}`, label: source.name },
      ]}
    />
  );
};

/** Every version of a text: who made it when, how, and its mark. */
export const VersionsPage = (props: Props & { versions: readonly Version[] }) => {
  const { shell, projectId, source, versions } = props;
  const t = shell.t.versions.list;
  const here = `/projects/${projectId}/sources/${source.id}/versions`;
  return (
    <Shell shell={shell} title={t.title} current="sources">
      <Trail {...props} />
      <PageHeader title={t.title} lead={t.lead(source.name)} />
      {source.isWithdrawn && <WithdrawnNotice t={shell.t} />}
      <DataTable
        caption={t.table}
        label={t.table}
        hideCaption
        rows={versions}
        columns={[
          {
            key: 'version',
            label: t.version,
            cell: ({ version }) => (
              <>
                {version}
                {version === source.version && (
                  <>
                    {' '}
                    <Badge tone="accent">{t.now}</Badge>
                  </>
                )}
              </>
            ),
          },
          {
            key: 'how',
            label: t.how,
            cell: ({ kind }) => (kind === null ? t.unknown : (t.kinds[kind] ?? t.unknown)),
          },
          { key: 'by', label: t.by, cell: ({ by }) => by ?? '' },
          { key: 'when', label: t.when, cell: ({ createdAt }) => <When at={createdAt} /> },
          {
            key: 'characters',
            label: t.characters,
            numeric: true,
            cell: ({ characters }) => characters.toLocaleString('en'),
          },
          { key: 'hash', label: t.hash, cell: ({ sha256 }) => <TextMark sha256={sha256} /> },
          {
            key: 'what',
            label: <span class="visually-hidden">{t.what}</span>,
            cell: ({ version }) =>
              version === 1 ? (
                ''
              ) : (
                <a href={`${here}/compare?version=${version}`} aria-label={t.whatOf(version)}>
                  {t.what}
                </a>
              ),
          },
        ]}
      />
    </Shell>
  );
};

interface Place {
  before: string;
  was: string;
  is: string;
  after: string;
}

/** What reads differently in one version from the one before. */
export const VersionPage = (
  props: Props & { version: number; places: readonly Place[]; more: number },
) => {
  const { shell, source, version, places, more } = props;
  const t = shell.t.versions.list;
  return (
    <Shell shell={shell} title={t.compare(version)} current="sources">
      <Trail {...props} />
      <PageHeader
        title={t.compare(version)}
        lead={version === 1 ? t.first : t.compareLead(source.name, places.length + more)}
      />
      {source.isWithdrawn && <WithdrawnNotice t={shell.t} />}
      <ol class="version-places">
        {places.map(({ before, was, is, after }) => (
          <li dir="auto">
            {before}
            <del>
              <span class="visually-hidden">{t.before}: </span>
              {was}
            </del>
            <ins>
              <span class="visually-hidden">{t.after}: </span>
              {is}
            </ins>
            {after}
          </li>
        ))}
      </ol>
      {more > 0 && <p class="soft">{t.more(more)}</p>}
    </Shell>
  );
};
