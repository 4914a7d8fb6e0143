import type { ShellProps } from '../layout/types.ts';
import { Badge, Button, DefinitionList, SectionHeader } from '../ui/index.ts';
import { dateOf, type InterviewShown } from './InterviewHead.tsx';

/** `Yes`, `No`, or the respondent's own condition. */
const quoted = (t: ShellProps['t']['interviews'], words: string): string =>
  words === 'yes' || words === 'no' ? t.form.quoting[words] : words;

/** Whether the notes are a source: not yet, as they stand, or as they stood before; left out when there are none. */
export type NotesSourceState = 'none' | 'current' | 'older' | undefined;

/** Makes the notes a source, or brings that up to date; a save puts it in its place as soon as there is something to make. */
export const NotesSource = ({
  t,
  action,
  stands,
  isAnswer = false,
}: {
  t: ShellProps['t'];
  action: string;
  stands: NotesSourceState;
  isAnswer?: boolean;
}) => {
  const n = t.interviews.notes;
  return (
    <div id="notes-source" hx-swap-oob={isAnswer ? 'true' : undefined}>
      {stands !== undefined && stands !== 'current' && (
        <form method="post" action={action}>
          <Button size="small">{stands === 'none' ? n.makeSource : n.updateSource}</Button>
          <p class="soft small">{stands === 'none' ? n.makeSourceHint : n.updateSourceHint}</p>
        </form>
      )}
    </div>
  );
};

/** The facts about an interview and what hangs on it, beside the notes or below them. */
export const InterviewAside = (props: {
  shell: ShellProps;
  base: string;
  interview: InterviewShown;
  sources: readonly { id: number; name: string; kind: 'transcript' | 'notes' | 'document' }[];
  notesSource?: NotesSourceState;
}) => {
  const { shell, base, interview: i, sources } = props;
  const t = shell.t.interviews;
  const people = i.respondents.map((respondent, n) => (
    <>
      {n > 0 && ', '}
      <a href={`${base}/respondents/${respondent.id}`}>{respondent.reference}</a>
      {respondent.head_count > 1 && ` (${shell.t.respondents.headCount(respondent.head_count)})`}
      {respondent.role !== '' && `, ${respondent.role}`}
    </>
  ));
  return (
    <aside class="notes-aside">
      <SectionHeader title={t.notes.facts} />
      <DefinitionList
        items={[
          { term: t.columns.status, value: <Badge>{t.statuses[i.status]}</Badge> },
          { term: t.columns.respondents, value: people.length === 0 ? null : people },
          { term: t.columns.date, value: dateOf(shell.t, i) },
          { term: t.columns.kind, value: t.kinds[i.kind] },
          { term: t.form.mode, value: i.mode === '' ? null : t.modes[i.mode] },
          { term: t.columns.location, value: i.location },
          {
            term: t.columns.interviewers,
            value: i.interviewers.map(({ name }) => name).join(', '),
          },
          { term: t.form.language, value: i.language },
          { term: t.form.consent, value: t.consents[i.consent] },
          { term: t.form.mayQuote, value: quoted(t, i.may_quote) },
          {
            term: t.notes.follows,
            value:
              i.follows_id === null ? null : (
                <a href={`${base}/interviews/${i.follows_id}`}>{i.follows}</a>
              ),
          },
          {
            term: t.notes.followers,
            value:
              i.followers.length === 0
                ? null
                : i.followers.map((follower, n) => (
                    <>
                      {n > 0 && ', '}
                      <a href={`${base}/interviews/${follower.id}`}>{follower.reference}</a>
                    </>
                  )),
          },
        ]}
      />
      <p>
        <a href={`${base}/interviews/${i.id}/facts`}>{t.notes.change}</a>
      </p>
      <p>
        <a href={`${base}/interviews/${i.id}/sheet`}>{shell.t.guide.sheet.open}</a>
      </p>
      {i.respondents.length > 0 && (
        <p>
          <a href={`${base}/interviews/new?follows=${i.id}`}>{t.notes.followUp}</a>
        </p>
      )}
      <SectionHeader title={t.notes.sources} />
      {sources.length === 0 && <p class="soft">{t.notes.noSources}</p>}
      <ul>
        {sources.map((source) => (
          <li>
            <a href={`${base}/sources/${source.id}`}>{source.name}</a>{' '}
            <span class="soft small">{t.notes.sourceKinds[source.kind]}</span>
          </li>
        ))}
      </ul>
      <NotesSource
        t={shell.t}
        action={`${base}/interviews/${i.id}/source`}
        stands={props.notesSource}
      />
      <p>
        <a href={`${base}/sources/upload?interview=${i.id}`}>{t.notes.addSource}</a>
      </p>
    </aside>
  );
};
