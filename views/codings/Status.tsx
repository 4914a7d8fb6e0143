import { Kbd } from '../ui/index.ts';
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
}: {
  t: T;
  progress: ProgressView;
  source: SourceView;
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
    <span class="status-live" id="live" />
    <span class="status-waiting" id="waiting" role="status" />
    <span class="status-armed" id="armed" hidden />
    <span class="status-keys needs-script">
      <StatusKey act="pick" shown="C" label={t.status.code} />
      <StatusKey act="last" shown="Q" label={t.status.last} />
      <StatusKey act="memo" shown="M" label={t.status.memo} />
      <StatusKey act="keys" shown="?" label={t.status.keys} />
    </span>
  </>
);

const StatusKey = ({ act, shown, label }: { act: string; shown: string; label: string }) => (
  <button type="button" class="status-key" data-act={act}>
    <Kbd>{shown}</Kbd> <span data-label>{label}</span>
  </button>
);
