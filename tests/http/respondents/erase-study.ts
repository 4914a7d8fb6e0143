import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Ctx } from '../../../src/deps.ts';
import { addQuestion } from '../../../src/guide/index.ts';
import { fingerprint } from '../../../src/domain/guide/index.ts';
import { saveSummary } from '../../../src/framework/index.ts';
import { change, undoLast } from '../../../src/history/index.ts';
import { createInterview, removeInterview, saveNotes } from '../../../src/interviews/index.ts';
import {
  addVariable,
  changeIdentity,
  changeRespondent,
  createRespondent,
} from '../../../src/respondents/index.ts';
import { importRead, nameSpeakers, readUpload, removeSource } from '../../../src/sources/index.ts';
import { refresh } from '../../../db/search/index.ts';
import { aCode, aCoding } from '../../factories/data.ts';

/** Every word that must be gone afterwards, each used once, so that a hit tells where it was. */
export class Secrets {
  readonly words: string[] = [];

  /** A new word that no text has by chance. */
  word(where: string): string {
    const word = `zq${where}${this.words.length}xy`;
    this.words.push(word);
    return word;
  }

  /** The words that stand in a file of the folders, with the file: empty when all are gone. */
  foundIn(...folders: string[]): string[] {
    const files = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => join(folder, name))
        .filter((path) => statSync(path).isFile()),
    );
    return files.flatMap((path) => {
      const bytes = readFileSync(path);
      const lower = bytes.toString('latin1').toLowerCase();
      return this.words.filter((word) => lower.includes(word)).map((word) => `${path}: ${word}`);
    });
  }
}

export interface ErasedStudy {
  respondent: number;
  other: number;
  alone: number;
  joint: number;
  jointSource: number;
  /** What the other said and was noted of them, which stays. */
  staying: string[];
}

const FACTS = { kind: 'person', headCount: 1 } as const;

/** Imports a text as a file, with codings and memos on it. */
async function aTranscript(ctx: Ctx, name: string, text: string, interviewId: number) {
  const upload = await readUpload({ name, bytes: Buffer.from(text) });
  const { value } = await importRead(ctx, upload, { interviewId });
  return value.id;
}

export async function aMemo(
  ctx: Ctx,
  on: Partial<
    Record<'coding_id' | 'source_id' | 'interview_id' | 'respondent_id' | 'code_id', number>
  >,
  body: string,
): Promise<number> {
  const { value } = await change(ctx, { kind: 'test.made', entity: 'memo' }, (w) =>
    w.insert('memo', {
      guid: ctx.newGuid(),
      project_id: ctx.projectId,
      ...on,
      body,
      author_id: ctx.userId,
      revision: 1,
      created_at: ctx.now(),
      updated_at: ctx.now(),
    }),
  );
  return value;
}

const interview = {
  date: '2026-01-05',
  endDate: null,
  mode: 'in person',
  consent: 'given',
  interviewers: ['MT'],
} as const;

/** Someone with secrets in every field there is, in texts, in files, and in what was changed and removed before. */
export async function aStudyToErase(ctx: Ctx, s: Secrets): Promise<ErasedStudy> {
  const respondent = await someone(ctx, s);
  const other = await createRespondent(ctx, {
    ...FACTS,
    reference: 'R-02',
    group: 'Workers',
    region: 'Africa',
    role: 'Clerk',
    organisation: '',
  });
  const question = await addQuestion(ctx, {
    section: '',
    text: 'How is it?',
    prompts: '',
    serves: '',
    forWhom: '',
  });
  const alone = await createInterview(ctx, {
    ...interview,
    reference: 'I-01',
    location: s.word('place'),
    language: s.word('language'),
    mayQuote: s.word('quote'),
    respondents: [respondent],
  });
  await notesIn(ctx, alone.value.id, question.value, s);
  await textsIn(ctx, alone.value.id, s);
  await somethingRemoved(ctx, respondent, s);
  const staying = ['we all agree', 'the clerk said so', 'clerks are counted'];
  const joint = await createInterview(ctx, {
    ...interview,
    reference: 'I-02',
    location: 'Town hall',
    language: '',
    mayQuote: '',
    respondents: [respondent, other.value.id],
  });
  const jointSource = await jointText(ctx, joint.value.id, [respondent, other.value.id], s);
  await saveNotes(ctx, joint.value.id, {
    answers: [],
    free: { notes: `${s.words[0] ?? ''} and the clerk said so`, seen: fingerprint('') },
  });
  await summariesIn(ctx, respondent, other.value.id, s);
  await ctx.db
    .insertInto('register_draft')
    .values({
      project_id: ctx.projectId,
      user_id: ctx.userId,
      name: 'pasted',
      kind: 'paste',
      body: s.word('pasted'),
      sheet: 0,
      columns: '{}',
      corrections: '{}',
      created_at: ctx.now(),
      updated_at: ctx.now(),
    })
    .execute();
  await refresh(ctx.db);
  return {
    respondent,
    other: other.value.id,
    alone: alone.value.id,
    joint: joint.value.id,
    jointSource,
    staying,
  };
}

