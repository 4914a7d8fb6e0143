import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeXlsx } from '../../../src/files/index.ts';
import { listChanges, undoLast } from '../../../src/history/index.ts';
import { registerCommands } from '../../../src/register/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { runCli } from '../../factories/cli.ts';

let t: TestApp;
beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

const REGISTER = `Date,Respondents,Group,Region,Interviewers,Gender
15.3.2013,Amaltea Pinewhistle,Headquarters,Europe,MS & VvdV,woman
"13,5,13",MOL (6 people),Governments,Asia,VVdV,
22.4.13-25.4.13,Corvin Tallystick; Dee Dee,Headquarters,Europe,EMcG,man;woman
22.5.13,Amaltea Pinewhistle (2nd),,,VVdB,
`;
const earmark = (argv: string[], input?: string | Buffer) =>
  runCli(t, registerCommands, argv, input);
const bring = (input: string | Buffer, ...flags: string[]) =>
  earmark(['interviews', 'import', '-', ...flags], input);
const counts = async () => {
  const of = async (
    table: 'interview' | 'respondent' | 'interviewer' | 'respondent_group' | 'change',
  ) => (await t.ctx.db.selectFrom(table).select('id').execute()).length;
  return [
    await of('interview'),
    await of('respondent'),
    await of('interviewer'),
    await of('respondent_group'),
  ];
};

