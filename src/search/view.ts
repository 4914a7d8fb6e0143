import type { Messages } from '../../views/messages/index.ts';
import type { FoundGroup, FoundPassage } from '../../views/search/types.ts';
import { excerptsOf } from '../domain/search/excerpts.ts';
import type { MemoPassage, NotePassage, SourcePassage } from './passages.ts';
import type { Found } from './queries.ts';

/** Lines shown of one passage. */
const LINES = 3;

interface Frame {
  t: Messages['search'];
  /** `/projects/1` */
  base: string;
}

/** What was found, grouped as it stands: by source, then by interview, then the memos. */
export function groupsOf(frame: Frame, found: readonly Found[]): FoundGroup[] {
  const groups: (FoundGroup & { key: string; passages: FoundPassage[] })[] = [];
  for (const one of found) {
    const { key, ...head } = headOf(frame, one);
    const last = groups.at(-1);
    const passage = passageOf(frame, one);
    if (last?.key === key) last.passages.push(passage);
    else groups.push({ key, ...head, passages: [passage] });
  }
  return groups;
}

function headOf({ t, base }: Frame, found: Found): Omit<FoundGroup, 'passages'> & { key: string } {
  switch (found.part) {
    case 'segment':
      return {
        key: `source ${found.sourceId}`,
        title: found.source,
        href: `${base}/sources/${found.sourceId}`,
        note: found.interview,
      };
    case 'memo':
      return { key: 'memos', title: t.results.memos, href: null, note: null };
    default:
      return {
        key: `interview ${found.interviewId}`,
        title: t.results.notes(found.interview),
        href: `${base}/interviews/${found.interviewId}`,
        note: null,
      };
  }
}

function passageOf(frame: Frame, found: Found): FoundPassage {
  // A text that changed while it was searched has no hit any more; its beginning is still shown.
  const hits = found.hits.length > 0 ? found.hits : [{ start: 0, end: 0 }];
  const excerpts = excerptsOf(found.text, hits, LINES);
  const shown = excerpts.reduce(
    (n, { pieces }) => n + pieces.filter(({ isHit }) => isHit).length,
    0,
  );
  return {
    label: labelOf(frame, found),
    more: Math.max(0, found.hits.length - shown),
    lines: excerpts.map(({ start, end, ...line }) => ({
      href: hrefOf(frame, found, start, end),
      ...line,
    })),
  };
}

function labelOf({ t }: Frame, found: Found): string {
  if (found.part === 'segment') return speakerLabel(found);
  if (found.part === 'memo') return `${memoLabel(t, found)} · ${found.author}`;
  return found.question === null ? t.results.interviewNotes : t.results.question(found.question);
}

function speakerLabel({ speaker, timeMs }: SourcePassage): string {
  return [speaker, timeMs === null ? null : clock(timeMs)]
    .filter((part) => part !== null)
    .join(' · ');
}

/** 842000 → `0:14:02` */
function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function memoLabel(t: Messages['search'], { on }: MemoPassage): string {
  const { memoOn } = t.results;
  if (on.start !== null) return memoOn.coding(on.code ?? '', on.source ?? '');
  if (on.code !== null) return memoOn.code(on.code);
  if (on.source !== null) return memoOn.source(on.source);
  if (on.interviewId !== null) return memoOn.interview;
  return on.respondentId === null ? memoOn.project : memoOn.respondent;
}

function hrefOf({ base }: Frame, found: Found, start: number, end: number): string {
  if (found.part === 'segment')
    return `${base}/sources/${found.sourceId}?at=${found.offset + start}-${found.offset + end}`;
  return found.part === 'memo' ? memoHref(base, found) : noteHref(base, found);
}

function noteHref(base: string, { interviewId, questionId }: NotePassage): string {
  const place = questionId === null ? '' : `#question-${questionId}`;
  return `${base}/interviews/${interviewId}${place}`;
}

function memoHref(base: string, { on }: MemoPassage): string {
  if (on.start !== null) return `${base}/sources/${on.sourceId}?at=${on.start}-${on.end}`;
  if (on.codeId !== null) return `${base}/codebook/${on.codeId}`;
  if (on.sourceId !== null) return `${base}/sources/${on.sourceId}`;
  if (on.interviewId !== null) return `${base}/interviews/${on.interviewId}`;
  return on.respondentId === null ? base : `${base}/respondents/${on.respondentId}`;
}
