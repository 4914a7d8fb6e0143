import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  EmptyState,
  Menu,
  PageHeader,
  TextInput,
  When,
} from '../ui/index.ts';
import { DocumentEntry } from './DocumentEntry.tsx';
import {
  codebookHref,
  compareHref,
  EXPORT_FORMATS,
  type CodeView,
  type Errors,
  type VersionView,
} from './types.ts';

export type PastPageProps = {
  shell: ShellProps;
  projectId: number;
  seq: number;
  codes: readonly CodeView[];
  /** The change that led to this state; null before the first. */
  change: { sentence: string; actor: string; at: string } | null;
  /** Names of this state. */
  names: readonly VersionView[];
  isNow: boolean;
  name: string;
  errors: Errors;
};

/** The codebook as it was after a change: every code with the rule it had then. */
export const PastPage = (props: PastPageProps) => {
  const { shell, projectId, seq, codes, change, names } = props;
  const t = shell.t.codebook;
  const words = t.versions;
  const [first] = names;
  const title = first ? words.past.title(first.name) : words.past.untitled(seq);
  return (
    <Shell shell={shell} title={title} current="codebook">
      <Breadcrumbs
        label={t.breadcrumbs}
        items={[
          { href: codebookHref(projectId), label: t.title },
          { href: codebookHref(projectId, '/history'), label: words.title },
        ]}
      />
      <PageHeader
        title={title}
        lead={
          <>
            {change !== null && (
              <>
                {words.past.after(change.sentence)} ({change.actor}, <When at={change.at} />
                ).{' '}
              </>
            )}
            {words.past.summary(codes.length)}
          </>
        }
        actions={<Actions {...props} />}
      />
      {props.isNow && <p class="soft">{words.past.isNow}</p>}
      <Naming {...props} />
      {codes.length === 0 ? (
        <EmptyState title={words.past.empty}>{t.empty.text}</EmptyState>
      ) : (
        <div class="codebook-document">
          {codes.map((code) => (
            <DocumentEntry t={t} code={code} />
          ))}
        </div>
      )}
    </Shell>
  );
};

const Actions = ({ shell, projectId, seq, codes, isNow }: PastPageProps) => {
  const t = shell.t.codebook;
  return (
    <>
      {!isNow && (
        <ButtonLink href={compareHref(projectId, seq, null)}>{t.versions.toNow}</ButtonLink>
      )}
      {codes.length > 0 && (
        <>
          <Button class="needs-script" type="button" data-print>
            {t.versions.past.print}
          </Button>
          <Menu
            label={t.import.exportAs}
            summary={t.import.export}
            items={EXPORT_FORMATS.map((format) => ({
              href: codebookHref(projectId, `/export?format=${format}&at=${seq}`),
              label: t.import.formats[format],
              download: true,
            }))}
          />
        </>
      )}
    </>
  );
};

/** The names this state has, each of which can be taken away, and room for another. */
const Naming = ({ shell, projectId, seq, names, name, errors }: PastPageProps) => {
  const words = shell.t.codebook.versions;
  return (
    <div class="codebook-naming">
      {names.map((version) => (
        <form
          class="actions"
          method="post"
          action={codebookHref(projectId, `/versions/${version.id}/delete`)}
        >
          <span dir="auto">{version.name}</span>
          <Button kind="quiet" size="small" aria-label={words.unnameOf(version.name)}>
            {words.unname}
          </Button>
        </form>
      ))}
      <form class="form" method="post" action={codebookHref(projectId, '/history')}>
        <input type="hidden" name="at" value={seq} />
        <TextInput
          name="name"
          label={words.nameThen}
          hint={words.nameHint}
          value={name}
          error={errors['name'] ?? errors['']}
          autocomplete="off"
          required
        />
        <div class="actions">
          <Button>{words.save}</Button>
        </div>
      </form>
    </div>
  );
};
