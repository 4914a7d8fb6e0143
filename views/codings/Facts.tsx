import { formatDate } from '../../src/domain/dates/format.ts';
import { classes, DefinitionList } from '../ui/index.ts';
import type { FactsView, QuestionView, SourceView, T } from './types.ts';

type FactsProps = {
  t: T;
  source: SourceView;
  facts: FactsView;
  /** To what can be done with the text. */
  links: readonly { href: string; label: string }[];
};

/** Who speaks in this text and what they were asked; references and classifications, never names. */
export const Facts = ({ t, source, facts, links }: FactsProps) => {
  const { interview, respondents, interviewers } = facts;
  const distinct = (values: (string | null)[]): string =>
    [...new Set(values.filter((value) => value !== null && value !== ''))].join(', ');
  return (
    <>
      {interview !== null && (
        <p class="rail-eyebrow">
          <a href={interview.href}>
            {t.interview(interview.reference, interview.date && formatDate(interview.date))}
          </a>
        </p>
      )}
      <h2 class="rail-title">
        {respondents.length === 0
          ? source.name
          : respondents.map(({ reference, role }) => distinct([reference, role])).join('; ')}
      </h2>
      {interview === null && <p class="rail-eyebrow">{t.facts.noInterview}</p>}
      <DefinitionList
        items={[
          { term: t.facts.group, value: distinct(respondents.map(({ group }) => group)) },
          { term: t.facts.region, value: distinct(respondents.map(({ region }) => region)) },
          { term: t.facts.by, value: interviewers.join(', ') },
          { term: t.facts.text, value: <code title={t.facts.hashHint}>{source.hash}</code> },
        ]}
      />
      <p class="rail-links">
        {links.map(({ href, label }) => (
          <a href={href}>{label}</a>
        ))}
      </p>
      <Questions t={t} questions={facts.questions} />
    </>
  );
};

const Questions = ({ t, questions }: { t: T; questions: readonly QuestionView[] }) => {
  if (questions.length === 0) return null;
  const asked = questions.filter(({ wasAsked }) => wasAsked).length;
  return (
    <>
      <h3 class="rail-head">{t.facts.asked(asked, questions.length)}</h3>
      <ol class="questions">
        {questions.map((question) => (
          <li>
            <Question t={t} question={question} />
          </li>
        ))}
      </ol>
    </>
  );
};

const Question = ({ t, question }: { t: T; question: QuestionView }) => {
  const { number, text, wasAsked, segmentId, codings } = question;
  const look = classes('question', !wasAsked && 'is-unasked');
  const inside = (
    <>
      <span class="question-number">{number}</span>
      <span>{text}</span>
      <span
        class="question-count"
        title={codings === null ? undefined : t.facts.questionCodings(codings)}
      >
        {wasAsked ? codings : t.facts.notAsked}
      </span>
    </>
  );
  if (segmentId === null) return <div class={look}>{inside}</div>;
  return (
    <a class={look} href={`#segment-${segmentId}`}>
      {inside}
    </a>
  );
};
