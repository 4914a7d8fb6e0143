/** Which passages of a code are listed. All of it stands in the address of its page. */
export interface PassageChoices {
  /** Without those of its sub-codes. */
  own: boolean;
  /** Ids as the address has them; empty for any. */
  group: string;
  region: string;
  source: string;
  coder: string;
  /** Only those marked for the report. */
  report: boolean;
  /** From 1. */
  page: number;
}

/** What passages can be limited to. */
export const PASSAGE_FILTERS = ['group', 'region', 'source', 'coder'] as const;

export type PassageFilter = (typeof PASSAGE_FILTERS)[number];

/** What takes longer than the page itself, and comes after it. */
export type Piece = 'counts' | 'passages' | 'together' | 'changes';

/** What an address says wrongly is read as the usual. */
export function readPassageChoices(query: URLSearchParams): PassageChoices {
  const number = (name: string) => {
    const text = query.get(name) ?? '';
    return /^[1-9]\d{0,14}$/u.test(text) ? text : '';
  };
  return {
    own: query.get('own') === '1',
    group: number('group'),
    region: number('region'),
    source: number('source'),
    coder: number('coder'),
    report: query.get('report') === '1',
    page: Number(number('page') || 1),
  };
}

export const isLimited = (choices: PassageChoices): boolean =>
  choices.report || PASSAGE_FILTERS.some((name) => choices[name] !== '');

/** The page of a code, or one of its pieces as a page of its own, with these choices; the usual ones are left out. */
export function codeHref(
  projectId: number,
  codeId: number,
  choices: Partial<PassageChoices> = {},
  piece: Piece | null = null,
): string {
  const query = new URLSearchParams();
  if (choices.own === true) query.set('own', '1');
  for (const name of PASSAGE_FILTERS) {
    const value = choices[name] ?? '';
    if (value !== '') query.set(name, value);
  }
  if (choices.report === true) query.set('report', '1');
  if ((choices.page ?? 1) > 1) query.set('page', String(choices.page));
  const path = `/projects/${projectId}/codebook/${codeId}${piece === null ? '' : `/${piece}`}`;
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}
