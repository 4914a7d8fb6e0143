import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/commands.ts';
import type { Ctx } from '../../../src/deps.ts';
import { change, undo } from '../../../src/history/index.ts';
import { importRead, readUpload } from '../../../src/sources/index.ts';
import { messages } from '../../../views/messages/index.ts';
import { runIn } from '../../cli/inprocess.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aCoding, anInterview, aRespondent } from '../../factories/data.ts';
import { addressOf, ASKED_FOR, isInProject, isUnsafe, nameOf, routesOf } from './routes.ts';
import { aStudy, type Study } from './study.ts';

/** An interview whose consent was withdrawn is in no table and in no export, and each of them says so. */

const SAID = 'the lynx under the stairs';
const REFERENCE = 'I-666';
const t = messages('en').consent;
const LEFT_OUT = t.leftOut(1);

/** Pages of one interview or of its text: there what was said stays, under a notice. */
const OWN: readonly string[] = [
  'GET /projects/:projectId/interviews/:interviewId',
  'GET /projects/:projectId/interviews/:interviewId/read',
  'GET /projects/:projectId/interviews/:interviewId/facts',
  'GET /projects/:projectId/sources/:sourceId',
  'GET /projects/:projectId/sources/:sourceId/details',
  'GET /projects/:projectId/sources/:sourceId/encoding',
  'GET /projects/:projectId/sources/:sourceId/memos',
  'GET /projects/:projectId/sources/:sourceId/structure',
  'GET /projects/:projectId/sources/:sourceId/structure/turn',
  'GET /projects/:projectId/sources/:sourceId/correct',
  'GET /projects/:projectId/sources/:sourceId/replace',
  'GET /projects/:projectId/sources/:sourceId/redact',
  'GET /projects/:projectId/sources/:sourceId/versions',
  'GET /projects/:projectId/sources/:sourceId/versions/compare',
  'GET /projects/:projectId/sources/:sourceId/look',
];

/** Pages that count nothing and show nothing of what was said, and why. A new page is a table until it stands here. */
const NO_TABLE: Readonly<Record<string, string>> = {
  'GET /projects/:projectId/sources/:sourceId/codings/:codingId/history':
    'a piece of the page of its coding',
  'GET /projects/:projectId/sources/:sourceId/codings/:codingId/quote':
    'one passage, and none of a withdrawn interview',
  'GET /projects/:projectId/sources/:sourceId/code-many': 'passages of one text',
  'GET /projects/:projectId/keys': 'a form',
  'GET /projects/:projectId/settings': 'a form',
  'GET /projects/:projectId/codebook/:codeId/questions': 'a form',
  'GET /projects/:projectId/passages/queries': 'names of queries, which say it themselves',
  'GET /projects/:projectId/passages/queries/:queryId': 'leads to its passages',
  'GET /projects/:projectId/themes/views': 'names of tables, which say it themselves',
  'GET /projects/:projectId/themes/views/:viewId': 'leads to a table',
  'GET /projects/:projectId/sources/variables': 'a form',
  'GET /projects/:projectId/search/code': 'a form, until a code is chosen',
  'GET /projects/:projectId/activity': 'what was done, without anybody’s words',
  'GET /projects/:projectId/respondents/new': 'a form',
  'GET /projects/:projectId/respondents/:respondentId': 'one person',
  'GET /projects/:projectId/respondents/:respondentId/identity': 'one person',
  'GET /projects/:projectId/respondents/:respondentId/erase': 'one person',
  'GET /projects/:projectId/respondents/:respondentId/merge': 'two people',
  'GET /projects/:projectId/respondents/:respondentId/split': 'one person',
  'GET /projects/:projectId/respondents/groups': 'a form',
  'GET /projects/:projectId/interviews': 'the register itself, where it is marked',
  'GET /projects/:projectId/interviews/new': 'a form',
  'GET /projects/:projectId/interviews/:interviewId/notes/:questionId': 'a piece of its own page',
  'GET /projects/:projectId/interviews/:interviewId/notes/free': 'a piece of its own page',
  'GET /projects/:projectId/register/import': 'a form',
  'GET /projects/:projectId/register/import/:draftId': 'a list that is not in the project yet',
  'GET /projects/:projectId/register/template.csv': 'an empty table',
  'GET /projects/:projectId/register/template.xlsx': 'an empty table',
  'GET /projects/:projectId/guide': 'questions without answers',
  'GET /projects/:projectId/guide/:questionId': 'a question without answers',
  'GET /projects/:projectId/guide/import': 'a form',
  'GET /projects/:projectId/guide/compare': 'questions without answers',
  'GET /projects/:projectId/guide/sheet': 'questions without answers',
  'GET /projects/:projectId/interviews/:interviewId/sheet': 'questions without answers',
  'GET /projects/:projectId/guide/export.csv': 'questions without answers',
  'GET /projects/:projectId/guide/export.md': 'questions without answers',
  'GET /projects/:projectId/sources/upload': 'a form',
  'GET /projects/:projectId/sources/:sourceId/review':
    'comments and changes in one file; of another kind of file, nothing',
  'GET /projects/:projectId/sources/:sourceId/original': 'one file, refused where it is withdrawn',
  'GET /projects/:projectId/sources/:sourceId/codes/:codeId': 'a rule, beside one text',
  'GET /projects/:projectId/sources/:sourceId/codings/:codingId': 'a coding, beside one text',
  'GET /projects/:projectId/sources/:sourceId/lost/:lostId': 'one coding of one text',
  'GET /projects/:projectId/sources/:sourceId/live': 'numbers of changes to one text',
  'GET /projects/:projectId/sources/:sourceId/live/changes': 'pieces of one text’s own page',
  'GET /projects/:projectId/codebook/import': 'a form',
  'GET /projects/:projectId/codebook/:codeId/merge': 'a form',
  'GET /projects/:projectId/codebook/export': 'codes without codings',
  'GET /projects/:projectId/codebook/several': 'a form',
  'GET /projects/:projectId/codebook/history': 'what was done, without anybody’s words',
  'GET /projects/:projectId/codebook/:codeId/changes': 'what was done, without anybody’s words',
  'GET /projects/:projectId/codebook/past': 'codes without codings',
  'GET /projects/:projectId/codebook/changed': 'a comparison, which says so where it counts',
};

