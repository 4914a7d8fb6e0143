import type { Notice, Review, Tracked } from '../../files/index.ts';

/** How what people left in a document while they worked on it is taken. */
export interface ReviewChoice {
  /** Tracked changes: as accepted unless told otherwise. */
  tracked?: Tracked | undefined;
  /** Comments become memos on the source; else they are left out. */
  comments?: boolean | undefined;
}

/** People named one by one. */
const NAMED = 5;

/** What a document held of comments and tracked changes, and how they were taken. */
export function reviewNotices(review: Review | null, choice: ReviewChoice): Notice[] {
  if (review === null) return [];
  const { comments, insertions, deletions, authors } = review;
  const notices: Notice[] = [];
  if (comments.length > 0)
    notices.push({
      code: choice.comments === true ? 'commentsTaken' : 'commentsLeft',
      params: { count: comments.length, authors: named(comments.map(({ author }) => author)) },
    });
  if (insertions + deletions > 0)
    notices.push({
      code: choice.tracked === 'rejected' ? 'changesRejected' : 'changesAccepted',
      params: { insertions, deletions, authors: named(authors) },
    });
  return notices;
}

/** `Ana, Bo`; after five, how many more. */
export function named(authors: readonly string[]): string {
  const all = [...new Set(authors)].filter((author) => author !== '');
  const shown = all.slice(0, NAMED).join(', ');
  return all.length > NAMED ? `${shown} + ${all.length - NAMED}` : shown;
}
