import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addQuestion, guideCommands, listQuestions } from '../../../src/guide/index.ts';
import { listChanges, undoLast } from '../../../src/history/index.ts';
import { testApp, type FormFields, type TestApp } from '../../factories/app.ts';
import { runCli } from '../../factories/cli.ts';
import { aGroup, anInterview, aRegion } from '../../factories/data.ts';
import { docx, paragraph, zipOf } from '../sources/files.ts';

let t: TestApp;
beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

const path = (rest = '') => `/projects/${t.ctx.projectId}/guide${rest}`;
const post = (rest = '', form: FormFields = {}) => t.post(path(rest), form);
const html = async (address = path()) => (await t.get(address)).text();
const texts = async () =>
  (await listQuestions(t.ctx)).map(({ number, text }) => `${number} ${text}`);
const ask = async (text: string, number = '') =>
  (await addQuestion(t.ctx, { number, section: '', text, prompts: '', serves: '', forWhom: '' }))
    .value;
const earmark = (argv: string[], input?: string) => runCli(t, guideCommands, argv, input);
const upload = (text: string, name = 'guide.md') => {
  const form = new FormData();
  form.set('file', new File([text], name));
  return t.post(path('/import'), form);
};

describe('the interview guide', () => {
  it('is empty with a first step', async () => {
    expect(await html()).toContain('No questions yet');
  });

  it('shows each question with section, prompts, what it serves and whom it is for', async () => {
    await post('', {
      text: 'Where do you get stuck?',
      section: 'Work',
      prompts: 'Day\r\nWeek',
      serves: 'E1',
      for: 'Workers',
    });
    const page = await html();
    for (const text of [
      'Where do you get stuck?',
      'Work',
      '<li>Week</li>',
      'Serves: E1',
      'For: Workers',
    ])
      expect(page).toContain(text);
  });

  it('gives a new question the next number', async () => {
    await ask('Why?', '7');
    await post('', { text: 'How?' });
    expect(await texts()).toEqual(['7 Why?', '8 How?']);
  });

  it.each([
    [{ text: ' ' }, 'Write the question.'],
    [{ text: 'How?', number: '1' }, 'There already is a question 1.'],
    [{ text: 'x'.repeat(20_001) }, 'This is too long'],
  ])(
    'refuses a question beside its field, and keeps what was typed: %j',
    async (wrong, sentence) => {
      await ask('Why?', '1');
      const response = await post('', { prompts: 'Take your time', ...wrong });
      const page = await response.text();
      expect(response.status).toBe(422);
      expect(page).toContain(sentence);
      expect(page).toContain('Take your time');
      expect(await texts()).toEqual(['1 Why?']);
    },
  );

  it('is put in another order, and undo puts it back', async () => {
    await ask('Why?');
    await ask('How?');
    const third = await ask('When?');
    await post(`/${third}/up`);
    expect(await texts()).toEqual(['1 Why?', '3 When?', '2 How?']);
    await undoLast(t.ctx);
    expect(await texts()).toEqual(['1 Why?', '2 How?', '3 When?']);
  });

  it('records no change when the first question is moved up', async () => {
    const first = await ask('Why?');
    const before = (await listChanges(t.ctx)).length;
    await post(`/${first}/up`);
    expect(await listChanges(t.ctx)).toHaveLength(before);
  });
});

