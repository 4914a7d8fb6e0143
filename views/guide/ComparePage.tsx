import type { Messages } from '../messages/index.ts';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Breadcrumbs, EmptyState, PageHeader, SectionHeader } from '../ui/index.ts';

interface Question {
  number: string;
  section: string;
  text: string;
  prompts: string;
  serves: string;
  forWhom: string;
}
type Field = keyof Question;

const List = ({ title, questions }: { title: string; questions: readonly Question[] }) =>
  questions.length === 0 ? null : (
    <section>
      <SectionHeader title={title} />
      <ul class="guide-differences">
        {questions.map(({ number, text }) => (
          <li>
            <span class="soft">{number}</span> {text}
          </li>
        ))}
      </ul>
    </section>
  );

const Changed = ({
  t,
  changed,
}: {
  t: Messages;
  changed: readonly { before: Question; after: Question; fields: readonly Field[] }[];
}) => {
  const v = t.guide.versions;
  if (changed.length === 0) return null;
  return (
    <section>
      <SectionHeader title={v.changed} />
      {changed.map(({ before, after, fields }) => (
        <div class="guide-change">
          <p class="note-question">
            <span class="soft">{after.number}</span> {after.text}
          </p>
          {fields.map((field) => (
            <dl class="guide-change-field">
              <dt>{t.guide.fields[field]}</dt>
              <dd>
                <span class="visually-hidden">{v.before}: </span>
                <del>{before[field] === '' ? v.nothing : before[field]}</del>
              </dd>
              <dd>
                <span class="visually-hidden">{v.after}: </span>
                <ins>{after[field] === '' ? v.nothing : after[field]}</ins>
              </dd>
            </dl>
          ))}
        </div>
      ))}
    </section>
  );
};

/** What is different from one version of the guide to another. */
export const ComparePage = (props: {
  shell: ShellProps;
  base: string;
  from: number;
  to: number;
  added: readonly Question[];
  removed: readonly Question[];
  changed: readonly { before: Question; after: Question; fields: readonly Field[] }[];
  moved: readonly Question[];
}) => {
  const { shell, base, from, to, added, removed, changed, moved } = props;
  const v = shell.t.guide.versions;
  const isSame = added.length + removed.length + changed.length + moved.length === 0;
  return (
    <Shell shell={shell} title={v.compareTitle(from, to)} current="interviews">
      <Breadcrumbs
        label={shell.t.guide.title}
        items={[{ href: `${base}/guide`, label: shell.t.guide.title }]}
      />
      <PageHeader title={v.compareTitle(from, to)} />
      {isSame && <EmptyState title={v.same} />}
      <List title={v.added} questions={added} />
      <List title={v.removed} questions={removed} />
      <Changed t={shell.t} changed={changed} />
      <List title={v.moved} questions={moved} />
    </Shell>
  );
};
