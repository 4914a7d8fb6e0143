import type { Messages } from '../messages/index.ts';
import { Badge, Button, Select } from '../ui/index.ts';
import { questionOptions, type GuideQuestion } from './structure-options.ts';

export interface Place {
  start: number;
  words: string;
  isHeading: boolean;
  speaker: string | null;
  question: string;
  isFound: boolean;
}

interface Props {
  t: Messages['structure'];
  here: string;
  source: { interviewId: number | null };
  places: readonly Place[];
  questions: readonly GuideQuestion[];
}

/** Where the questions of the guide are put: one form, saved as one change. */
export const StructureQuestions = ({ t, here, source, places, questions }: Props) => {
  const q = t.questions;
  const missing =
    source.interviewId === null ? q.noInterview : questions.length === 0 ? q.noGuide : null;
  return (
    <section class="source-section structure-part" aria-labelledby="questions">
      <h2 id="questions">{q.title}</h2>
      <p class="soft">{missing ?? (places.length === 0 ? q.none : q.lead)}</p>
      {missing === null && places.length > 0 && (
        <form method="post" action={`${here}/structure/questions`}>
          <ul class="structure-list">
            {places.map((place) => (
              <PlaceRow t={t} here={here} place={place} questions={questions} />
            ))}
          </ul>
          <div class="actions">
            <Button kind="primary">{q.save}</Button>
          </div>
        </form>
      )}
      {missing === null && (
        <form class="structure-again" method="post" action={`${here}/structure/find`}>
          <Button>{q.again}</Button> <span class="soft small">{q.againNote}</span>
        </form>
      )}
    </section>
  );
};

const PlaceRow = ({
  t,
  here,
  place,
  questions,
}: Pick<Props, 't' | 'here' | 'questions'> & { place: Place }) => {
  const { start, words, isHeading, speaker, question, isFound } = place;
  const state = question === 'found' ? null : isFound ? t.questions.isFound : t.questions.isSaid;
  return (
    <li class="structure-row">
      <div class="structure-what">
        <p class="structure-name">
          <span class="soft small">{isHeading ? t.turns.heading : speaker}</span>{' '}
          {state !== null && <Badge>{state}</Badge>}
        </p>
        <p class="structure-sample" dir="auto">
          <a href={`${here}?at=${start}-${start + 1}#at`}>{words}</a>
        </p>
      </div>
      <div>
        <input type="hidden" name={`seen-${start}`} value={question} />
        <Select
          name={`question-${start}`}
          label={t.questions.column(words.slice(0, 40))}
          hideLabel
          value={question}
          options={questionOptions(t.questions, questions)}
        />
      </div>
    </li>
  );
};
