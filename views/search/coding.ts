/** What is to be coded with what. */
export interface CodingForm {
  /** The code's path as typed. */
  code: string;
  mark: 'word' | 'sentence' | 'paragraph';
  /** The search, as its address has it, and its words. */
  search: string;
  says: string;
  /** Paths of all codes that can be applied. */
  codes: readonly string[];
}

export interface OfferedPassage {
  pick: string;
  href: string;
  sourceId: number;
  source: string;
  speaker: string | null;
  before: string;
  match: string;
  after: string;
  already: 'same' | 'within' | null;
  isPicked: boolean;
}

/** What would be coded. */
export interface Offers {
  code: string;
  passages: readonly OfferedPassage[];
  /** That the search finds more than is offered, in a sentence; null when it does not. */
  more: string | null;
  withdrawn: number;
}
