import { address } from '../../src/domain/address.ts';
import { LeftOut, WithdrawnNotice } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import {
  Badge,
  Breadcrumbs,
  Button,
  ButtonLink,
  CodeSwatch,
  EmptyState,
  PageHeader,
  Pagination,
  Tabs,
} from '../ui/index.ts';

interface Words {
  before: string;
  match: string;
  after: string;
}

export interface WaitingRow {
  state: 'changed' | 'lost';
  id: number;
  sourceId: number;
  source: string;
  path: readonly string[];
  colour: number;
  coder: string;
  memos: readonly string[];
  was: Words;
  now: Words | null;
}

interface Props {
  shell: ShellProps;
  projectId: number;
  /** Null for those of the whole project. */
  source: { id: number; name: string; isWithdrawn: boolean } | null;
  entries: readonly WaitingRow[];
  state: 'changed' | 'lost' | undefined;
  changed: number;
  lost: number;
  total: number;
  page: number;
  pageSize: number;
  /** Interviews whose sources are not listed. */
  withdrawn: number;
}

type T = ShellProps['t']['versions']['look'];

/** Codings whose words changed or went: the old words beside the new, and what can be done with each. */
export const LookPage = (props: Props) => {
  const { shell, projectId, source, entries, state, changed, lost } = props;
  const t = shell.t.versions.look;
  const base = `/projects/${projectId}/sources`;
  const here = source === null ? `${base}/look` : `${base}/${source.id}/look`;
  const sources = { href: base, label: shell.t.sources.title };
  return (
    <Shell shell={shell} title={t.title} current="sources">
      <Breadcrumbs
        label={shell.t.sources.title}
        items={
          source === null
            ? [sources]
            : [sources, { href: `${base}/${source.id}`, label: source.name }]
        }
      />
      <PageHeader title={t.title} lead={source === null ? t.lead : t.leadOf(source.name)} />
      {source?.isWithdrawn === true && <WithdrawnNotice t={shell.t} />}
      {changed + lost > 0 && (
        <Tabs
          label={t.filter}
          items={[
            { href: here, label: t.all, count: changed + lost, current: state === undefined },
            ...(['changed', 'lost'] as const).map((one) => ({
              href: address(here, { state: one }),
              label: t.states[one],
              count: one === 'changed' ? changed : lost,
              current: state === one,
            })),
          ]}
        />
      )}
      {entries.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyStep}</EmptyState>
      ) : (
        <>
          {source !== null && changed > 0 && state !== 'lost' && (
            <form class="look-all" method="post" action={`${base}/${source.id}/look`}>
              <Button size="small">{t.confirmAll(changed)}</Button>
            </form>
          )}
          <ul class="look-list">
            {entries.map((entry) => (
              <Entry t={t} base={base} entry={entry} withSource={source === null} />
            ))}
          </ul>
          <Pages {...props} here={here} />
        </>
      )}
      <LeftOut t={shell.t} projectId={projectId} n={props.withdrawn} />
    </Shell>
  );
};

const Pages = ({ shell, here, state, page, pageSize, total }: Props & { here: string }) => {
  const t = shell.t.versions.look;
  const first = (page - 1) * pageSize;
  const at = (n: number) => address(here, { state, page: n });
  if (total <= pageSize) return null;
  return (
    <Pagination
      label={t.pages}
      summary={t.page(first + 1, Math.min(first + pageSize, total), total)}
      previous={page > 1 ? { href: at(page - 1), label: t.previous } : undefined}
      next={first + pageSize < total ? { href: at(page + 1), label: t.next } : undefined}
    />
  );
};

const Entry = ({
  t,
  base,
  entry,
  withSource,
}: {
  t: T;
  base: string;
  entry: WaitingRow;
  withSource: boolean;
}) => {
  const { state, sourceId, source, path, colour, coder, was, now, memos } = entry;
  return (
    <li class="look-entry">
      <p class="look-head">
        <CodeSwatch name={path.at(-1) ?? ''} path={path.slice(0, -1)} colour={colour} />{' '}
        <Badge tone={state === 'lost' ? 'bad' : 'warn'}>{t.states[state]}</Badge>{' '}
        <span class="soft small">
          {withSource && (
            <>
              <a href={`${base}/${sourceId}/look`}>{source}</a>
              {' · '}
            </>
          )}
          {t.by(coder)}
        </span>
      </p>
      <div class="look-sides">
        <Side title={t.was} words={was} />
        <Side title={t.now} words={now} none={t.nowLost} note={t.stateNotes[state]} />
      </div>
      {memos.map((memo) => (
        <p class="look-memo">
          <span class="soft">{t.memo}: </span>
          {memo}
        </p>
      ))}
      <Actions t={t} here={`${base}/${sourceId}`} entry={entry} />
    </li>
  );
};

const Side = ({
  title,
  words,
  none,
  note,
}: {
  title: string;
  words: Words | null;
  none?: string;
  note?: string;
}) => (
  <div class="look-side">
    <h3 class="version-label">{title}</h3>
    {words === null ? (
      <p class="look-none">{none}</p>
    ) : (
      <p class="look-words" dir="auto">
        {words.before}
        <mark>{words.match}</mark>
        {words.after}
      </p>
    )}
    {note !== undefined && <p class="soft small">{note}</p>}
  </div>
);

const Actions = ({ t, here, entry }: { t: T; here: string; entry: WaitingRow }) => {
  const { id, state, path } = entry;
  const code = path.at(-1) ?? '';
  return (
    <div class="actions look-actions">
      {state === 'changed' && (
        <>
          <form method="post" action={`${here}/look`}>
            <input type="hidden" name="coding" value={String(id)} />
            <Button size="small" kind="primary" aria-label={t.confirmOf(code)}>
              {t.confirm}
            </Button>
          </form>
          <ButtonLink
            size="small"
            href={`${here}?coding=${id}#coding-${id}`}
            aria-label={t.openOf(code)}
          >
            {t.open}
          </ButtonLink>
          <form method="post" action={`${here}/look/remove`}>
            <input type="hidden" name="coding" value={String(id)} />
            <Button size="small" kind="quiet" aria-label={t.removeOf(code)}>
              {t.remove}
            </Button>
          </form>
        </>
      )}
      {state === 'lost' && (
        <>
          <ButtonLink
            size="small"
            kind="primary"
            href={`${here}/lost/${id}`}
            aria-label={t.placeOf(code)}
          >
            {t.place}
          </ButtonLink>
          <form method="post" action={`${here}/lost/${id}/remove`}>
            <Button size="small" kind="quiet" aria-label={t.removeOf(code)}>
              {t.remove}
            </Button>
          </form>
        </>
      )}
    </div>
  );
};
