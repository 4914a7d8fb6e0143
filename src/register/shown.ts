import { SHOWS, type PreviewQuery, type Show } from '../../views/register/address.ts';
import { readPage } from '../domain/address.ts';
import { foldName } from '../domain/names.ts';
import type { PreviewRow } from '../domain/register/brought/index.ts';
import { splitInterviewers } from '../domain/register/index.ts';
import type { Opened } from './opened.ts';

/** Rows on one page. */
export const PAGE = 50;

export function previewQuery(of: (name: string) => string | undefined): PreviewQuery {
  const edit = Number(of('edit'));
  return {
    show: SHOWS.find((show) => show === of('show')) ?? 'doubts',
    place: of('place') ?? '',
    page: readPage(of('page')),
    edit: Number.isInteger(edit) && edit > 0 ? edit : null,
  };
}

const SHOWN: Record<Show, (row: PreviewRow) => boolean> = {
  doubts: ({ doubts }) => doubts.length > 0,
  interviews: ({ interview, fate }) => interview !== null && fate !== 'aside',
  ungrouped: ({ interview, fate }) =>
    fate !== 'aside' && interview !== null && interview.people.some(({ group }) => group === ''),
  others: ({ interview, fate }) => interview === null || fate === 'aside',
  all: () => true,
};

/** The rows that an address asks for, those to decide first where doubts are shown. */
export function rowsShown({ rows }: Pick<Opened, 'rows'>, query: PreviewQuery): PreviewRow[] {
  const found = rows.filter(
    (row) =>
      SHOWN[query.show](row) && (query.place === '' || row.interview?.location === query.place),
  );
  if (query.show !== 'doubts') return found;
  const isOpen = ({ fate }: PreviewRow): boolean => fate === 'open';
  return [...found.filter(isOpen), ...found.filter((row) => !isOpen(row))];
}

export const countsShown = ({ rows }: Pick<Opened, 'rows'>): Record<Show, number> => ({
  doubts: rows.filter(SHOWN.doubts).length,
  interviews: rows.filter(SHOWN.interviews).length,
  ungrouped: rows.filter(SHOWN.ungrouped).length,
  others: rows.filter(SHOWN.others).length,
  all: rows.length,
});

export const placesOf = ({ rows }: Pick<Opened, 'rows'>): string[] =>
  [...new Set(rows.map(({ interview }) => interview?.location ?? ''))].filter(Boolean);

/** Every spelling of an interviewer in the list as given, with how often it stands there and whom it means. */
export function spellingsOf({ draft, brought, reading }: Opened) {
  const times = new Map<string, number>();
  for (const name of given(reading, brought)) times.set(name, (times.get(name) ?? 0) + 1);
  const meant = draft.corrections.interviewers ?? {};
  return [...times]
    .map(([spelling, n]) => ({
      ...{ spelling, times: n },
      meant: Object.hasOwn(meant, spelling) ? (meant[spelling] ?? spelling) : '',
    }))
    .sort((a, b) => foldName(a.spelling).localeCompare(foldName(b.spelling)));
}

function given(reading: Opened['reading'], brought: Opened['brought']): string[] {
  if (reading.paste !== null) return reading.paste.interviews.flatMap(({ spellings }) => spellings);
  if (brought.kind !== 'table') return [];
  const header = reading.rows[0]?.cells.map(foldName) ?? [];
  const place = header.indexOf('interviewers');
  const lines = new Set(reading.rows.slice(1).map(({ line }) => line));
  return brought.rows
    .filter(({ line }) => lines.has(line))
    .flatMap(({ cells }) => splitInterviewers(cells[place] ?? ''));
}