describe('earmark interviews import', () => {
  it('brings in the register as one change, and says what is doubtful', async () => {
    const before = (await listChanges(t.ctx)).length;
    const { code, json, err } = await bring(REGISTER);
    expect(code).toBe(0);
    expect(json()).toMatchObject({
      interviews: 4,
      respondents: 4,
      interviewers: 4,
      unchanged: 0,
      skipped: [],
    });
    expect(json()).toMatchObject({
      doubts: [
        {
          line: 3,
          field: 'interviewers',
          text: 'VVdV',
          reading: 'VvdV',
          reason: 'interviewer-same',
        },
        {
          line: 5,
          field: 'interviewers',
          text: 'VVdB',
          reading: 'VvdV',
          reason: 'interviewer-alike',
        },
        { line: 5, field: 'respondents', reason: 'second-interview' },
      ],
    });
    expect(err).toContain('line 5 (respondents)');
    expect(await counts()).toEqual([4, 4, 4, 2]);
    expect(await listChanges(t.ctx)).toHaveLength(before + 1);
  });

  it('adds nothing when the same file comes again, and records nothing', async () => {
    await bring(REGISTER);
    const [before, changes] = [await counts(), (await listChanges(t.ctx)).length];
    const { code, json } = await bring(REGISTER);
    expect(code).toBe(0);
    expect(json()).toMatchObject({ interviews: 0, respondents: 0, interviewers: 0, unchanged: 4 });
    expect(await counts()).toEqual(before);
    expect(await listChanges(t.ctx)).toHaveLength(changes);
  });

  it('is undone in one step', async () => {
    await bring(REGISTER);
    await undoLast(t.ctx);
    expect(await counts()).toEqual([0, 0, 0, 0]);
  });

  it('shows its reading and imports nothing on a dry run', async () => {
    const { code, json } = await bring(REGISTER, '--dry-run');
    expect(code).toBe(0);
    expect(json()).toMatchObject({ dry_run: true, interviews: 4 });
    expect(json()).toMatchObject({
      reading: [
        { line: 2, date: '2013-03-15', respondents: [{ group: 'Headquarters' }] },
        {},
        {},
        {},
      ],
    });
    expect(await counts()).toEqual([0, 0, 0, 0]);
  });

  it('guesses no date that can be read twice: the file is refused until the order is said', async () => {
    const file = 'ref,date\nI-01,03/04/2013\nI-02,2013-04-05\n';
    const refused = await bring(file);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('line 2, column 2: “03/04/2013” is 2013-04-03 or 2013-03-04');
    expect(refused.err).toContain('--day-first');
    expect(refused.json()).toMatchObject({
      interviews: 0,
      doubts: [
        {
          line: 2,
          field: 'date',
          text: '03/04/2013',
          reading: '2013-04-03 or 2013-03-04',
          reason: 'day-or-month',
        },
      ],
    });
    expect(await counts()).toEqual([0, 0, 0, 0]);
    expect((await bring(file, '--dry-run')).code).toBe(0);
    await bring(file, '--month-first');
    const dates = await t.ctx.db.selectFrom('interview').select('date').orderBy('id').execute();
    expect(dates.map(({ date }) => date)).toEqual(['2013-03-04', '2013-04-05']);
  });

  it('names file, line and column of what is wrong and imports nothing of the file', async () => {
    const { code, err, json } = await bring('ref,date,kind\nI-01,2013-03-15,\nI-02,31.2.13,chat\n');
    expect(code).toBe(1);
    expect(err).toBe(
      '-, line 3, column 2: No calendar has the day “31.2.13”. 1 more thing is to decide. Nothing was imported.',
    );
    expect(json()).toMatchObject({
      interviews: 0,
      skipped: [
        { line: 3, column: 2 },
        { line: 3, column: 3 },
      ],
    });
    expect(await counts()).toEqual([0, 0, 0, 0]);
  });

  it('leaves wrong rows out when told to, and lists them', async () => {
    const { code, json } = await bring('ref,date\nI-01,2013-03-15\nI-02,soon\n', '--skip-invalid');
    expect(code).toBe(0);
    expect(json()).toMatchObject({
      interviews: 1,
      skipped: [{ line: 3, column: 2, field: 'date', text: 'soon' }],
    });
  });

  it.each([
    ['', 'is empty'],
    ['\n', 'no row with the names of the columns'],
    ['a,"b\n', 'quotation mark'],
    ['name,when\nAnn,today\n', 'No column of a register'],
    ['PK\u0003\u0004', 'damaged'],
  ])('refuses what is no register: %j', async (file, why) => {
    const { code, err } = await bring(file, '--skip-invalid');
    expect(code).toBe(1);
    expect(err).toContain(why);
    expect(await counts()).toEqual([0, 0, 0, 0]);
  });

  it('reads a file from a spreadsheet of any country, and says which letters it assumed', async () => {
    const bytes = Buffer.from(
      'date;respondents;group\r\n15.3.2013;Hélène Zéro;Employés\r\n',
      'latin1',
    );
    const { json, err } = await bring(bytes);
    expect(json()).toMatchObject({ interviews: 1 });
    expect(err).toContain('windows-1252');
    const [group] = await t.ctx.db.selectFrom('respondent_group').select('name').execute();
    expect(group?.name).toBe('Employés');
  });

  it('refuses both orders at once', async () => {
    expect((await bring(REGISTER, '--day-first', '--month-first')).code).toBe(1);
  });

  it('keeps names in the identities and nowhere else', async () => {
    const { json, err } = await bring(REGISTER);
    await bring(REGISTER);
    const identities = await t.ctx.db.selectFrom('respondent_identity').select('name').execute();
    expect(identities.map(({ name }) => name)).toContain('Amaltea Pinewhistle');
    const changes = await t.ctx.db.selectFrom('change').select(['detail', 'rows']).execute();
    expect(JSON.stringify(changes)).not.toContain('Pinewhistle');
    const exported = await earmark(['interviews', 'export']);
    expect(exported.out).not.toContain('Pinewhistle');
    expect([json(), err]).toBeTruthy();
  });
});