/** The first secret is their name. */
async function someone(ctx: Ctx, s: Secrets): Promise<number> {
  const name = s.word('name');
  await addVariable(ctx, { name: 'Post', type: 'text', options: [] });
  const facts = () => ({
    ...FACTS,
    group: 'Workers',
    region: 'Africa',
    role: s.word('role'),
    organisation: s.word('organisation'),
    values: { Post: s.word('value') },
  });
  const made = await createRespondent(ctx, {
    ...facts(),
    reference: s.word('reference'),
    identity: { name, contact: s.word('contact'), note: s.word('remark') },
  });
  const { id } = made.value;
  const seen = async () =>
    ctx.db
      .selectFrom('respondent')
      .select('revision')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
  await changeRespondent(ctx, id, { ...facts(), reference: 'R-01' }, await seen());
  await changeIdentity(ctx, id, { name: s.word('maiden'), contact: s.word('phone') });
  await changeIdentity(ctx, id, { name, contact: s.word('mail') });
  await aMemo(ctx, { respondent_id: id }, s.word('memo'));
  return id;
}

async function notesIn(ctx: Ctx, id: number, questionId: number, s: Secrets): Promise<void> {
  const note = { questionId, state: 'asked' } as const;
  await saveNotes(ctx, id, { answers: [{ ...note, notes: s.word('draft'), revision: 0 }] });
  await saveNotes(ctx, id, { answers: [{ ...note, notes: s.word('answer'), revision: 1 }] });
  await saveNotes(ctx, id, { answers: [], free: { notes: s.word('free'), seen: fingerprint('') } });
  await saveNotes(ctx, id, { answers: [{ ...note, notes: s.word('undone'), revision: 2 }] });
  await undoLast(ctx);
  await aMemo(ctx, { interview_id: id }, s.word('memo'));
}

async function textsIn(ctx: Ctx, interviewId: number, s: Secrets): Promise<void> {
  const label = s.word('Label').toUpperCase();
  s.words[s.words.length - 1] = label.toLowerCase();
  const said = Array.from({ length: 40 }, () => `MT: So?\n\n${label}: ${s.word('said')} often.`);
  const text = said.join('\n\n');
  const source = await aTranscript(ctx, `${s.word('file')}.txt`, text, interviewId);
  const start = text.indexOf('often');
  const coding = await aCoding(ctx, {
    source,
    code: await aCode(ctx),
    start: start - 20,
    end: start,
  });
  await aMemo(ctx, { coding_id: coding }, s.word('memo'));
  await aMemo(ctx, { source_id: source }, s.word('memo'));
}

/** A source, an interview and a memo of theirs that undo could bring back. */
async function somethingRemoved(ctx: Ctx, respondent: number, s: Secrets): Promise<void> {
  const { value } = await createInterview(ctx, {
    ...interview,
    location: s.word('gone'),
    language: '',
    mayQuote: '',
    respondents: [respondent],
  });
  await saveNotes(ctx, value.id, {
    answers: [],
    free: { notes: s.word('gone'), seen: fingerprint('') },
  });
  const source = await aTranscript(ctx, 'gone.txt', `MT: ${s.word('gone')}`, value.id);
  await aMemo(ctx, { source_id: source }, s.word('gone'));
  await removeSource(ctx, source);
  await removeInterview(ctx, value.id);
}

async function jointText(
  ctx: Ctx,
  interviewId: number,
  [respondent = 0, other = 0]: number[],
  s: Secrets,
): Promise<number> {
  const name = s.words[0] ?? '';
  const turns = Array.from(
    { length: 3 },
    () =>
      `MT: And you, ${name}?\n\nMs Alpha: ${s.word('joint')} 👍 is so.\n\nMr Beta: we all agree, ${name}.`,
  );
  const text = turns.join('\n\n');
  const id = await aTranscript(ctx, `${s.word('both')}.txt`, text, interviewId);
  const speakers = await ctx.db
    .selectFrom('speaker')
    .select(['id', 'label'])
    .where('source_id', '=', id)
    .execute();
  const who = { 'Ms Alpha': respondent, 'Mr Beta': other } as Record<string, number>;
  await nameSpeakers(ctx, id, {
    who: new Map(
      speakers.flatMap((one) => (one.label in who ? [[one.id, who[one.label] ?? 0]] : [])),
    ),
  });
  const code = await aCode(ctx);
  const at = (words: string) => text.indexOf(words);
  const theirs = await aCoding(ctx, {
    source: id,
    code,
    start: at('👍'),
    end: at('👍') + 2,
  });
  await aMemo(ctx, { coding_id: theirs }, s.word('memo'));
  await aCoding(ctx, { source: id, code, start: at('👍'), end: at('we all') + 6 });
  await aCoding(ctx, { source: id, code, start: at('we all'), end: at('agree') + 5 });
  return id;
}

/** What is summed up of them, what was and was taken away, and their name in what is summed up of the other. */
async function summariesIn(ctx: Ctx, respondent: number, other: number, s: Secrets): Promise<void> {
  const [first, second] = [await aCode(ctx), await aCode(ctx)];
  const save = (respondentId: number, codeId: number, body: string, before = '') =>
    saveSummary(
      ctx,
      { respondentId, codeId },
      { body, seen: fingerprint(before), seenAt: ctx.now() },
    );
  const [draft, removed] = [s.word('summary'), s.word('summary')];
  await save(respondent, first, draft);
  await save(respondent, first, s.word('summary'), draft);
  await save(respondent, second, removed);
  await save(respondent, second, '', removed);
  const named = `Agrees with ${s.words[0] ?? ''}, who ${s.word('summary')}.`;
  await save(other, first, named);
  await save(other, first, 'Clerks are counted.', named);
  await save(other, second, `${s.words[0] ?? ''} is right, thinks the clerk.`);
}