describe('a question', () => {
  it('is changed as one change', async () => {
    const id = await ask('Why?');
    await post(`/${id}`, { text: 'Why so?', number: '1', revision: 1 });
    expect(await texts()).toEqual(['1 Why so?']);
    expect((await listChanges(t.ctx))[0]?.kind).toBe('question.changed');
  });

  it('changed by someone else meanwhile is not overwritten; both versions are on the page', async () => {
    const id = await ask('Why?');
    await post(`/${id}`, { text: 'Theirs', revision: 1 });
    const response = await post(`/${id}`, { text: 'Mine', revision: 1 });
    const page = await response.text();
    expect(response.status).toBe(409);
    expect(page).toContain('Theirs');
    expect(page).toContain('Mine');
    expect(await texts()).toEqual(['1 Theirs']);
  });

  it('that was asked somewhere cannot be removed', async () => {
    const id = await ask('Why?');
    const interview = await anInterview(t.ctx);
    const form = { [`revision-${id}`]: 0, [`state-${id}`]: 'asked', [`notes-${id}`]: '' };
    await t.post(`/projects/${t.ctx.projectId}/interviews/${interview}/notes`, form);
    expect((await post(`/${id}/remove`)).status).toBe(409);
    expect(await texts()).toEqual(['1 Why?']);
  });

  it('of another project is not there', async () => {
    expect((await t.get(path('/999'))).status).toBe(404);
    expect((await post('/999', { text: 'Mine' })).status).toBe(404);
    expect((await post('/999/up')).status).toBe(404);
  });
});

const MARKDOWN = `# Guide

## Opening

1. What is your job?
   - Days in a week
   - Serves: E1
2. Where do you get stuck?
   - For: Workers
`;

describe('bringing a guide in from a file', () => {
  it('takes Markdown and CSV by what is in them', async () => {
    expect((await upload(MARKDOWN, 'guide.csv')).status).toBe(303);
    expect((await upload('number,text,for\n3,"Who, and why?",\n', 'guide.txt')).status).toBe(303);
    expect(await texts()).toEqual([
      '1 What is your job?',
      '2 Where do you get stuck?',
      '3 Who, and why?',
    ]);
  });

  it('names what it leaves out', async () => {
    const page = await (await upload(`Please be on time.\n${MARKDOWN}`)).text();
    expect(page).toContain('“Please be on time.” belongs to no question');
    expect(await texts()).toHaveLength(2);
  });

  it.each([
    ['1. Why?\n1. How?', 'line 2', 'stands twice'],
    ['number,text\n1,\n', 'line 2', 'has no text'],
    ['number,question\n1,Why?\n', 'line 1', 'no column “text”'],
    ['text,for\n"Why?,x\n', 'line 2', 'quotation mark'],
    ['PK\u0003\u0004', '', 'guide.md'],
  ])('refuses %j and keeps the guide as it is', async (file, line, why) => {
    await ask('Standing?');
    const response = await upload(file);
    const page = await response.text();
    expect(response.status).toBe(422);
    expect(page).toContain(line);
    expect(page).toContain(why);
    expect(await texts()).toEqual(['1 Standing?']);
  });

  it('asks for a file when there is none', async () => {
    const response = await t.post(path('/import'), new FormData());
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('Choose a file to import.');
  });
});

describe('earmark guide', () => {
  it('import adds, changes by number, leaves the rest, as one change; the second time nothing', async () => {
    await ask('What is it you do?', '1');
    await ask('Anything else?', '9');
    const before = (await listChanges(t.ctx)).length;
    const first = await earmark(['guide', 'import', '-'], MARKDOWN);
    expect(first.json()).toEqual({
      questions: 3,
      created: 1,
      changed: 1,
      unchanged: 0,
      warnings: [],
    });
    expect(await listChanges(t.ctx)).toHaveLength(before + 1);
    const again = await earmark(['guide', 'import', '-'], MARKDOWN);
    expect(again.json()).toEqual({
      questions: 3,
      created: 0,
      changed: 0,
      unchanged: 2,
      warnings: [],
    });
    expect(await listChanges(t.ctx)).toHaveLength(before + 1);
  });

  it('import only shows its reading on a dry run', async () => {
    const { json } = await earmark(['guide', 'import', '-', '--dry-run'], MARKDOWN);
    expect(json()).toMatchObject({ dry_run: true, questions: [{ number: '1' }, { number: '2' }] });
    expect(await texts()).toEqual([]);
  });

  it('import names file, line and column of what is wrong', async () => {
    const { code, err } = await earmark(['guide', 'import', '-'], 'number,text\n1,Why?\n1,How?\n');
    expect(code).toBe(1);
    expect(err).toBe('-, line 3, column 1: the number “1” stands twice. Nothing was imported.');
  });

  it.each(['csv', 'md'])('export as %s comes back unchanged', async (format) => {
    await earmark(['guide', 'import', '-'], MARKDOWN);
    const { out } = await earmark(['guide', 'export', '--format', format]);
    expect((await earmark(['guide', 'import', '-'], out)).json()).toMatchObject({
      created: 0,
      changed: 0,
      unchanged: 2,
    });
    const page = await t.get(path(`/export.${format}`));
    expect(await page.text()).toBe(out);
    expect(page.headers.get('content-disposition')).toContain(`guide.${format}`);
  });
});