/** The same of commands. */
const NO_TABLE_COMMANDS: readonly string[] = [
  'codebook export',
  'codebook versions',
  'guide export',
];

let app: TestApp;
let study: Study;
let hidden: { interviewId: number; sourceId: number };
/** What each table said before that interview was there. */
let before: Map<string, string>;

beforeAll(async () => {
  app = await testApp();
  study = await aStudy(app, 'Withdrawn', 'plain words');
  before = await tables();
  hidden = await aWithdrawnInterview(study);
});
afterAll(() => app.close());

/** Everything that people can say, in an interview that is out, by someone who is in no other. */
async function aWithdrawnInterview({ ctx, groupId, regionId, codeId, questionId }: Study) {
  const respondent = await aRespondent(ctx, { group_id: groupId, region_id: regionId });
  const interviewId = await anInterview(ctx, [respondent], {
    reference: REFERENCE,
    notes: SAID,
    consent: 'withdrawn',
  });
  const upload = await readUpload({
    name: 'second talk.txt',
    bytes: Buffer.from(`MT: Where?\n\nR-02: I saw ${SAID}, café.\n`),
  });
  const { value: source } = await importRead(ctx, upload, { interviewId });
  const coding = await aCoding(ctx, { source: source.id, code: codeId, start: 18, end: 44 });
  await said(ctx, interviewId, questionId, coding);
  return { interviewId, sourceId: source.id };
}

async function said(ctx: Ctx, interview_id: number, question_id: number, coding_id: number) {
  const memo = (on: { interview_id?: number; coding_id?: number }) => ({
    guid: ctx.newGuid(),
    project_id: ctx.projectId,
    body: SAID,
    author_id: ctx.userId,
    revision: 1,
    created_at: ctx.now(),
    updated_at: ctx.now(),
    ...on,
  });
  await change(ctx, { kind: 'test.made', entity: 'answer' }, async (w) => {
    await w.insert('answer', {
      interview_id,
      question_id,
      state: 'asked',
      notes: SAID,
      revision: 1,
      updated_by: ctx.userId,
      updated_at: ctx.now(),
    });
    await w.insert('memo', memo({ interview_id }));
    await w.insert('memo', memo({ coding_id }));
  });
}

/** Search marks the words it found, which would hide them from a comparison. */
const textOf = async (address: string): Promise<string> =>
  (await (await app.get(address)).text()).replaceAll(/<\/?mark>/gu, '');

const pages = () => routesOf(app).filter((route) => isInProject(route) && !isUnsafe(route));

const commands = COMMANDS.filter(
  ({ name }) =>
    (name.endsWith('export') || name.startsWith('table') || name === 'search') &&
    !NO_TABLE_COMMANDS.includes(name),
).map(({ name }) => name);

function run(name: string) {
  const words = [...name.split(' '), '--project', String(study.projectId)];
  if (name === 'table codes') words.push('--by', 'group');
  if (name === 'search') words.push('lynx OR plain');
  return runIn(app, words);
}

/** Every file that a page gives and everything that a command prints, by its name. */
async function tables(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const route of pages()) {
    const answer = await app.get(asked(route.path, study));
    const isFile = /attachment/u.test(answer.headers.get('content-disposition') ?? '');
    if (isFile) found.set(nameOf(route), await answer.text());
  }
  for (const name of commands) {
    const { stdout } = await run(name);
    // How many are left out is the one thing that may differ.
    found.set(`earmark ${name}`, stdout.replace(/"withdrawn": \d/u, ''));
  }
  return found;
}

