import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Breadcrumbs, Button, Notice, PageHeader, TextInput } from '../ui/index.ts';

/** Brings a guide in from a file, and says what of it was left out. */
export const GuideImportPage = (props: {
  shell: ShellProps;
  base: string;
  error?: string;
  warnings?: readonly { line: number; reason: 'line-left-out' | 'column-left-out'; text: string }[];
  counts?: { created: number; changed: number };
}) => {
  const { shell, base, error, warnings = [], counts } = props;
  const t = shell.t.guide;
  return (
    <Shell shell={shell} title={t.importTitle} current="interviews">
      <Breadcrumbs label={t.title} items={[{ href: `${base}/guide`, label: t.title }]} />
      <PageHeader title={t.importTitle} lead={t.importLead} />
      {counts !== undefined && (
        <div role="status">
          <Notice>
            <p>{t.changes['guide.imported'](counts)}</p>
            <p>{t.warnings}:</p>
            <ul>
              {warnings.map(({ line, reason, text }) => (
                <li>{`${line}: ${t.warningsOf[reason]({ text })}`}</li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      <form
        class="form"
        method="post"
        action={`${base}/guide/import`}
        enctype="multipart/form-data"
      >
        <TextInput
          type="file"
          name="file"
          label={t.file}
          hint={t.fileHint}
          accept=".docx,.md,.markdown,.txt,.csv,text/markdown,text/csv,text/plain"
          error={error}
          required
        />
        <Button kind="primary" icon="upload">
          {t.bring}
        </Button>
      </form>
    </Shell>
  );
};
