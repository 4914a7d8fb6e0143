import type { Messages } from '../messages/index.ts';
import { Badge, Button, Checkbox, EmptyState, Notice, Pause } from '../ui/index.ts';
import type { OfferedPassage, Offers } from './coding.ts';

type T = Messages['search'];

type Props = {
  t: T;
  action: string;
  /** What the passages were found by, to be sent back with the ticks. */
  hidden: Readonly<Record<string, string>>;
  offers: Offers;
  /** Says that nothing was found. */
  none: string;
};

/** The passages that would be coded, each with its tick; those that have the code already are marked. */
export const Offered = ({ t, action, hidden, offers, none }: Props) => {
  const fresh = offers.passages.filter(({ already }) => already === null).length;
  if (offers.passages.length === 0) return <EmptyState title={t.results.none}>{none}</EmptyState>;
  return (
    <form class="found" method="post" action={action} aria-labelledby="offered" data-once>
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <h2 id="offered">{t.coding.offered(fresh, offers.code)}</h2>
      <p class="soft">{t.coding.coded(offers.passages.length - fresh)}</p>
      {offers.more !== null && <Notice>{offers.more}</Notice>}
      <div class="coding-bar">
        <div class="choice needs-script">
          <input type="checkbox" id="pick-all" data-pick-all checked={fresh > 0} />
          <label class="choice-text" for="pick-all">
            {t.coding.all}
          </label>
        </div>
        <Button kind="primary">{t.coding.submit}</Button>
        <span class="soft" role="status" data-picked={t.coding.chosen} />
      </div>
      {bySource(offers.passages).map(([source, passages], n) => (
        <section class="found-group" aria-labelledby={`offered-${n}`}>
          <h3 class="found-title" id={`offered-${n}`}>
            {source}
            <span class="found-note">
              <Pause />
              {t.results.found(passages.length)}
            </span>
          </h3>
          <ul class="found-list">
            {passages.map((passage) => (
              <OfferedLine t={t} passage={passage} />
            ))}
          </ul>
        </section>
      ))}
    </form>
  );
};

const OfferedLine = ({ t, passage }: { t: T; passage: OfferedPassage }) => {
  const { pick, before, match, after, speaker, already, isPicked, href } = passage;
  return (
    <li class="found-passage coding-offer">
      <Checkbox
        name="pick"
        id={`pick-${pick.replaceAll('.', '-')}`}
        value={pick}
        checked={isPicked}
        disabled={already === 'same'}
        label={
          <span class="kwic" dir="auto">
            {before}
            <mark>{match}</mark>
            {after}
          </span>
        }
      />
      <p class="found-label">
        {speaker !== null && <span dir="auto">{speaker} · </span>}
        {already !== null && <Badge>{t.coding.already[already]}</Badge>}{' '}
        <a href={href} aria-label={t.coding.open(match.slice(0, 80))}>
          {t.results.open}
        </a>
      </p>
    </li>
  );
};

function bySource(passages: readonly OfferedPassage[]): [string, OfferedPassage[]][] {
  const groups = new Map<number, [string, OfferedPassage[]]>();
  for (const passage of passages) {
    const group = groups.get(passage.sourceId);
    if (group) group[1].push(passage);
    else groups.set(passage.sourceId, [passage.source, [passage]]);
  }
  return [...groups.values()];
}