/** Some pages show what they have only when they are asked for it. */
function asked(path: string, ids: Omit<Study, 'ctx'>): string {
  const address = addressOf(path, ids);
  if (path.endsWith('/cooccurrence/passages')) return `${address}?a=${ids.codeId}&b=${ids.codeId}`;
  if (path.endsWith('/compare.svg')) return `${address}?code=${ids.codeId}`;
  if (path.includes('/passages/find')) return `${address}?of=${ids.codeId}&minCell=0`;
  if (path.includes('/themes/passages')) return `${address}?code=${ids.codeId}&minCell=0`;
  if (path.includes('/themes')) return `${address}?minCell=0`;
  return path.endsWith('/search') ? `${address}?q=plain` : address;
}

describe('an interview whose consent was withdrawn', () => {
  it('is in no word of any page but its own', async () => {
    const addresses = [
      ...pages().map(({ path }) => asked(path, study)),
      ...ASKED_FOR.map((path) => addressOf(path, study)),
      ...['lynx', 'lynx&in=notes', 'lynx&in=memos', `lynx&source=${hidden.sourceId}`].map(
        (query) => `/projects/${study.projectId}/search?q=${query}`,
      ),
    ];
    for (const address of addresses) {
      expect((await textOf(address)).includes(SAID), address).toBe(false);
    }
  });

  it('leaves each table and each export as if it had never been', async () => {
    const now = await tables();
    expect([...now.keys()]).toEqual([...before.keys()]);
    for (const [name, text] of now) expect(text, name).toBe(before.get(name));
    expect(now.size).toBeGreaterThan(10);
  });

  it('is said to be left out by each page that counts or lists, with the way to it', async () => {
    for (const route of pages()) {
      const name = nameOf(route);
      if (OWN.includes(name) || name in NO_TABLE) continue;
      const answer = await app.get(asked(route.path, study));
      expect(answer.status, name).toBe(200);
      if (answer.headers.get('content-disposition') === null) {
        const body = await answer.text();
        expect(body.includes(LEFT_OUT), `${name} does not say that an interview is left out`).toBe(
          true,
        );
        expect(body).toContain(`/projects/${study.projectId}/interviews?consent=withdrawn`);
      } else expect(answer.headers.get('earmark-left-out'), name).toBe(LEFT_OUT);
    }
  });

  it.each(commands)('is said to be left out by “earmark %s”, on standard error', async (name) => {
    const ran = await run(name);
    expect(ran.code, ran.stderr).toBe(0);
    expect(ran.stderr).toContain(LEFT_OUT);
    expect(ran.stdout).not.toContain(SAID);
    expect(ran.stdout).not.toContain(REFERENCE);
  });

  it('is still read on its own pages, under a notice', async () => {
    for (const route of pages().filter((each) => OWN.includes(nameOf(each)))) {
      const body = await (await app.get(addressOf(route.path, { ...study, ...hidden }))).text();
      expect(body.includes(t.title), nameOf(route)).toBe(true);
    }
  });

  it('is found in the register, marked', async () => {
    const list = `/projects/${study.projectId}/interviews?consent=withdrawn`;
    const body = await (await app.get(list)).text();
    expect(body).toContain(REFERENCE);
    expect(body).toContain('Consent withdrawn');
    const kept = await (await app.get(list.replace('withdrawn', 'kept'))).text();
    expect(kept).not.toContain(REFERENCE);
  });

  it('gives out neither its file nor its text', async () => {
    const file = `/projects/${study.projectId}/sources/${hidden.sourceId}/original`;
    expect((await app.get(file)).status).toBe(403);
    const words = ['sources', 'text', String(hidden.sourceId)];
    const ran = await runIn(app, [...words, '--project', String(study.projectId)]);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toBe('');
    expect(ran.stderr).toContain('The consent for I-666 was withdrawn');
  });

  it('and no page is excused that is gone', async () => {
    const names = new Set(pages().map(nameOf));
    expect([...OWN, ...Object.keys(NO_TABLE)].filter((name) => !names.has(name))).toEqual([]);
  });

  it('comes back everywhere when consent is given after all, by undo too', async () => {
    const { changeId } = await change(study.ctx, { kind: 'test.made', entity: 'interview' }, (w) =>
      w.update('interview', hidden.interviewId, { consent: 'given' }),
    );
    const search = `/projects/${study.projectId}/search?q=lynx`;
    expect((await textOf(search)).includes(SAID)).toBe(true);
    expect((await run('table interviews')).stderr).not.toContain('left out');
    await undo(study.ctx, changeId ?? 0);
    expect((await textOf(search)).includes(SAID)).toBe(false);
  });
});
