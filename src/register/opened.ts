import type { Ctx } from '../deps.ts';
import {
  accountOf,
  previewRows,
  readBrought,
  type Account,
  type Brought,
  type BroughtReading,
  type PreviewRow,
} from '../domain/register/brought/index.ts';
import type { Known } from '../domain/register/index.ts';
import { sha256 } from '../history/index.ts';
import { today } from '../interviews/index.ts';
import type { Draft } from './drafts.ts';
import { knownRegister } from './exchange.ts';

/** A draft with its reading, made from the text and everything that was corrected. */
export interface Opened {
  draft: Draft;
  brought: Brought;
  known: Known;
  reading: BroughtReading;
  rows: PreviewRow[];
  account: Account;
}

export function broughtOf({ given, sheet }: Draft): Brought {
  if (given.kind === 'paste') return given;
  return { kind: 'table', rows: given.sheets[sheet]?.rows ?? [] };
}

/** Readings kept at a time, each of another person or project. */
const MOST = 4;
/** How long one is kept that nobody looks at, in milliseconds. */
const KEPT_MS = 600_000;

interface Kept {
  state: string;
  /** Puts it away. */
  timer: NodeJS.Timeout;
  opened: Promise<Opened>;
}

const kept = new WeakMap<Ctx['db'], Map<string, Kept>>();
const whose = ({ projectId, userId }: Pick<Ctx, 'projectId' | 'userId'>): string =>
  `${projectId}/${userId}`;

/**
 * A draft with its reading, made once for each state of the list and of the project: reading five thousand lines takes
 * seconds, and a person pages through them. Never change what comes out.
 */
export async function openDraft(ctx: Ctx, draft: Draft): Promise<Opened> {
  const { id, sheet, order, columns, corrections } = draft;
  const { db, projectId } = ctx;
  const head = await db
    .selectFrom('change_head')
    .select('hash')
    .where('project_id', '=', projectId)
    .executeTakeFirst();
  const state = JSON.stringify([
    sha256(JSON.stringify(draft.given)),
    ...[id, sheet, order, columns, corrections],
    ...[today(ctx), head?.hash ?? ''],
  ]);
  const readings = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, readings);
  const before = readings.get(whose(ctx));
  const opened = before?.state === state ? before.opened : readDraft(ctx, draft);
  forgetReading(ctx);
  const timer = setTimeout(() => forgetReading(ctx), KEPT_MS).unref();
  readings.set(whose(ctx), { state, timer, opened });
  const oldest = readings.keys().next().value;
  if (readings.size > MOST && oldest !== undefined) readings.delete(oldest);
  // A reading that failed is tried again.
  opened.catch(() => forgetReading(ctx));
  return opened;
}

/** A reading is full of names: it goes as soon as its list is imported or put away, or after a while. */
export function forgetReading(ctx: Pick<Ctx, 'db' | 'projectId' | 'userId'>): void {
  clearTimeout(kept.get(ctx.db)?.get(whose(ctx))?.timer);
  kept.get(ctx.db)?.delete(whose(ctx));
}

async function readDraft(ctx: Ctx, draft: Draft): Promise<Opened> {
  const brought = broughtOf(draft);
  const known = await knownRegister(ctx);
  const { corrections, columns, order } = draft;
  const reading = readBrought(brought, known, { order, today: today(ctx), corrections, columns });
  const rows = previewRows({ brought, reading, known, corrections, columns });
  return {
    draft,
    brought,
    known,
    reading,
    rows,
    account: accountOf(rows, reading.plan, reading.doubts),
  };
}
