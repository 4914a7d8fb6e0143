import { WithdrawnNotice } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Breadcrumbs, Button, Notice, PageHeader, RadioGroup } from '../ui/index.ts';

type Props = {
  shell: ShellProps;
  projectId: number;
  source: { id: number; name: string; encoding: string; isWithdrawn: boolean };
  /** How the text begins in each encoding; the likeliest first. */
  readings: readonly { encoding: string; beginning: string }[];
  /** Something is coded, so nothing can be read anew. */
  isCoded: boolean;
};

/** Shows the beginning of a text in each encoding, to choose the one whose letters look right. */
export const EncodingPage = ({ shell, projectId, source, readings, isCoded }: Props) => {
  const t = shell.t.sources;
  const base = `/projects/${projectId}/sources`;
  const here = `${base}/${source.id}`;
  return (
    <Shell shell={shell} title={t.encoding.title} current="sources">
      <Breadcrumbs
        label={t.title}
        items={[
          { href: base, label: t.title },
          { href: `${here}/details`, label: source.name },
        ]}
      />
      <PageHeader title={t.encoding.title} lead={t.encoding.lead(source.name)} />
      {source.isWithdrawn && <WithdrawnNotice t={shell.t} />}
      {isCoded && <Notice>{t.encoding.coded}</Notice>}
      <form method="post" action={`${here}/encoding`}>
        <RadioGroup
          name="encoding"
          label={t.encoding.choose}
          look="list"
          value={source.encoding}
          disabled={isCoded}
          options={readings.map(({ encoding, beginning }) => ({
            value: encoding,
            label: encoding === source.encoding ? `${encoding} (${t.encoding.now})` : encoding,
            hint: (
              <span class="reading" dir="auto">
                {beginning}
              </span>
            ),
          }))}
        />
        {!isCoded && <Button kind="primary">{t.encoding.save}</Button>}
      </form>
    </Shell>
  );
};
