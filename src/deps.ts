import type { Db, Trx } from '../db/schema.ts';
import type { RowImage } from './history/images.ts';
import type { RequestOnce } from './history/once.ts';

/** A logger; never given interview text, identities or request bodies. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Everything the program needs from outside, handed in: nothing is global. */
export interface Deps {
  db: Db;
  /** The time now, ISO 8601 in UTC with milliseconds. */
  now: () => string;
  newGuid: () => string;
  log: Log;
  /** Folder with `earmark.db` and `originals/`. */
  dataDir: string;
  /** Folder with `static/`, `docs/` and `db/example/`. */
  rootDir: string;
  /** `Host` values answered; anything else is refused before it is looked at. */
  allowedHosts: ReadonlySet<string>;
  limits: Limits;
  /** Aborted when the server is about to stop: answers that would go on for ever end then. */
  stopping: AbortSignal;
  /** Brings derived rows (segments, search) back in step after undo has put rows back; runs in undo's transaction. */
  rebuild: (trx: Trx, images: readonly RowImage[]) => Promise<void>;
}

/** Sizes in bytes. */
export interface Limits {
  form: number;
  upload: number;
}

/** Who does something, where: what each command takes first. */
export interface Ctx extends Pick<Deps, 'db' | 'now' | 'newGuid' | 'dataDir' | 'rebuild'> {
  projectId: number;
  userId: number;
  /** The request it is done for, when that may come a second time. */
  request?: RequestOnce | undefined;
}
