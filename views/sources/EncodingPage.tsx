import { WithdrawnNotice } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Breadcrumbs, Button, Notice, PageHeader, RadioGroup } from '../ui/index.ts';

type Props = {
  shell: ShellProps;
  projectId: number;
  source: { id: number; name: string; encoding: string; isWithdrawn: boolean };
  /** How its doubtful passages read in each encoding; the present one first. */
  readings: readonly { encoding: string; passages: readonly string[] }[];
  codings: number;
};

/** A doubtful passage, with the letters marked that another encoding reads otherwise. */
const Passage = ({ text }: { text: string }) => (
  <span class="reading" dir="auto">
    {text
      .split(/([^\x20-\x7E]+(?: [^\x20-\x7E]+)*)/u)
      .map((part, n) => (n % 2 === 1 ? <mark>{part}</mark> : part))}
  </span>
);

/** Shows the doubtful passages of a text in each encoding, to choose the one whose letters look right. */
export const EncodingPage = ({ shell, projectId, source, readings, codings }: Props) => {
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
      {codings > 0 && <Notice>{t.encoding.coded(codings)}</Notice>}
      <form method="post" action={`${here}/encoding`}>
        <RadioGroup
          name="encoding"
          label={t.encoding.choose}
          look="list"
          value={source.encoding}
          options={readings.map(({ encoding, passages }) => ({
            value: encoding,
            label: encoding === source.encoding ? `${encoding} (${t.encoding.now})` : encoding,
            hint: passages.map((passage) => <Passage text={passage} />),
          }))}
        />
        <Button kind="primary">{t.encoding.save}</Button>
      </form>
    </Shell>
  );
};
