import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import type { Messages } from '../messages/index.ts';
import { Breadcrumbs, Button, DataTable, Kbd, Notice, RadioGroup, TextArea } from '../ui/index.ts';
import { codebookHref, type CodeView, type Errors } from './types.ts';

export type SplitPassageView = {
  id: number;
  sourceId: number;
  source: string;
  coder: string;
  start: number;
  end: number;
  before: string;
  text: string;
  after: string;
  part: number | null;
};

export type SplitWalkView = {
  total: number;
  counts: readonly number[];
  at: number;
  passage: SplitPassageView | null;
  previousId: number | null;
  nextId: number | null;
};

export type SplitPageProps = {
  shell: ShellProps;
  projectId: number;
  code: CodeView;
  /** null before the parts are named. */
  split: { parts: readonly string[]; place: 'under' | 'beside'; walk: SplitWalkView } | null;
  typed: { parts: string; place: string };
  errors: Errors;
  /** Interviews whose codings are left out. */
  withdrawn: number;
};

/** Splitting a code: name the parts, then send its codings to them one by one. */
export const SplitPage = (props: SplitPageProps) => {
  const { shell, projectId, code, split, errors } = props;
  const t = shell.t.codebook;
  const title = t.split.title(code.name);
  return (
    <Shell shell={shell} title={title} current="codebook">
      <div class="codebook-rework-page">
        <Breadcrumbs
          label={t.breadcrumbs}
          items={[
            { href: codebookHref(projectId), label: t.title },
            { href: codebookHref(projectId, `/${code.id}`), label: code.path },
          ]}
        />
        <h1 dir="auto">{title}</h1>
        {errors[''] !== undefined && <Notice>{errors['']}</Notice>}
        {split === null ? <Begin {...props} /> : <Walk {...props} split={split} />}
        <LeftOut t={shell.t} projectId={projectId} n={props.withdrawn} />
      </div>
    </Shell>
  );
};

const Begin = ({ shell, projectId, code, typed, errors }: SplitPageProps) => {
  const t = shell.t.codebook.split;
  return (
    <>
      <p class="lead">{t.lead}</p>
      <form class="form" method="post" action={codebookHref(projectId, `/${code.id}/split`)}>
        <TextArea
          name="parts"
          label={t.parts}
          hint={t.partsHint}
          value={typed.parts}
          error={errors['parts']}
          rows={4}
        />
        <RadioGroup
          name="place"
          label={t.place}
          value={typed.place === '' ? 'under' : typed.place}
          look="list"
          options={[
            { value: 'under', label: t.under(code.name) },
            { value: 'beside', label: t.beside(code.name) },
          ]}
        />
        <div class="actions">
          <Button kind="primary">{t.begin}</Button>
        </div>
      </form>
    </>
  );
};

type WalkProps = SplitPageProps & { split: NonNullable<SplitPageProps['split']> };

const Walk = (props: WalkProps) => {
  const { shell, projectId, code, split } = props;
  const t = shell.t.codebook.split;
  const { walk } = split;
  const sent = walk.counts.reduce((sum, n) => sum + n, 0);
  const base = codebookHref(projectId, `/${code.id}/split`);
  return (
    <>
      <p class="lead" role="status">
        {walk.total === 0 ? t.none : t.progress({ at: walk.at, total: walk.total, sent })}
      </p>
      {walk.passage !== null && <Passage {...props} base={base} passage={walk.passage} />}
      <section aria-labelledby="split-tally">
        <h2 id="split-tally">{t.tally}</h2>
        <DataTable
          caption={t.tally}
          label={t.table}
          hideCaption
          columns={[
            { key: 'part', label: t.part, cell: (row) => row.name, rowHeader: true },
            { key: 'count', label: t.count, cell: (row) => row.n, numeric: true },
          ]}
          rows={[
            ...split.parts.map((name, at) => ({ name, n: walk.counts[at + 1] ?? 0 })),
            { name: `${code.name} (${t.stays.toLowerCase()})`, n: walk.counts[0] ?? 0 },
          ]}
        />
        {walk.total > sent && <p class="soft">{t.open(walk.total - sent)}</p>}
        <form class="actions" method="post" action={`${base}/finish`}>
          <Button kind={walk.passage === null ? 'primary' : 'plain'}>{t.finish}</Button>
        </form>
        <form class="actions" method="post" action={`${base}/discard`}>
          <Button kind="quiet">{t.discard}</Button>
          <span class="soft small">{t.discardHint}</span>
        </form>
      </section>
    </>
  );
};

const Passage = (props: WalkProps & { base: string; passage: SplitPassageView }) => {
  const { shell, projectId, base, passage, split } = props;
  const t = shell.t.codebook;
  const { walk, parts } = split;
  const choices = [
    ...parts.map((name, at) => ({ name, part: at + 1 })),
    { name: t.split.stays, part: 0 },
  ];
  const place = `/projects/${projectId}/sources/${passage.sourceId}?at=${passage.start}-${passage.end}#at`;
  return (
    <section aria-label={t.split.passage} class="split-passage">
      <blockquote class="codebook-words" dir="auto">
        <span class="soft">{passage.before}</span>
        <mark>{passage.text}</mark>
        <span class="soft">{passage.after}</span>
      </blockquote>
      <p class="small soft">
        <a href={place}>{passage.source}</a>
        {`, ${t.passages.by(passage.coder)}`}
      </p>
      <form method="post" action={`${base}/send`}>
        <fieldset class="split-parts">
          <legend class="field-label">{t.split.send}</legend>
          <input type="hidden" name="coding" value={passage.id} />
          {choices.map(({ name, part }) => (
            <Button
              name="part"
              value={part}
              data-page-key={String(part)}
              aria-pressed={passage.part === part ? 'true' : undefined}
              kind={passage.part === part ? 'primary' : 'plain'}
            >
              <Kbd>{part}</Kbd>
              <span dir="auto">{name}</span>
            </Button>
          ))}
        </fieldset>
      </form>
      <Neighbours t={t} base={base} walk={walk} />
    </section>
  );
};

const Neighbours = ({
  t,
  base,
  walk,
}: {
  t: Messages['codebook'];
  base: string;
  walk: SplitWalkView;
}) => (
  <p class="actions">
    {walk.previousId !== null && (
      <a href={`${base}?at=${walk.previousId}`} data-page-key="arrowleft">
        {t.split.previous}
      </a>
    )}
    {walk.nextId !== null && (
      <a href={`${base}?at=${walk.nextId}`} data-page-key="arrowright">
        {t.split.next}
      </a>
    )}
  </p>
);
