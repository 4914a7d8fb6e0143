import type { Over, Unit } from '../../src/domain/crosstab/study.ts';
import { clock } from '../codings/clock.ts';
import type { ShellProps } from '../layout/types.ts';
import { Badge, codeColourClass, CodeSwatch, type Content } from '../ui/index.ts';
import { passagesHref, themesHref } from './address.ts';
import type { CellName, Choices, Passage, Person } from './types.ts';

/** The passages behind one number, a page of them; `null` in place of the numbers when the cell is protected. */
export interface OpenPassages {
  cell: CellName;
  code: string;
  path: string;
  /** The column's label, `null` for the total. */
  column: string | null;
  unit: Unit;
  over: Over;
  /** What the cell shows, and out of how many; `null` when hidden. */
  count: { value: number; of: number } | null;
  /** Passages in all; those shown are a page of them. */
  passageCount: number;
  from: number;
  passages: readonly Passage[];
  /** Who could have been counted and is not: asked, say, and did not mention it. A part of them where they are many. */
  notMentioned: {
    of: 'people' | 'interviews' | 'documents';
    n: number;
    listed: readonly { href: string; reference: string }[];
  };
}

export interface PassagesProps {
  t: ShellProps['t'];
  projectId: number;
  choices: Choices;
  open: OpenPassages;
}

export const passagesTitle = ({ t, open }: PassagesProps): string =>
  t.analysis.passages.title(open.code, open.column);

export const passagesHeading = ({ t, open }: PassagesProps): string => {
  const words = t.analysis.passages;
  if (open.count === null) return words.protectedTitle;
  const { value, of } = open.count;
  return words.heading[open.unit](value, of, open.over, open.passageCount);
};

/** What stands beside the table: the first passages behind the number that was chosen. */
export const PassagesPanel = (props: PassagesProps) => {
  const { t, projectId, choices, open } = props;
  const words = t.analysis.passages;
  const whole = passagesHref(projectId, choices, open.cell);
  const isPart = open.passages.length < open.passageCount;
  return (
    <>
      <div class="evidence-head">
        <p class="page-eyebrow">{passagesTitle(props)}</p>
        <h2 id="evidence-title" tabindex={-1}>
          {passagesHeading(props)}
        </h2>
        <p class="evidence-links">
          <a href={whole}>{isPart ? words.openAll(open.passageCount) : words.openPage}</a>
          <a href={themesHref(projectId, choices)}>{words.close}</a>
        </p>
      </div>
      <PassageList {...props} />
    </>
  );
};

/** The passages by respondent, then those who were asked and did not mention it. */
export const PassageList = (props: PassagesProps & { level?: 2 | 3 }) => {
  const { t, open, projectId, level = 3 } = props;
  const words = t.analysis.passages;
  if (open.count === null) return <p>{words.protectedText}</p>;
  return (
    <>
      {byPeople(open.passages).map(({ people, passages }) => (
        <section class="evidence-group">
          <GroupHead
            t={t}
            projectId={projectId}
            people={people}
            passages={passages}
            level={level}
          />
          {passages.map((passage) => (
            <PassageItem t={t} projectId={projectId} passage={passage} codePath={open.path} />
          ))}
        </section>
      ))}
      <NotMentioned {...props} />
    </>
  );
};

const GroupHead = ({
  t,
  projectId,
  people,
  passages,
  level,
}: {
  t: ShellProps['t'];
  projectId: number;
  people: readonly Person[];
  passages: readonly Passage[];
  level: 2 | 3;
}) => {
  const words = t.analysis.passages;
  const Heading = level === 2 ? 'h2' : 'h3';
  const isDocument = passages[0]?.interview === null;
  const groups = [...new Set(people.flatMap(({ group }) => group ?? []))];
  return (
    <Heading class="evidence-who">
      {people.length === 0 && (isDocument ? words.documents : words.nobody)}
      {people.map((person, at) => (
        <>
          {at > 0 && ', '}
          <a href={`/projects/${projectId}/respondents/${person.id}`}>{person.reference}</a>
        </>
      ))}
      {groups.length > 0 && `, ${groups.join(', ')}`}
      {people.length > 1 && <span class="evidence-joint"> ({words.joint})</span>}
    </Heading>
  );
};

/** One passage with its context, its codes and the way to its place. */
export const PassageItem = ({
  t,
  projectId,
  passage,
  codePath,
  children,
}: {
  t: ShellProps['t'];
  projectId: number;
  passage: Passage;
  codePath: string;
  /** What else is to be said of it, or done with it. */
  children?: Content;
}) => {
  const words = t.analysis.passages;
  const { sourceId, start, end, interview, timeMs, source } = passage;
  // A transcript is often called by its interview's reference; once is enough.
  const place = [
    interview === source ? null : interview,
    timeMs === null ? null : clock(timeMs),
  ].filter((part) => part !== null);
  const [first] = passage.codes;
  const isOtherCode = passage.codes.some(({ path }) => path !== codePath);
  return (
    <article class="evidence-item">
      <p class="evidence-text" dir="auto">
        {passage.before}
        <mark class={`code-tint ${codeColourClass(first?.colour ?? 1)}`} dir="auto">
          {passage.match}
        </mark>
        {passage.after}
      </p>
      {isOtherCode && (
        <p class="evidence-codes">
          {passage.codes.map(({ path, colour }) => (
            <CodeSwatch name={path} colour={colour} />
          ))}
        </p>
      )}
      <p class="evidence-source">
        <a
          href={`/projects/${projectId}/sources/${sourceId}?at=${start}-${end}`}
          title={words.inText}
        >
          {place.length > 0 ? `${source} · ${place.join(', ')}` : source}
        </a>
        {` · ${words.codedBy(passage.coders.join(', '))}`}{' '}
        {passage.isForReport && <Badge>{words.forReport}</Badge>}
      </p>
      {children}
    </article>
  );
};

/** Passages that follow each other and are the same people's, together. */
function byPeople(passages: readonly Passage[]) {
  const groups: { key: string; people: readonly Person[]; passages: Passage[] }[] = [];
  for (const passage of passages) {
    const who = passage.people.map(({ id }) => id).join(' ');
    const key = who === '' && passage.interview === null ? 'document' : who;
    const last = groups.at(-1);
    if (last?.key === key) last.passages.push(passage);
    else groups.push({ key, people: passage.people, passages: [passage] });
  }
  return groups;
}

const NotMentioned = ({ t, open }: PassagesProps) => {
  const { of, n, listed } = open.notMentioned;
  if (n === 0) return null;
  const rest = n - listed.length;
  return (
    <p class="evidence-rest">
      {notMentionedWords(t, open)}{' '}
      {listed.map(({ href, reference }, at) => (
        <>
          {at > 0 && ', '}
          <a href={href} dir={of === 'documents' ? 'auto' : undefined}>
            {reference}
          </a>
        </>
      ))}
      {rest > 0 && ` ${t.analysis.passages.notMentioned.more(rest)}`}
    </p>
  );
};

function notMentionedWords(t: ShellProps['t'], { notMentioned, over }: OpenPassages): string {
  const words = t.analysis.passages.notMentioned;
  const { of, n } = notMentioned;
  if (of === 'documents') return words.documents(n);
  const isAsked = over === 'asked' || over === 'tied';
  if (of === 'interviews') return isAsked ? words.interviews.asked(n) : words.interviews.all(n);
  if (isAsked) return words.people.asked(n);
  return over === 'everyone' ? words.people.everyone(n) : words.people.all(n);
}
