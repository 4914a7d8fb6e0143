import type { Messages } from '../messages/index.ts';
import { When } from '../ui/index.ts';

export interface CodingChange {
  at: string;
  actor: string;
  sentence: string;
  isReversed: boolean;
}

/** Who did what with one coding, newest first. */
export const CodingHistory = ({
  t,
  entries,
}: {
  t: Messages;
  entries: readonly CodingChange[];
}) => (
  <ol class="activity coding-history" aria-label={t.codings.card.history}>
    {entries.map(({ at, actor, sentence, isReversed }) => (
      <li class={isReversed ? 'activity-entry activity-reversed' : 'activity-entry'}>
        <span class="activity-what">{sentence}</span>
        <span class="activity-note">
          {actor} · <When at={at} />
          {isReversed && ` · ${t.history.reversed}`}
        </span>
      </li>
    ))}
  </ol>
);
