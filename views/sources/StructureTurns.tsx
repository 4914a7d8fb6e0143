import { clock } from '../codings/clock.ts';
import type { Messages } from '../messages/index.ts';
import { Badge, Button, EmptyState, Pagination, Pause, Select } from '../ui/index.ts';
import type { SpeakerLine } from './structure-options.ts';

export interface Turn {
  position: number;
  start: number;
  end: number;
  kind: 'turn' | 'paragraph' | 'heading';
  speaker: string | null;
  isInterviewer: boolean;
  respondent: string | null;
  timeMs: number | null;
  stamps: readonly number[];
  question: string | null;
  isCorrected: boolean;
  excerpt: string;
}

interface Props {
  t: Messages['structure'];
  here: string;
  speakers: readonly SpeakerLine[];
  shown: { turns: readonly Turn[]; total: number; first: number };
  page: number;
  pageSize: number;
  chosen: string | undefined;
}

/** Every turn with what was found, some at a time; each can be corrected alone. */
export const StructureTurns = ({ t, here, speakers, shown, page, pageSize, chosen }: Props) => {
  const address = `${here}/structure`;
  const href = (to: number): string => {
    const query = new URLSearchParams();
    if (chosen !== undefined && chosen !== '') query.set('speaker', chosen);
    if (to > 1) query.set('page', String(to));
    return `${address}${query.size === 0 ? '' : `?${query.toString()}`}#turns`;
  };
  const last = Math.min(shown.first + pageSize, shown.total);
  return (
    <section class="source-section structure-part" aria-labelledby="turns">
      <h2 id="turns">{t.turns.title}</h2>
      {speakers.length > 0 && (
        <Filter t={t} address={address} speakers={speakers} chosen={chosen} />
      )}
      {shown.turns.length === 0 ? (
        <EmptyState title={t.turns.nothing}>{t.turns.nothingStep}</EmptyState>
      ) : (
        <ol class="structure-list">
          {shown.turns.map((turn) => (
            <TurnRow t={t} here={here} turn={turn} />
          ))}
        </ol>
      )}
      {shown.total > pageSize && (
        <Pagination
          label={t.turns.pages}
          summary={t.turns.range(shown.first + 1, last, shown.total)}
          previous={page > 1 ? { href: href(page - 1), label: t.turns.previous } : undefined}
          next={last < shown.total ? { href: href(page + 1), label: t.turns.next } : undefined}
        />
      )}
    </section>
  );
};

const Filter = ({
  t,
  address,
  speakers,
  chosen,
}: Pick<Props, 't' | 'speakers' | 'chosen'> & { address: string }) => (
  <form class="filters" method="get" action={`${address}#turns`} aria-label={t.turns.label}>
    <Select
      name="speaker"
      label={t.turns.speaker}
      empty={t.turns.anyone}
      value={chosen ?? ''}
      options={[
        ...speakers.filter(({ turns }) => turns > 0).map(({ id, label }) => ({ value: id, label })),
        { value: 'none', label: t.turns.nobody },
      ]}
    />
    <div class="filters-actions">
      <Button>{t.turns.apply}</Button>
      {chosen !== undefined && chosen !== '' && <a href={`${address}#turns`}>{t.turns.all}</a>}
    </div>
  </form>
);

/** Who speaks when, under which question: a line above the words. */
export const TurnFacts = ({ t, turn }: { t: Messages['structure']; turn: Turn }) => {
  const { kind, speaker, isInterviewer, respondent, timeMs, stamps, question, isCorrected } = turn;
  const time = timeMs ?? stamps[0];
  return (
    <p class="structure-name">
      {speaker !== null ? (
        <b dir="auto">{speaker}</b>
      ) : (
        <span class="soft small">{kind === 'heading' ? t.turns.heading : t.turns.noSpeaker}</span>
      )}{' '}
      {isInterviewer && <Badge>{t.turns.interviewer}</Badge>}
      {respondent !== null && respondent !== speaker && <Badge>{respondent}</Badge>}
      {isCorrected && <Badge>{t.turns.corrected}</Badge>}
      <Pause />
      <span class="soft small">
        {[
          ...(time === undefined ? [] : [clock(time)]),
          ...(question === null ? [] : [t.turns.question(question)]),
        ].join(' · ')}
      </span>
    </p>
  );
};

const TurnRow = ({ t, here, turn }: { t: Messages['structure']; here: string; turn: Turn }) => {
  const { position, start, end, excerpt } = turn;
  const n = position + 1;
  return (
    <li class="structure-row structure-turn">
      <div class="structure-what">
        <TurnFacts t={t} turn={turn} />
        <p class="structure-sample" dir="auto">
          {excerpt}
        </p>
      </div>
      <p class="structure-links">
        <a href={`${here}/structure/turn?at=${start}`} aria-label={t.turns.correctOf(n)}>
          {t.turns.correct}
        </a>
        <a href={`${here}?at=${start}-${end}#at`} aria-label={t.turns.inTextOf(n)}>
          {t.turns.inText}
        </a>
      </p>
    </li>
  );
};
