import type { Messages } from '../../views/messages/index.ts';
import type { Place } from '../../db/search/index.ts';
import type { FoundGroup, FoundPassage, Results } from '../../views/search/types.ts';
import { excerptsOf } from '../domain/search/excerpts.ts';
import type { MemoPassage, NotePassage, SourcePassage } from './passages.ts';
import { address } from '../domain/address.ts';
import { codingAddress, queryText, searchAddress, type Search } from './address.ts';
import { type Found, type SearchResult } from './queries.ts';

/** Lines shown of one passage. */
const LINES = 3;

interface Frame {
  t: Messages['search'];
  /** `/projects/1` */
  base: string;
  search: Search;
}

/** Sources listed beside the results. */
const LISTED = 100;

/** What was found as the page shows it. */
export function resultsOf(frame: Frame, result: SearchResult): Results {
  const { t, base, search } = frame;
  if (!result.ok) {
    const { code, text, start } = result.problem;
    const place = {
      before: search.text.slice(0, start),
      here: text,
      after: search.text.slice(start + text.length),
    };
    const isWhole = text === '' || text === search.text.trim();
    return { state: 'problem', sentence: t.problem({ code, text }), place: isWhole ? null : place };
  }
  const { page, pages, places } = result;
  const at = (number: number): string => searchAddress(base, search, number);
  return {
    state: 'found',
    summary: t.results.summary(places),
    groups: groupsOf(frame, result.found, places),
    sources: sourcesOf(frame, places),
    page,
    pages,
    withdrawn: result.withdrawn,
    search: queryText(search),
    coding: places.some(({ kind }) => kind === 'source') ? codingAddress(base, search) : null,
    previous: page > 1 ? at(Math.min(page - 1, pages)) : null,
    next: page < pages ? at(page + 1) : null,
  };
}

function sourcesOf(
  { base, search }: Frame,
  places: readonly Place[],
): { title: string; matches: number; href: string }[] {
  const sources = places.filter(({ kind }) => kind === 'source');
  if (sources.length < 2) return [];
  return sources
    .sort((a, b) => b.matches - a.matches)
    .slice(0, LISTED)
    .map(({ id, title, matches }) => ({
      title,
      matches,
      href: searchAddress(base, { ...search, sourceId: id }),
    }));
}

/** What was found, grouped as it stands: by source, then by interview, then memos, codes and respondents. */
function groupsOf(frame: Frame, found: readonly Found[], places: readonly Place[]): FoundGroup[] {
  const groups: (FoundGroup & { key: string; passages: FoundPassage[] })[] = [];
  for (const one of found) {
    const { key, ...head } = headOf(frame, one);
    const last = groups.at(-1);
    const passage = passageOf(frame, one);
    if (last?.key === key) last.passages.push(passage);
    else {
      const matches = places.find(({ kind, id }) => `${kind} ${id}` === key)?.matches ?? 0;
      const isSource = one.part === 'segment';
      groups.push({ key, ...head, isSource, matches, passages: [passage] });
    }
  }
  return groups;
}

type Head = Pick<FoundGroup, 'title' | 'href' | 'note' | 'only'> & { key: string };

function headOf({ t, base, search }: Frame, found: Found): Head {
  const pile = (key: string, title: string): Head => ({
    key,
    title,
    href: null,
    note: null,
    only: null,
  });
  switch (found.part) {
    case 'segment':
      return {
        key: `source ${found.sourceId}`,
        title: found.source,
        href: `${base}/sources/${found.sourceId}`,
        note: found.interview,
        only:
          search.sourceId === undefined
            ? searchAddress(base, { ...search, sourceId: found.sourceId })
            : null,
      };
    case 'memo':
      return pile('memos 0', t.results.memos);
    case 'code':
      return pile('codes 0', t.results.codes);
    case 'respondent':
      return pile('respondents 0', t.results.respondents);
    default:
      return {
        ...pile(`interview ${found.interviewId}`, t.results.notes(found.interview)),
        href: `${base}/interviews/${found.interviewId}`,
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
  if (found.part === 'code' || found.part === 'respondent') return firstLine(found.text);
  return found.question === null ? t.results.interviewNotes : t.results.question(found.question);
}

/** The code's name, the respondent's reference. */
const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';

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

function hrefOf({ base, search }: Frame, found: Found, start: number, end: number): string {
  if (found.part === 'segment')
    return `${address(`${base}/sources/${found.sourceId}`, {
      at: `${found.offset + start}-${found.offset + end}`,
      find: search.text,
      case: search.isCased === true ? 1 : null,
      accents: search.hasAccents === true ? 1 : null,
    })}#at`;
  if (found.part === 'code') return `${base}/codebook/${found.id}`;
  if (found.part === 'respondent') return `${base}/respondents/${found.id}`;
  return found.part === 'memo' ? memoHref(base, found) : noteHref(base, found);
}

function noteHref(base: string, { interviewId, questionId }: NotePassage): string {
  const place = questionId === null ? '' : `#question-${questionId}`;
  return `${base}/interviews/${interviewId}${place}`;
}

function memoHref(base: string, { on }: MemoPassage): string {
  if (on.start !== null) return `${base}/sources/${on.sourceId}?at=${on.start}-${on.end}#at`;
  if (on.codeId !== null) return `${base}/codebook/${on.codeId}`;
  if (on.sourceId !== null) return `${base}/sources/${on.sourceId}`;
  if (on.interviewId !== null) return `${base}/interviews/${on.interviewId}`;
  return on.respondentId === null ? base : `${base}/respondents/${on.respondentId}`;
}
