import type { Messages } from '../messages/index.ts';
import { Button, DataTable, Select } from '../ui/index.ts';

export interface SpeakersProps {
  t: Messages['sources']['details'];
  action: string;
  speakers: readonly {
    id: number;
    label: string;
    isInterviewer: boolean;
    respondentId: number | null;
    segments: number;
  }[];
  respondents: readonly { id: number; reference: string; hint: string }[];
}

/** Whose words stand under each label of the text. */
export const SpeakersForm = ({ t, action, speakers, respondents }: SpeakersProps) => (
  <section class="source-section speakers" aria-labelledby="speakers">
    <h2 id="speakers">{t.speakers}</h2>
    {speakers.length === 0 ? (
      <p class="soft">{t.noSpeakers}</p>
    ) : (
      <form method="post" action={action}>
        <p class="soft">{t.speakersLead}</p>
        <DataTable
          caption={t.speakers}
          label={t.speakersTable}
          hideCaption
          rows={speakers}
          columns={[
            {
              key: 'label',
              label: t.speaker,
              cell: ({ label }) => <span dir="auto">{label}</span>,
            },
            {
              key: 'turns',
              label: t.turns,
              numeric: true,
              cell: ({ segments }) => segments.toLocaleString('en'),
            },
            {
              key: 'who',
              label: t.who,
              cell: (speaker) => (
                <Select
                  name={`speaker-${speaker.id}`}
                  label={t.whoOf(speaker.label)}
                  hideLabel
                  value={speaker.respondentId ?? (speaker.isInterviewer ? 'interviewer' : 'nobody')}
                  options={[
                    { value: 'nobody', label: t.nobody },
                    { value: 'interviewer', label: t.interviewer },
                    ...(respondents.length === 0
                      ? []
                      : [
                          {
                            label: t.respondents,
                            options: respondents.map(({ id, reference, hint }) => ({
                              value: id,
                              label: hint === '' ? reference : `${reference} · ${hint}`,
                            })),
                          },
                        ]),
                  ]}
                />
              ),
            },
          ]}
        />
        <Button>{t.saveSpeakers}</Button>
      </form>
    )}
  </section>
);