describe('earmark interviews import of a workbook', () => {
  const SHEETS = [
    { name: 'Register', header: ['date', 'respondents'], rows: [['2013-03-15', 'Ann Lee']] },
    { name: 'Old', header: ['date', 'respondents'], rows: [['2012-01-01', 'Bob Ray']] },
  ];
  const workbook = async () => Buffer.from(await writeXlsx(SHEETS));

  it('takes the first sheet, and says so when there are others', async () => {
    const { json, err } = await bring(await workbook());
    expect(json()).toMatchObject({ interviews: 1, respondents: 1 });
    expect(err).toContain('“Register” of Register, Old');
    const [row] = await t.ctx.db.selectFrom('interview').select('date').execute();
    expect(row?.date).toBe('2013-03-15');
  });

  it('takes the sheet that is named', async () => {
    await bring(await workbook(), '--sheet', 'Old');
    const [row] = await t.ctx.db.selectFrom('interview').select('date').execute();
    expect(row?.date).toBe('2012-01-01');
  });

  it('refuses a sheet that is not there, and names those that are', async () => {
    const { code, err } = await bring(await workbook(), '--sheet', 'New');
    expect(code).toBe(1);
    expect(err).toContain('Register, Old');
  });
});

describe('earmark interviews import --paste', () => {
  const LIST = [
    'Name Department Date Interviewers',
    'Accra',
    'Ann Lee HEALTH 15.3.2013 MS & VvdV',
    'Bob Ray FISHERIES 27.3.13 VVdV',
    'Ann Lee HEALTH 2.4.13 MS',
  ].join('\n');

  it('reads a table as it was copied: headings are places, a name again is the same person', async () => {
    const { code, json } = await bring(LIST, '--paste');
    expect(code).toBe(0);
    expect(json()).toMatchObject({ interviews: 3, respondents: 2, interviewers: 2 });
    const rows = await t.ctx.db.selectFrom('interview').select(['date', 'location']).execute();
    expect(rows).toContainEqual({ date: '2013-03-27', location: 'Accra' });
  });

  it('adds nothing the second time', async () => {
    await bring(LIST, '--paste');
    const before = await counts();
    const { json } = await bring(LIST, '--paste');
    expect(json()).toMatchObject({ interviews: 0, respondents: 0, interviewers: 0, unchanged: 3 });
    expect(await counts()).toEqual(before);
  });

  it('guesses no date that can be read twice, and says by which line the list itself settles it', async () => {
    const open = 'Ann Lee HEALTH 03/04/2013 MS\nBob Ray HEALTH 05/06/2013 MS';
    const refused = await bring(open, '--paste');
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('2013-04-03 or 2013-03-04');
    expect(await counts()).toEqual([0, 0, 0, 0]);
    expect((await bring(open, '--paste', '--month-first')).code).toBe(0);
    const rows = await t.ctx.db.selectFrom('interview').select('date').execute();
    expect(rows.map(({ date }) => date)).toEqual(['2013-03-04', '2013-05-06']);
  });

  it('keeps a list out that has a line nobody understands, or lists that line as skipped', async () => {
    const odd = 'Page 3 of 7\nAnn Lee HEALTH 15.3.2013 MS';
    const refused = await bring(odd, '--paste');
    expect(refused.code).toBe(1);
    const { code, json } = await bring(odd, '--paste', '--skip-invalid');
    expect(code).toBe(0);
    expect(json()).toMatchObject({
      interviews: 1,
      skipped: [{ line: 1, field: 'line', text: 'Page 3 of 7' }],
    });
  });
});

describe('earmark interviews export', () => {
  it('writes CSV that comes back into an empty project as the same register', async () => {
    await bring(REGISTER);
    const csv = (await earmark(['interviews', 'export', '--format', 'csv'])).out;
    expect(csv.split('\r\n')[0]).toBe(
      'ref,date,end_date,kind,mode,location,respondents,head_count,role,organisation,group,region,interviewers,status,language,consent,notes,Gender',
    );
    expect(csv).toContain(
      'I-03,2013-04-22,2013-04-25,group,,,R-03; R-04,2,,,Headquarters,Europe,EMcG,done,,not recorded,,man; woman',
    );
    const again = await bring(csv);
    expect(again.json()).toMatchObject({ interviews: 0, respondents: 0, unchanged: 4, doubts: [] });
  });

  it('has one object per interview as JSON', async () => {
    await bring('date,respondents\n15.3.2013,R-07\n');
    expect((await earmark(['interviews', 'export'])).json()).toMatchObject([
      { ref: 'I-01', date: '2013-03-15', respondents: 'R-07', head_count: '1' },
    ]);
  });
});
