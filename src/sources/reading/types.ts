import type { Notice } from '../../files/index.ts';

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
}

/** Largest file that is read, in bytes. */
export const LARGEST_FILE = 20_000_000;