describe('earmark answers', () => {
  const CSV = 'interview,question,state,notes\nI-01,1,asked,"- one\n- two"\nI-01,2,not reached,\n';
  beforeEach(async () => {
    await earmark(['guide', 'import', '-'], MARKDOWN);
    await anInterview(t.ctx, [], { reference: 'I-01' });
  });
  const answers = () =>
    t.ctx.db.selectFrom('answer').select(['state', 'notes']).orderBy('id').execute();

  it('import fills in states and notes as one change; the second time nothing', async () => {
    const before = (await listChanges(t.ctx)).length;
    expect((await earmark(['answers', 'import', '-'], CSV)).json()).toEqual({
      answers: 2,
      unchanged: 0,
      skipped: [],
    });
    expect(await answers()).toEqual([
      { state: 'asked', notes: '- one\n- two' },
      { state: 'not reached', notes: '' },
    ]);
    expect((await earmark(['answers', 'import', '-'], CSV)).json()).toEqual({
      answers: 0,
      unchanged: 2,
      skipped: [],
    });
    expect(await listChanges(t.ctx)).toHaveLength(before + 1);
  });

  it('import overwrites nobody’s notes: what differs is skipped and listed', async () => {
    await earmark(['answers', 'import', '-'], CSV);
    const other = 'interview,question,state,notes\nI-01,1,declined,\nI-01,2,,Later\n';
    expect((await earmark(['answers', 'import', '-'], other)).json()).toMatchObject({
      answers: 1,
      skipped: [{ line: 2 }],
    });
    expect(await answers()).toEqual([
      { state: 'asked', notes: '- one\n- two' },
      { state: 'not reached', notes: 'Later' },
    ]);
  });

  it.each([
    ['interview,question,state\nI-09,1,asked\n', 'line 2, column 1', 'no interview “I-09”'],
    ['interview,question,state\nI-01,99,asked\n', 'line 2, column 2', 'no question “99”'],
    ['interview,question,state\nI-01,1,maybe\n', 'line 2, column 3', '“maybe” is no state'],
    ['interview,question\nI-01,1\nI-01,1\n', 'line 3, column 2', 'stands twice'],
    ['question,state\n1,asked\n', 'line 1, column 1', 'no column “interview”'],
  ])('import refuses %j', async (file, place, why) => {
    const { code, err } = await earmark(['answers', 'import', '-'], file);
    expect(code).toBe(1);
    expect(err).toContain(place);
    expect(err).toContain(why);
    expect(await answers()).toEqual([]);
  });

  it('import leaves wrong rows out when told to, and lists them', async () => {
    const file = 'interview,question,state\nI-09,1,asked\nI-01,1,asked\n';
    const { code, json } = await earmark(['answers', 'import', '-', '--skip-invalid'], file);
    expect(code).toBe(0);
    expect(json()).toMatchObject({ answers: 1, skipped: [{ line: 2 }] });
  });

  it('export comes back unchanged', async () => {
    await earmark(['answers', 'import', '-'], CSV);
    const { out } = await earmark(['answers', 'export', '--format', 'csv']);
    expect((await earmark(['answers', 'import', '-'], out)).json()).toMatchObject({
      answers: 0,
      unchanged: 2,
    });
    expect((await earmark(['answers', 'export'])).json()).toMatchObject([
      { interview: 'I-01', question: '1', state: 'asked' },
      {},
    ]);
  });
});

