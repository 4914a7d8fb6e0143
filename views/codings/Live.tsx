import type { T } from './types.ts';

export type LiveLineProps = {
  /** "Ada coded “Capacity”" */
  sentence: string;
  /** The first segment it was in; null when nothing of it is on the page any more. */
  segmentId: number | null;
};

/** Who did something in this text just now. No live region: it would talk into the reading of whoever listens. */
export const LiveLine = ({ sentence, segmentId }: LiveLineProps) =>
  segmentId === null ? <>{sentence}</> : <a href={`#segment-${segmentId}`}>{sentence}</a>;

export type ReloadProps = { sentence: string; href: string };

/** Says why the page no longer shows the text as it is; script adds the marked passage to the address. */
export const ReloadNotice = ({ t, reload }: { t: T; reload: ReloadProps }) => (
  <>
    {reload.sentence}{' '}
    <a href={reload.href} data-reload>
      {t.live.reload}
    </a>
  </>
);
