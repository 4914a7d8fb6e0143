import type { Notice, Review } from '../../files/index.ts';

/** A file as text, before it is a source. */
export interface Reading {
  /** Canonical: see `canonicalText`. */
  text: string;
  /** Media type by content. */
  type: string;
  /** The encoding a text file was read in; null when the format leaves no choice. */
  encoding: string | null;
  /** Their sentences stand in the messages under `sources.notices`. */
  notices: Notice[];
  /** Comments and tracked changes of a document; null where the format has none. */
  review: Review | null;
}

/** Largest file that is read, in bytes. */
export const LARGEST_FILE = 20_000_000;
