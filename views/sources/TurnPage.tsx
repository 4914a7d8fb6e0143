import { WithdrawnNotice } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Breadcrumbs, Button, classes, PageHeader, Select } from '../ui/index.ts';
import {
  group,
  questionOptions,
  respondentOptions,
  type GuideQuestion,
  type RespondentChoice,
  type SpeakerLine,
} from './structure-options.ts';
import { TurnFacts, type Turn } from './StructureTurns.tsx';

export interface TurnPageProps {
  shell: ShellProps;
  projectId: number;
  source: { id: number; name: string; interviewId: number | null; isWithdrawn: boolean };
  turn: Turn & { speakerId: number | null };
  /** The turn between those beside it. */
  turns: readonly Turn[];
  /** What is said of the question here. */
  said: string;
  speakers: readonly SpeakerLine[];
  respondents: readonly RespondentChoice[];
  questions: readonly GuideQuestion[];
}

/** One turn, to say whose words it is and which question it puts. */
export const TurnPage = (props: TurnPageProps) => {
  const { shell, projectId, source, turn, turns } = props;
  const t = shell.t.structure;
  const base = `/projects/${projectId}/sources`;
  const here = `${base}/${source.id}`;
  const address = `${here}/structure/turn`;
  const beside = (by: number): Turn | undefined =>
    turns.find(({ position }) => position === turn.position + by);
  return (
    <Shell
      shell={shell}
      title={`${t.turn.title(turn.position + 1)}: ${source.name}`}
      current="sources"
    >
      <Breadcrumbs
        label={shell.t.sources.title}
        items={[
          { href: base, label: shell.t.sources.title },
          { href: `${here}/details`, label: source.name },
          { href: `${here}/structure`, label: t.title },
        ]}
      />
      <PageHeader title={t.turn.title(turn.position + 1)} />
      {source.isWithdrawn && <WithdrawnNotice t={shell.t} />}
      <section aria-label={t.turn.around}>
        <ol class="structure-list" start={(turns[0]?.position ?? 0) + 1}>
          {turns.map((one) => (
            <li
              class={classes('structure-around', one.start === turn.start && 'is-current')}
              aria-current={one.start === turn.start ? 'true' : undefined}
            >
              <TurnFacts t={t} turn={one} />
              <p class="structure-sample" dir="auto">
                {one.excerpt}
              </p>
            </li>
          ))}
        </ol>
      </section>
      <TurnForm {...props} t={t} action={address} />
      <p class="structure-links">
        {beside(-1) && <a href={`${address}?at=${beside(-1)?.start}`}>{t.turn.previous}</a>}
        {beside(1) && <a href={`${address}?at=${beside(1)?.start}`}>{t.turn.next}</a>}
        <a href={`${here}/structure#turns`}>{t.turn.back}</a>
        <a href={`${here}?at=${turn.start}-${turn.end}#at`}>{t.turns.inText}</a>
      </p>
    </Shell>
  );
};

const TurnForm = (props: TurnPageProps & { t: ShellProps['t']['structure']; action: string }) => {
  const { t, action, turn, speakers, respondents, questions, said, source } = props;
  const inText = speakers.filter(({ who }) => who !== 'none' && !who.startsWith('same-'));
  const known = new Set(inText.map(({ who }) => who));
  const value = whoValue(turn);
  return (
    <form class="form structure-part" method="post" action={action}>
      <input type="hidden" name="at" value={String(turn.start)} />
      <input type="hidden" name="seen_who" value={value} />
      <input type="hidden" name="seen_question" value={said} />
      <Select
        name="who"
        label={t.turn.who}
        hint={t.turn.whoHint}
        value={value}
        options={[
          { value: 'found', label: t.turn.found },
          ...group(
            t.turn.inText,
            inText.slice(0, 200).map(({ id, label }) => ({ value: `speaker-${id}`, label })),
          ),
          ...group(
            source.interviewId === null ? t.speakers.respondents : t.speakers.ofInterview,
            respondentOptions(
              respondents.filter(({ id }) => !known.has(String(id))),
              (id) => `respondent-${id}`,
            ),
          ),
          ...(known.has('interviewer')
            ? []
            : [{ value: 'interviewer', label: t.speakers.interviewer }]),
          { value: 'nobody', label: t.turn.nobody },
        ]}
      />
      {questions.length > 0 && (
        <Select
          name="question"
          label={t.turn.question}
          hint={t.turn.questionHint}
          value={said}
          options={questionOptions(t.questions, questions)}
        />
      )}
      <Button kind="primary">{t.turn.save}</Button>
    </form>
  );
};

/** What the list shows as chosen: what was corrected, else that it is as found. */
function whoValue({ isCorrected, speakerId }: TurnPageProps['turn']): string {
  if (!isCorrected) return 'found';
  return speakerId === null ? 'nobody' : `speaker-${speakerId}`;
}
