import { forgetRemoved } from '../../db/search/index.ts';
import { dropDrafts, noteToForget } from '../../db/forget.ts';
import type { Ctx } from '../deps.ts';
import { Invalid } from '../domain/errors.ts';
import { tidyName } from '../domain/names.ts';
import { change, type ChangeWriter, type Done } from '../history/index.ts';
import { finishForgetting } from '../sources/index.ts';
import { blackOutSource, standsIn } from './blackout.ts';
import { blackOutNotes, blackOutSummaries, eraseNotes } from './erase-notes.ts';
import { erasePast } from './erase-past.ts';
import { changeableOf } from './identity.ts';
import { planErasing, type ErasedInterview, type ErasedSource } from './erase-plan.ts';
import { eraseFacts, eraseSource } from './erase-rows.ts';
import { eraseSearches } from './erase-searches.ts';

export interface EraseInput {
  /** The respondent's reference, typed by who erases. */
  confirmed: string;
  /** Interviews with others that go whole, what the others said included. */
  whole: readonly number[];
  /** Besides their name, words to black out where others' words stay. */
  words: readonly string[];
}

export interface Erased {
  reference: string;
  /** Interviews whose notes went. */
  interviews: number;
  /** Sources that went, and sources in which their turns were blacked out. */
  sources: number;
  blackedOut: number;
  /** False while another program uses the database: its file is then written anew when Earmark starts the next time. */
  isComplete: boolean;
}

/**
 * Erases a respondent for good: who they are, what they said and what was noted, in every table, in the record of
 * changes, in the search index, in the database's file and among the original files. Counts go on having them.
 * @throws Invalid `respondents.confirm` beside `confirmed`
 * @throws Conflict `respondents.erased` when it was done already
 */
export async function eraseRespondent(
  ctx: Ctx,
  id: number,
  input: EraseInput,
): Promise<Done<Erased>> {
  const done = await change(ctx, { kind: 'respondent.erased', entity: 'respondent' }, async (w) => {
    const { reference } = await changeableOf(w.trx, ctx, id);
    if (tidyName(input.confirmed) !== reference)
      throw new Invalid('respondents.confirm', { reference }, 'confirmed');
    const plan = await planErasing({ ...ctx, db: w.trx }, id, new Set(input.whole));
    const words = await wordsOf(w, id, input.words);
    w.erasing.words.push(...words);
    w.erasing.staying.add(plan.reference);
    const erasing = new Eraser(w, plan, words);
    for (const interview of plan.interviews)
      await erasing.interview(interview, input.whole.includes(interview.id));
    for (const source of plan.sources) await erasing.source(source);
    await eraseFacts(w, id, ctx.now());
    await eraseSearches(w, ctx.projectId, words);
    const past = await erasePast(w, ctx.projectId, id, {
      ...erasing.gone,
      joint: plan.interviews.map((interview) => interview.id),
    });
    await noteToForget(w.trx, [...erasing.originals, ...past]);
    await dropDrafts(w.trx, ctx.projectId);
    await forgetRemoved(w.trx);
    w.about(id, { reference: plan.reference });
    return erasing.summary(plan.reference);
  });
  const isComplete = await finishForgetting(ctx);
  return { ...done, value: { ...done.value, isComplete } };
}

/** Their name, and the words given. */
async function wordsOf(w: ChangeWriter, id: number, given: readonly string[]): Promise<string[]> {
  const identity = await w.trx
    .selectFrom('respondent_identity')
    .select('name')
    .where('respondent_id', '=', id)
    .executeTakeFirst();
  return [...new Set([identity?.name ?? '', ...given].map(tidyName))].filter((word) => word !== '');
}

class Eraser {
  readonly originals: string[] = [];
  /** Interviews whose notes go, and sources whose texts go or do not stay as they were. */
  readonly gone = { interviews: [] as number[], sources: [] as number[] };
  private removed = 0;
  private blackedOut = 0;

  constructor(
    private readonly w: ChangeWriter,
    private readonly respondent: { id: number; reference: string },
    private readonly words: readonly string[],
  ) {}

  async interview(interview: ErasedInterview, isWhole: boolean): Promise<void> {
    for (const source of interview.sources) await this.source(source);
    if (interview.others.length > 0) await blackOutSummaries(this.w, interview.id, this.words);
    if (interview.others.length > 0 && !isWhole)
      return blackOutNotes(this.w, interview.id, this.words);
    this.gone.interviews.push(interview.id);
    await eraseNotes(this.w, interview.id, { hadText: interview.sources.length > 0 });
  }

  async source({ id, fate }: ErasedSource): Promise<void> {
    // Where nobody said who speaks, a name may still stand in what was said.
    if (fate === 'stays' && !(await standsIn(this.w, id, this.words))) return;
    const original =
      fate === 'goes'
        ? await eraseSource(this.w, id)
        : await blackOutSource(this.w, id, this.respondent, this.words);
    if (original !== null) this.originals.push(original);
    this.gone.sources.push(id);
    if (fate === 'goes') this.removed += 1;
    if (fate === 'blacked out') this.blackedOut += 1;
  }

  summary(reference: string): Erased {
    return {
      reference,
      interviews: this.gone.interviews.length,
      sources: this.removed,
      blackedOut: this.blackedOut,
      isComplete: true,
    };
  }
}
