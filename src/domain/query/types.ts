/** A code as a query names it: with the codes below it, or only what was given to the code itself. */
export interface CodeNamed {
  readonly codeId: number;
  readonly withSubcodes: boolean;
}

/**
 * How a passage stands to the passages of another code in the same source, whoever coded them; offsets in code units.
 *
 * - `overlaps`: shares at least one code unit with one of them;
 * - `inside`: lies wholly within one of them, the same span included;
 * - `holds`: one of them lies wholly within it, the same span included;
 * - `near`: overlaps one, or touches a segment that is at most so many segments from one that the other touches
 *   (0 is the same segment, 1 the one before or after it; headings are no segments);
 * - `with`: there is one anywhere in the source.
 */
export const RELATIONS = ['overlaps', 'inside', 'holds', 'near', 'with'] as const;
export type Relation = (typeof RELATIONS)[number];

export interface CodeTest {
  readonly kind: 'code';
  readonly relation: Relation;
  readonly code: CodeNamed;
  /** Segments between the two at most, for `near`; 0 otherwise. */
  readonly within: number;
}

/** Who said it, where, under which question, in what kind of source: one value of one classification. */
export interface FacetTest {
  readonly kind: 'facet';
  readonly facet: string;
  readonly key: string;
}

/** Whether every turn it touches is the interviewer's, or not. */
export interface WordsTest {
  readonly kind: 'words';
  readonly whose: 'respondents' | 'interviewers';
}

export type Condition = (CodeTest | FacetTest | WordsTest) & { readonly not: boolean };

/**
 * Which passages are looked for. The answer is made of passages of the codes in `of` (any of them): source + start + end,
 * once however many people coded it. `ways` are joined by "or", the conditions of one way by "and"; without any way every
 * passage of the codes is found.
 */
export interface PassageQuery {
  readonly of: readonly CodeNamed[];
  readonly ways: readonly (readonly Condition[])[];
}

/** A passage of the codes looked for, with the codings of it that are theirs. */
export interface FoundPassage<C> {
  readonly sourceId: number;
  readonly start: number;
  readonly end: number;
  readonly codings: readonly [C, ...C[]];
}
