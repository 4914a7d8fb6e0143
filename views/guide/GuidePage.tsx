import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  Disclosure,
  EmptyState,
  Menu,
  Notice,
  PageHeader,
} from '../ui/index.ts';
import { type Errors, type Typed } from '../typed.ts';
import type { Offered } from '../../src/domain/guide/conditions.ts';
import { QuestionFields } from './QuestionFields.tsx';
import { Versions, type VersionShown } from './Versions.tsx';

interface Question {
  id: number;
  number: string;
  section: string;
  text: string;
  prompts: string;
  serves: string;
  for_whom: string;
}

interface Props {
  shell: ShellProps;
  base: string;
  questions: readonly Question[];
  versions: readonly VersionShown[];
  /** The version on the page; only the newest can be changed. */
  shown: number;
  offered: Offered;
  /** What was typed into the form for a new question, when it could not be saved. */
  typed: Typed | null;
  errors: Errors;
}

const Entry = ({
  shell,
  base,
  question: q,
  isFirst,
  isLast,
  isOld,
}: Props & { question: Question; isFirst: boolean; isLast: boolean; isOld: boolean }) => {
  const t = shell.t.guide;
  const action = `${base}/guide/${q.id}`;
  const prompts = q.prompts.split('\n').filter((prompt) => prompt.trim() !== '');
  return (
    <li class="note guide-question" id={`question-${q.id}`} data-move={isOld ? undefined : action}>
      <span class="note-number">{q.number}</span>
      <p class="note-question">{q.text}</p>
      {prompts.length > 0 && (
        <ul class="note-prompts">
          {prompts.map((prompt) => (
            <li>{prompt}</li>
          ))}
        </ul>
      )}
      {q.serves !== '' && <p class="note-prompt">{t.serves(q.serves)}</p>}
      {q.for_whom !== '' && <p class="note-prompt">{t.forWhom(q.for_whom)}</p>}
      {!isOld && (
        <form class="actions" method="post">
          <ButtonLink
            size="small"
            kind="quiet"
            href={`${base}/analysis/question?question=${q.id}`}
            aria-label={t.answersOf(q.number)}
          >
            {t.answers}
          </ButtonLink>
          <ButtonLink
            size="small"
            kind="quiet"
            icon="edit"
            href={action}
            aria-label={t.editOf(q.number)}
            aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
            data-step="edit"
          >
            {t.edit}
          </ButtonLink>
          <Button
            size="small"
            kind="quiet"
            formaction={`${action}/up`}
            aria-label={t.up(q.number)}
            data-step="up"
            disabled={isFirst}
          >
            ↑
          </Button>
          <Button
            size="small"
            kind="quiet"
            formaction={`${action}/down`}
            aria-label={t.down(q.number)}
            data-step="down"
            disabled={isLast}
          >
            ↓
          </Button>
        </form>
      )}
    </li>
  );
};

const isOld = ({ versions, shown }: Props): boolean => (versions[0]?.version ?? shown) !== shown;

const Questions = (props: Props) => {
  const { questions } = props;
  return (
    <>
      {questions.map((question, i) => {
        const isNew = i === 0 || questions[i - 1]?.section !== question.section;
        // Each run of questions in one section is a list of its own, under the section's heading.
        if (!isNew) return null;
        const end = questions.findIndex((other, j) => j > i && other.section !== question.section);
        return (
          <>
            {question.section !== '' && <h2 class="question-section">{question.section}</h2>}
            <ol class="guide-questions">
              {questions.slice(i, end < 0 ? undefined : end).map((each, j) => (
                <Entry
                  {...props}
                  question={each}
                  isFirst={i + j === 0}
                  isLast={i + j === questions.length - 1}
                  isOld={isOld(props)}
                />
              ))}
            </ol>
          </>
        );
      })}
    </>
  );
};

/** The interview guide: its questions in order, and the form that adds one. */
export const GuidePage = (props: Props) => {
  const { shell, base, questions, typed, errors } = props;
  const t = shell.t.guide;
  return (
    <Shell shell={shell} title={t.title} current="interviews">
      <Breadcrumbs
        label={shell.t.interviews.title}
        items={[{ href: `${base}/interviews`, label: shell.t.interviews.title }]}
      />
      <PageHeader
        title={t.title}
        lead={t.lead(questions.length)}
        actions={
          <>
            {questions.length > 0 && !isOld(props) && (
              <ButtonLink href={`${base}/guide/sheet`}>{t.sheet.open}</ButtonLink>
            )}
            {questions.length > 0 && !isOld(props) && (
              <Menu
                label={t.exportAs}
                summary={t.exportAs}
                items={[
                  { href: `${base}/guide/export.md`, label: t.exportMarkdown, download: true },
                  { href: `${base}/guide/export.csv`, label: t.exportCsv, download: true },
                ]}
              />
            )}
            <ButtonLink href={`${base}/guide/import`} icon="upload">
              {t.importFile}
            </ButtonLink>
          </>
        }
      />
      {isOld(props) && (
        <Notice>
          {t.versions.old(props.shown)} <a href={`${base}/guide`}>{t.versions.current}</a>
        </Notice>
      )}
      {questions.length === 0 && <EmptyState title={t.empty}>{t.emptyStep}</EmptyState>}
      <div id="guide-order" data-words={JSON.stringify(t.order)}>
        <Questions {...props} />
      </div>
      {!isOld(props) && (
        <Disclosure id="new" summary={t.add} open={questions.length === 0 || typed !== null}>
          <form class="form" method="post" action={`${base}/guide`}>
            {errors[''] !== undefined && (
              <div role="alert">
                <Notice>{errors['']}</Notice>
              </div>
            )}
            <QuestionFields
              t={shell.t}
              typed={typed ?? { section: questions.at(-1)?.section ?? '' }}
              errors={errors}
              sections={questions.map(({ section }) => section)}
              offered={props.offered}
            />
            <Button kind="primary">{t.add}</Button>
          </form>
        </Disclosure>
      )}
      <Versions t={shell.t} base={base} versions={props.versions} shown={props.shown} />
    </Shell>
  );
};
