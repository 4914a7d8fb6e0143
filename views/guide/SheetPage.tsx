import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Breadcrumbs, Button, EmptyState, PageHeader } from '../ui/index.ts';

interface SheetQuestion {
  number: string;
  section: string;
  text: string;
  prompts: string;
  /** Whom it is for, where that is not plain for this sheet. */
  condition: string;
}

/** A question with lines to write on. */
const Question = ({ t, question: q }: { t: ShellProps['t']; question: SheetQuestion }) => {
  const prompts = q.prompts.split('\n').filter((prompt) => prompt.trim() !== '');
  return (
    <li class="sheet-question">
      <span class="note-number">{q.number}</span>
      <p class="note-question">{q.text}</p>
      {prompts.length > 0 && (
        <ul class="note-prompts">
          {prompts.map((prompt) => (
            <li>{prompt}</li>
          ))}
        </ul>
      )}
      {q.condition !== '' && <p class="note-prompt">{t.guide.sheet.ifOnly(q.condition)}</p>}
      <p class="sheet-states">
        {Object.values(t.guide.states).map((state) => (
          <span>☐ {state}</span>
        ))}
      </p>
      <div class="sheet-room" aria-hidden="true" />
    </li>
  );
};

/** The questions to print, with room for notes by hand: of the guide, or of one interview the ones that apply. */
export const SheetPage = (props: {
  shell: ShellProps;
  base: string;
  questions: readonly SheetQuestion[];
  /** null: the whole guide. */
  interview: {
    id: number;
    reference: string;
    date: string;
    place: string;
    respondents: string;
    interviewers: string;
  } | null;
}) => {
  const { shell, base, questions, interview } = props;
  const t = shell.t.guide;
  const s = t.sheet;
  const title = interview === null ? s.title : s.for(interview.reference);
  const parent =
    interview === null
      ? { href: `${base}/guide`, label: t.title }
      : { href: `${base}/interviews/${interview.id}`, label: interview.reference };
  const blanks = [
    [s.date, interview?.date],
    [s.place, interview?.place],
    [s.respondent, interview?.respondents],
    [s.interviewer, interview?.interviewers],
  ];
  return (
    <Shell shell={shell} title={title} current="interviews">
      <Breadcrumbs label={parent.label} items={[parent]} />
      <PageHeader
        title={title}
        lead={interview === null ? s.all : s.own(questions.length)}
        actions={
          <Button class="needs-script" kind="primary" type="button" data-print>
            {s.print}
          </Button>
        }
      />
      {questions.length === 0 && <EmptyState title={t.empty} />}
      <dl class="sheet-facts">
        {blanks.map(([term, value]) => (
          <div>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {questions.map((question, i) => {
        const isNew = i === 0 || questions[i - 1]?.section !== question.section;
        if (!isNew) return null;
        const end = questions.findIndex((other, j) => j > i && other.section !== question.section);
        return (
          <section>
            {question.section !== '' && <h2 class="question-section">{question.section}</h2>}
            <ol class="sheet">
              {questions.slice(i, end < 0 ? undefined : end).map((each) => (
                <Question t={shell.t} question={each} />
              ))}
            </ol>
          </section>
        );
      })}
      <section>
        <h2 class="question-section">{s.free}</h2>
        <div class="sheet-room sheet-room-large" aria-hidden="true" />
      </section>
    </Shell>
  );
};
