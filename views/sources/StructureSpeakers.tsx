import type { Messages } from '../messages/index.ts';
import { Button, Checkbox, Disclosure, Select } from '../ui/index.ts';
import { whoOptions, type RespondentChoice, type SpeakerLine } from './structure-options.ts';

interface Props {
  t: Messages['structure'];
  here: string;
  source: { interviewId: number | null };
  speakers: readonly SpeakerLine[];
  others: readonly { label: string; count: number }[];
  respondents: readonly RespondentChoice[];
  typed?: Readonly<Record<string, string | string[]>> | undefined;
  errors?: Readonly<Record<string, string>> | undefined;
}

/** Every name found, and who it is: one form, saved as one change. */
export const StructureSpeakers = (props: Props) => {
  const { t, here, speakers, others, typed } = props;
  return (
    <section class="source-section structure-part" aria-labelledby="speakers">
      <h2 id="speakers">{t.speakers.title}</h2>
      <p class="soft">{speakers.length === 0 ? t.speakers.none : t.speakers.lead}</p>
      {speakers.length + others.length > 0 && (
        <form method="post" action={`${here}/speakers`}>
          {speakers.length > 0 && (
            <ul class="structure-list">
              {speakers.map((speaker) => (
                <Speaker {...props} speaker={speaker} />
              ))}
            </ul>
          )}
          {others.length > 0 && <Others {...props} />}
          <Checkbox
            name="everywhere"
            value="yes"
            checked={typed?.['everywhere'] === 'yes'}
            label={t.speakers.everywhere}
            hint={t.speakers.everywhereHint}
          />
          <div class="actions">
            <Button kind="primary">{t.speakers.save}</Button>
          </div>
        </form>
      )}
    </section>
  );
};

const Speaker = (props: Props & { speaker: SpeakerLine }) => {
  const { t, here, source, speakers, respondents, speaker, typed, errors } = props;
  const { id, label, who, turns, words, sample } = speaker;
  const typedWho = typed?.[`speaker-${id}`];
  return (
    <li class="structure-row">
      <div class="structure-what">
        <p class="structure-name">
          <b dir="auto">{label}</b>{' '}
          <span class="soft small">
            {who === 'none'
              ? t.speakers.notOne
              : who.startsWith('same-')
                ? t.speakers.spelling
                : t.speakers.facts(turns, words)}
          </span>{' '}
          {turns > 0 && (
            <a
              class="small"
              href={`${here}/structure?speaker=${id}#turns`}
              aria-label={t.speakers.turnsOf(label)}
            >
              {t.speakers.show}
            </a>
          )}
        </p>
        {sample !== '' && (
          <p class="structure-sample" dir="auto">
            {sample}
          </p>
        )}
      </div>
      <div>
        <input type="hidden" name={`seen-${id}`} value={who} />
        <Select
          name={`speaker-${id}`}
          label={t.speakers.who(label)}
          hideLabel
          value={typeof typedWho === 'string' ? typedWho : who}
          options={whoOptions(
            t.speakers,
            respondents,
            source.interviewId !== null,
            speakers,
            speaker,
          )}
          error={errors?.[`speaker-${id}`]}
        />
      </div>
    </li>
  );
};

/** Labels that look like a speaker's and were not taken for one. */
const Others = ({ t, source, speakers, others, respondents, typed }: Props) => (
  <Disclosure summary={t.speakers.others(others.length)} class="structure-others">
    <p class="soft">{t.speakers.othersLead}</p>
    <ul class="structure-list">
      {others.map(({ label, count }, n) => (
        <li class="structure-row">
          <p class="structure-name">
            <b dir="auto">{label}</b> <span class="soft small">{t.speakers.times(count)}</span>
          </p>
          <div>
            <input type="hidden" name={`label-${n}`} value={label} />
            <Select
              name={`label-${n}-who`}
              label={t.speakers.who(label)}
              hideLabel
              value={String(typed?.[`label-${n}-who`] ?? 'none')}
              options={whoOptions(
                t.speakers,
                respondents,
                source.interviewId !== null,
                speakers,
                null,
              )}
            />
          </div>
        </li>
      ))}
    </ul>
  </Disclosure>
);
