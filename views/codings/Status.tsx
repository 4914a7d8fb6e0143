import { Pause } from '../ui/index.ts';
import type { ProgressView, SourceView, T } from './types.ts';

/** How far this text is coded. Sent alone when it has changed; the browser counts the turns itself. */
export const Progress = ({ t, progress }: { t: T; progress: Omit<ProgressView, 'uncoded'> }) => (
  <>
    {t.status.codings(progress.codings)}, {t.status.codes(progress.codes)}
  </>
);

/** The bar below the text: progress, and what can be done with the passage by button as well as by key. */
export const Status = ({
  t,
  progress,
  source,
  href,
}: {
  t: T;
  progress: ProgressView;
  source: SourceView;
  /** The source's address. */
  href: string;
}) => (
  <>
    <span class="status-text">
      <span id="progress">
        <Progress t={t} progress={progress} />
      </span>
      {', '}
      <span id="uncoded">{t.status.uncoded(progress.uncoded)}</span>
      <span class="status-hash" title={t.facts.hashHint}>
        {' · '}
        {source.hash}
      </span>
    </span>
    <span class="status-waiting" id="waiting" role="status" />
    <a class="status-many" href={`${href}/code-many`} data-many>
      {t.bulk.link}
    </a>
    <span class="status-armed" id="armed" hidden />
    <span class="status-keys needs-script">
      <StatusKey act="pick" shown="C" label={t.status.code} />
      <StatusKey act="last" shown="Q" label={t.status.last} />
      <StatusKey act="inVivo" shown="V" label={t.status.inVivo} />
      <StatusKey act="memo" shown="M" label={t.status.memo} />
      <StatusKey act="keys" shown="?" label={t.status.keys} />
    </span>
  </>
);

const StatusKey = ({ act, shown, label }: { act: string; shown: string; label: string }) => (
  <button type="button" class="status-key" data-act={act}>
    <kbd class="kbd" data-key-of={act}>
      {shown}
    </kbd>
    <span data-label>
      <Pause />
      {label}
    </span>
  </button>
);