describe('a guide in a Word document', () => {
  const item = (text: string, level: number) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const heading = (text: string) =>
    `<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const row = (...cells: string[]) =>
    `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
  const NUMBERING = `<?xml version="1.0"?><w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
  const STYLES = `<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style></w:styles>`;
  const RELATIONS = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`;
  const bring = async (body: string) => {
    const bytes = await docx(body, {
      'word/numbering.xml': NUMBERING,
      'word/styles.xml': STYLES,
      'word/_rels/document.xml.rels': RELATIONS,
    });
    const form = new FormData();
    form.set('file', new File([new Uint8Array(bytes)], 'guide.docx'));
    return t.post(path('/import'), form);
  };

  it('is read from a list: items are questions, those below them prompts, headings sections', async () => {
    const body =
      heading('Opening') +
      item('What is your job?', 0) +
      item('Days in a week', 1) +
      item('Why?', 0);
    expect((await bring(body)).status).toBe(303);
    expect(await listQuestions(t.ctx)).toMatchObject([
      { number: '1', section: 'Opening', text: 'What is your job?', prompts: 'Days in a week' },
      { number: '2', section: 'Opening', text: 'Why?', prompts: '' },
    ]);
  });

  it('is read from a table, with names above its columns or without, and with empty cells', async () => {
    const named =
      row('Number', 'Question', 'Prompts', 'For') +
      row('1', 'What is your job?', '', 'Workers') +
      row('2', 'Why?', 'Since when', '');
    expect((await bring(`<w:tbl>${named}</w:tbl>`)).status).toBe(303);
    const plain = row('3.', 'How?', 'By whom') + row('4.', 'When?', '');
    expect((await bring(`<w:tbl>${plain}</w:tbl>`)).status).toBe(303);
    expect(await listQuestions(t.ctx)).toMatchObject([
      { number: '1', text: 'What is your job?', prompts: '', for_whom: 'Workers' },
      { number: '2', text: 'Why?', prompts: 'Since when', for_whom: '' },
      { number: '3', text: 'How?', prompts: 'By whom' },
      { number: '4', text: 'When?' },
    ]);
  });

  it('that is another kind of archive, or none that can be read, is refused with a reason', async () => {
    for (const [bytes, why] of [
      [await zipOf({ 'xl/workbook.xml': '<workbook/>' }), 'neither a Word document nor a text'],
      [Buffer.from('PK\u0003\u0004broken'), 'guide.docx'],
    ] as const) {
      const form = new FormData();
      form.set('file', new File([new Uint8Array(bytes)], 'guide.docx'));
      const answer = await t.post(path('/import'), form);
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain(why);
    }
    expect(await texts()).toEqual([]);
  });
});

describe('whom a question is for', () => {
  const stored = async () => (await listQuestions(t.ctx)).map(({ for_whom }) => for_whom);

  it('is ticked: groups, regions, a variable’s value, and only if in words', async () => {
    for (const name of ['Workers', 'Employers']) await aGroup(t.ctx, name);
    await aRegion(t.ctx, 'Asia');
    await post('', {
      text: 'Why?',
      for_group: ['Workers', 'Employers'],
      for_region: 'Asia',
      for: 'only if they travel',
    });
    expect(await stored()).toEqual(['Workers; Employers & Asia & only if they travel']);
    const id = (await listQuestions(t.ctx))[0]?.id;
    const page = await html(path(`/${id}`));
    expect(page.match(/<input[^>]*type="checkbox"[^>]*checked/gu)).toHaveLength(3);
    expect(page).toContain('value="only if they travel"');
  });

  it('comes back unchanged from a form that was only opened and saved', async () => {
    await aGroup(t.ctx, 'Monitoring & evaluation');
    const said = 'Monitoring & evaluation & Adviser; Head of unit & Years = 5';
    const id = await ask('Why?');
    await post(`/${id}`, { text: 'Why?', for: said, revision: 1 });
    const page = await html(path(`/${id}`));
    expect(page).toMatch(/value="Monitoring &amp; evaluation"[^>]*checked/u);
    expect(page).toContain('value="Adviser; Head of unit &amp; Years = 5"');
  });
});
