import type { Child } from 'hono/jsx';
import type { Messages } from '../messages/index.ts';
import { SectionHeader } from '../ui/index.ts';
import { codebookHref } from './types.ts';

/** A code of one of two states, as a difference shows it. */
export interface DifferingCode {
  id: number;
  name: string;
  path: string;
  names: readonly string[];
  definition: string;
  useWhen: string;
  notWhen: string;
  example: string;
  colour: string;
  key: string | null;
  isCodable: boolean;
}

type RuleField = 'definition' | 'useWhen' | 'notWhen' | 'example';
type SetField = 'key' | 'isCodable' | 'colour';

interface Told {
  code: DifferingCode;
  isThere: boolean;
  codings: number | null;
}

interface Fate {
  how: 'added' | 'split' | 'deleted' | 'merged';
  other: string;
  codings: number;
}

export interface DifferencesView {
  added: readonly (Told & { fate: Fate })[];
  gone: readonly (Told & { fate: Fate })[];
  differing: readonly (Told & {
    difference: {
      before: DifferingCode;
      after: DifferingCode;
      isRenamed: boolean;
      isMoved: boolean;
      rule: readonly RuleField[];
      set: readonly SetField[];
    };
  })[];
  reordered: readonly (DifferingCode | null)[];
}

type Props = { t: Messages['codebook']; projectId: number; view: DifferencesView };
type Differing = DifferencesView['differing'][number];

export const isSame = ({ added, gone, differing, reordered }: DifferencesView): boolean =>
  added.length + gone.length + differing.length + reordered.length === 0;

/** What is different between two states of the codebook, kind after kind, each code with the way to its page. */
export const Differences = (props: Props) => {
  const { t, view } = props;
  const words = t.versions.compare;
  const differing = (is: (one: Differing['difference']) => boolean) =>
    view.differing.filter(({ difference }) => is(difference));
  return (
    <div class="codebook-differences">
      <Group
        title={words.added}
        items={view.added.map((one) => (
          <Line {...props} told={one}>
            {one.fate.how === 'split' && words.splitOff(one.fate.other, one.fate.codings)}
          </Line>
        ))}
      />
      <Group
        title={words.gone}
        items={view.gone.map((one) => (
          <Line {...props} told={{ ...one, codings: null }}>
            {one.fate.how === 'merged'
              ? words.merged(one.fate.other, one.fate.codings)
              : words.deleted(one.fate.codings)}
          </Line>
        ))}
      />
      <Group
        title={words.renamed}
        items={differing(({ isRenamed }) => isRenamed).map((one) => (
          <Line {...props} told={one}>
            {words.was(one.difference.before.name)}
          </Line>
        ))}
      />
      <Group
        title={words.moved}
        items={differing(({ isMoved }) => isMoved).map((one) => (
          <Line {...props} told={one}>
            {words.stood(one.difference.before.names.slice(0, -1).join(' › '))}
          </Line>
        ))}
      />
      <Group
        title={words.redefined}
        items={differing(({ rule }) => rule.length > 0).map((one) => (
          <Line {...props} told={one}>
            <Fields t={t} fields={one.difference.rule.map((field) => ruleField(t, one, field))} />
          </Line>
        ))}
      />
      <Group
        title={words.set}
        items={differing(({ set }) => set.length > 0).map((one) => (
          <Line {...props} told={one}>
            <Fields t={t} fields={one.difference.set.map((field) => setField(t, one, field))} />
          </Line>
        ))}
      />
      <Group
        title={words.reordered}
        items={view.reordered.map((parent) => (
          <li dir="auto">{parent === null ? words.themes : words.under(parent.path)}</li>
        ))}
      />
    </div>
  );
};

const Group = ({ title, items }: { title: string; items: readonly Child[] }) =>
  items.length === 0 ? null : (
    <section>
      <SectionHeader title={`${title} (${items.length.toLocaleString('en')})`} />
      <ul class="codebook-difference-list">{items}</ul>
    </section>
  );

const Line = ({ t, projectId, told, children }: Props & { told: Told; children?: Child }) => {
  const { code, isThere, codings } = told;
  const path = code.names.join(' › ');
  return (
    <li>
      <p>
        <span class="codebook-difference-code" dir="auto">
          {isThere ? <a href={codebookHref(projectId, `/${code.id}`)}>{path}</a> : path}
        </span>
        {codings !== null && (
          <span class="small soft">{` ${t.versions.compare.codings(codings)}`}</span>
        )}
      </p>
      {children !== undefined && children !== false && <div class="soft">{children}</div>}
    </li>
  );
};

interface FieldView {
  label: string;
  before: string;
  after: string;
}

const Fields = ({ t, fields }: { t: Messages['codebook']; fields: readonly FieldView[] }) => {
  const words = t.versions.compare;
  return (
    <dl class="codebook-difference-fields">
      {fields.map(({ label, before, after }) => (
        <>
          <dt>{label}</dt>
          <dd dir="auto">
            <span class="visually-hidden">{words.before}: </span>
            <del>{before === '' ? words.nothing : before}</del>
          </dd>
          <dd dir="auto">
            <span class="visually-hidden">{words.after}: </span>
            <ins>{after === '' ? words.nothing : after}</ins>
          </dd>
        </>
      ))}
    </dl>
  );
};

const ruleField = (
  t: Messages['codebook'],
  { difference: { before, after } }: Differing,
  field: RuleField,
): FieldView => ({ label: t[field], before: before[field], after: after[field] });

function setField(
  t: Messages['codebook'],
  { difference: { before, after } }: Differing,
  field: SetField,
): FieldView {
  const words = t.versions.compare;
  const say = (code: DifferingCode): string => {
    if (field === 'colour') return code.colour;
    if (field === 'key') return (code.key ?? '').toUpperCase();
    return code.isCodable ? words.yes : words.no;
  };
  const label = field === 'isCodable' ? words.use : t[field];
  return { label, before: say(before), after: say(after) };
}
