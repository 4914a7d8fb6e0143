/** A line of keyword in context, and where it leads. */
export interface Line {
  href: string;
  before: string;
  pieces: readonly { text: string; isHit: boolean }[];
  after: string;
  isCutBefore: boolean;
  isCutAfter: boolean;
}

export interface FoundPassage {
  /** Who speaks, when, or under which question; empty when nothing more can be said. */
  label: string;
  lines: readonly Line[];
  /** Places in this passage that are not listed. */
  more: number;
}

/** What was found in one source, interview or pile of memos. */
export interface FoundGroup {
  title: string;
  href: string | null;
  /** A reference beside the title: the source's interview. */
  note: string | null;
  passages: readonly FoundPassage[];
}

export type Results =
  | { state: 'none asked' }
  | { state: 'problem'; sentence: string }
  | {
      state: 'found';
      summary: string;
      groups: readonly FoundGroup[];
      page: number;
      pages: number;
      previous: string | null;
      next: string | null;
      /** Interviews not looked into because consent was withdrawn. */
      withdrawn: number;
    };

export interface SearchForm {
  text: string;
  where: string;
  /** The one source that is searched, when only one is. */
  source: { id: number; name: string } | null;
}
