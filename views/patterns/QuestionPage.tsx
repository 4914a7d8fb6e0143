import { raw } from 'hono/html';
import { formatDate } from '../../src/domain/dates/index.ts';
import type { AskedPrinted } from '../../src/domain/crosstab/asked.ts';
import { WHOLE } from '../analysis/address.ts';
import type { FilterPanel } from '../analysis/FilterFields.tsx';
import type { Question } from '../analysis/types.ts';
import { clock } from '../codings/clock.ts';
import type { ShellProps } from '../layout/types.ts';
import { Badge, CodeSwatch, DataTable, Pagination, Pause, type Column } from '../ui/index.ts';
import { patternHref, questionHref } from './address.ts';
import { Choose, PatternForm } from './PatternForm.tsx';
import { PatternShell } from './PatternShell.tsx';
import type { AnswerRow, QuestionChoices, SaidAt } from './types.ts';

export interface QuestionPageProps {
  shell: ShellProps;
  projectId: number;
  choices: QuestionChoices;
  panel: FilterPanel;
  question: Question | null;
  questions: readonly Question[];
  asked: AskedPrinted;
  /** A page of them, of `all`. */
  rows: readonly AnswerRow[];
  all: number;
  page: number;
  size: number;
  minCell: number;
  withdrawn: number;
}

/** All answers to a question, with the codes on each. */
export const QuestionPage = (props: QuestionPageProps) => {
  const { shell, projectId, choices, question, rows } = props;
  const { t } = shell;
  const words = t.patterns.question;
  return (
    <PatternShell
      {...{ shell, projectId }}
      panel={props.panel}
      tab="question"
      title={question === null ? words.title : words.of(question.number, question.text)}
      withdrawn={props.withdrawn}
      missing={question === null ? 'noQuestions' : null}
      form={question !== null && <QuestionForm {...props} />}
      downloads={[{ href: questionHref(projectId, choices, '.csv'), label: t.patterns.csv }]}
      notes={[words.notes.asked, words.notes.reading, words.notes.codes]}
    >
      <p class="lead">{words.count(props.asked, props.minCell)}</p>
      {rows.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <DataTable
          class="answers"
          caption={words.title}
          label={words.title}
          hideCaption
          columns={columnsOf(props)}
          rows={rows}
        />
      )}
      <Pages {...props} />
    </PatternShell>
  );
};

/** Of a long question the menu has its beginning. */
const MENU = 44;

const QuestionForm = (props: QuestionPageProps) => {
  const { shell, projectId, choices, questions, question, panel } = props;
  const { t } = shell;
  const words = t.patterns.question;
  const short = (text: string) => (text.length > MENU ? `${text.slice(0, MENU - 1)}…` : text);
  return (
    <PatternForm
      {...{ t, panel }}
      action={patternHref(projectId, 'question')}
      clear={questionHref(projectId, { ...choices, filter: WHOLE })}
      sentence={words.sentence}
      controls={{
        question: (
          <Choose
            name="question"
            label={words.choice}
            value={String(question?.id ?? '')}
            options={questions.map(({ id, number, text }) => ({
              value: String(id),
              label: short(`${number} ${text}`.trim()),
            }))}
          />
        ),
      }}
    />
  );
};

const columnsOf = (props: QuestionPageProps): Column<AnswerRow>[] => {
  const words = props.shell.t.patterns.question;
  return [
    { key: 'who', label: words.who, cell: (row) => <Who {...props} row={row} /> },
    { key: 'answer', label: words.answer, cell: (row) => <Answer {...props} row={row} /> },
  ];
};

const Who = ({ shell, projectId, row }: QuestionPageProps & { row: AnswerRow }) => {
  const kinds = [...new Set(row.people.flatMap(({ group, region }) => [group, region]))];
  return (
    <>
      {row.people.length === 0 && shell.t.analysis.passages.nobody}
      {row.people.map(({ id, reference }, at) => (
        <>
          {at > 0 && ', '}
          <a href={`/projects/${projectId}/respondents/${id}`}>{reference}</a>
        </>
      ))}
      <span class="table-note">
        <Pause />
        {kinds.filter((kind) => kind !== null).join(', ')}
      </span>
      <span class="table-note">
        <Pause />
        <a href={`/projects/${projectId}/interviews/${row.interviewId}`}>{row.interview}</a>
        {row.date !== null && `, ${formatDate(row.date)}`}
      </span>
    </>
  );
};

const Answer = (props: QuestionPageProps & { row: AnswerRow }) => {
  const { shell, projectId, row } = props;
  const states = shell.t.guide.states;
  const words = shell.t.patterns.question;
  const { notes, said, codes, state } = row;
  const isEmpty = said.length === 0 && (notes?.notes ?? '').trim() === '';
  return (
    <div class="answer">
      <div class="answer-words">
        {state === 'declined' && <Badge>{states.declined}</Badge>}
        {isEmpty && state === 'asked' && <p class="answer-none">{words.noWords}</p>}
        {said.map((one) => (
          <SaidHere {...props} said={one} />
        ))}
        {notes !== null && notes.notes.trim() !== '' && (
          <>
            <div class="answer-text prose" dir="auto">
              {raw(notes.html)}
            </div>
            <p class="evidence-source">
              <a
                href={`/projects/${projectId}/interviews/${row.interviewId}#question-${notes.questionId}`}
              >
                {words.inNotes}
              </a>
            </p>
          </>
        )}
      </div>
      {codes.length > 0 && (
        <ul class="answer-codes" aria-label={words.codesOn(row.interview)}>
          {codes.map(({ path, colour, sourceId, start, end }) => (
            <li>
              <CodeSwatch
                name={path}
                colour={colour}
                href={`/projects/${projectId}/sources/${sourceId}?at=${start}-${end}`}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

const SaidHere = ({ projectId, said }: QuestionPageProps & { said: SaidAt }) => (
  <>
    {said.paragraphs.map((paragraph) => (
      <p class="answer-text" dir="auto">
        {paragraph}
      </p>
    ))}
    <p class="evidence-source">
      <a href={`/projects/${projectId}/sources/${said.sourceId}?at=${said.start}-${said.end}`}>
        {said.timeMs === null ? said.source : `${said.source}, ${clock(said.timeMs)}`}
      </a>
    </p>
  </>
);

const Pages = ({ shell, projectId, choices, all, page, size }: QuestionPageProps) => {
  if (all <= size) return null;
  const words = shell.t.analysis.passages;
  const from = (page - 1) * size + 1;
  const to = Math.min(all, page * size);
  const href = (at: number) => questionHref(projectId, choices, '', at);
  return (
    <Pagination
      label={shell.t.patterns.question.pages}
      summary={words.range(from, to, all)}
      previous={page > 1 ? { href: href(page - 1), label: words.previous } : undefined}
      next={to < all ? { href: href(page + 1), label: words.next } : undefined}
    />
  );
};
