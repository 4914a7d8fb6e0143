import { formatDate } from '../../src/domain/dates/index.ts';
import type { Messages } from '../messages/index.ts';
import { WithdrawnNotice } from '../consent/LeftOut.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Breadcrumbs, PageHeader, Tabs } from '../ui/index.ts';

export interface InterviewShown {
  id: number;
  guid: string;
  reference: string;
  date: string | null;
  end_date: string | null;
  kind: 'individual' | 'group' | 'follow-up' | 'debrief';
  mode: '' | 'in person' | 'video' | 'phone' | 'written';
  location: string;
  language: string;
  status: 'planned' | 'done' | 'transcribed' | 'coded' | 'cancelled';
  consent: 'given' | 'given with conditions' | 'not recorded' | 'withdrawn';
  may_quote: string;
  follows_id: number | null;
  follows: string | null;
  followers: readonly { id: number; reference: string }[];
  respondents: readonly {
    id: number;
    reference: string;
    role: string;
    organisation: string;
    head_count: number;
    group_name: string | null;
    region_name: string | null;
  }[];
  interviewers: readonly { id: number; name: string }[];
}

/** `15 March 2013`, or that there is no date yet. */
export const dateOf = (
  t: Messages,
  { date, end_date }: Pick<InterviewShown, 'date' | 'end_date'>,
): string => (date === null ? t.interviews.noDate : formatDate(date, end_date));

/** Each once, in order; what nobody said is left out. */
export const distinct = (values: readonly (string | null)[]): string =>
  [...new Set(values.filter((value) => value !== null && value !== ''))].join(', ');

/** `7 of 12 questions asked`; a save puts the new count in its place. */
export const AskedCount = ({
  t,
  asked,
  of,
  isAnswer = false,
}: {
  t: Messages;
  asked: number;
  of: number;
  isAnswer?: boolean;
}) => (
  <span id="asked" hx-swap-oob={isAnswer ? 'true' : undefined}>
    {t.interviews.notes.asked(asked, of)}
  </span>
);

/** Who, when and where; and the pages of this interview. */
export const InterviewHead = (props: {
  shell: ShellProps;
  base: string;
  interview: InterviewShown;
  questions: readonly unknown[];
  asked: number;
  current: 'notes' | 'read' | 'facts';
}) => {
  const { shell, base, interview: i, questions, asked, current } = props;
  const { t } = shell;
  const who = distinct(i.respondents.map(({ reference }) => reference));
  const groups = distinct(i.respondents.map(({ group_name }) => group_name));
  const regions = distinct(i.respondents.map(({ region_name }) => region_name));
  const mode = i.mode === '' ? null : t.interviews.modes[i.mode].toLowerCase();
  const facts = distinct([dateOf(t, i), regions, i.location, mode]);
  const one = `${base}/interviews/${i.id}`;
  const tab = (key: typeof current, href: string) => ({
    href,
    label: t.interviews.notes.tabs[key],
    current: key === current,
  });
  return (
    <>
      <Breadcrumbs
        label={t.interviews.title}
        items={[{ href: `${base}/interviews`, label: t.interviews.title }]}
      />
      <PageHeader
        eyebrow={distinct([
          i.reference,
          i.kind === 'individual' ? null : t.interviews.kinds[i.kind],
        ])}
        title={distinct([who, groups]) || i.reference}
        lead={
          <>
            {facts}
            {questions.length > 0 && (
              <>
                {', '}
                <AskedCount t={t} asked={asked} of={questions.length} />
              </>
            )}
          </>
        }
      />
      <Tabs
        label={t.interviews.notes.tabs.label}
        items={[tab('notes', one), tab('read', `${one}/read`), tab('facts', `${one}/facts`)]}
      />
      {i.consent === 'withdrawn' && <WithdrawnNotice t={t} />}
    </>
  );
};
