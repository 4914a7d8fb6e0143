/** Something an import changed, assumed or left out; its sentence stands in the messages under `sources.notices`. */
export interface Notice {
  code: string;
  params: Readonly<Record<string, string | number>>;
}

/** A file as text, before it is a source. */
export interface Reading {
  /** Canonical: see `canonicalText`. */
  text: string;
  /** Media type by content. */
  type: string;
  /** The encoding a text file was read in; null when the format leaves no choice. */
  encoding: string | null;
  notices: Notice[];
}

/** Largest file that is read, in bytes. */
export const LARGEST_FILE = 20_000_000;
