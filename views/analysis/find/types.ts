/** A query in words. */
export interface Said {
  codes: readonly string[];
  ways: readonly (readonly string[])[];
  /** All of it. */
  sentence: string;
  /** Whether something it names is no longer there. */
  isGone: boolean;
}

/** What a query can be made of. */
export interface Offered {
  codes: readonly { codeId: number; path: string }[];
  facets: readonly { label: string; options: readonly { value: string; label: string }[] }[];
}

/** What could not be added, with what was chosen. */
export interface RefusedAdd {
  /** The field, or empty. */
  field: string;
  error: string;
}
