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

export async function openDraft(ctx: Ctx, draft: Draft): Promise<Opened> {
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
