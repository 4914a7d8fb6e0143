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
  isSource: boolean;
  /** Texts found in it, on all pages together. */
  matches: number;
  /** The same search in this source alone; null where it is that already, or is no source. */
  only: string | null;
  passages: readonly FoundPassage[];
}

export type Results =
  | { state: 'none asked' }
  | {
      state: 'problem';
      sentence: string;
      /** What was typed, cut where the problem is; null when it is about the whole. */
      place: { before: string; here: string; after: string } | null;
    }
  | {
      state: 'found';
      summary: string;
      groups: readonly FoundGroup[];
      /** The sources with most passages, when there are several. */
      sources: readonly { title: string; matches: number; href: string }[];
      page: number;
      pages: number;
      previous: string | null;
      next: string | null;
      /** The search as its address has it, to be saved. */
      search: string;
      /** Where all hits can be coded; null when nothing in sources was found. */
      coding: string | null;
      /** Interviews not looked into because consent was withdrawn. */
      withdrawn: number;
    };

/** What the address of a search says; what it does not say is empty. */
export interface SearchForm {
  text: string;
  where: string;
  isCased: boolean;
  hasAccents: boolean;
  group?: number | undefined;
  region?: number | undefined;
  question?: number | undefined;
  voice?: string | undefined;
  speaker?: string | undefined;
  coded?: string | undefined;
  code?: number | undefined;
  /** The one source that is searched, when only one is. */
  source: { id: number; name: string } | null;
}

interface Named {
  id: number;
  name: string;
}

/** What the filters offer. */
export interface Choices {
  groups: readonly Named[];
  regions: readonly Named[];
  questions: readonly Named[];
  codes: readonly Named[];
  speakers: readonly string[];
}

/** A search kept under a name. */
export interface SavedSearch {
  id: number;
  name: string;
  href: string;
  /** What is searched, in a line. */
  says: string;
  /** Texts it finds now; null where it cannot be read any more. */
  matches: number | null;
  revision: number;
}
