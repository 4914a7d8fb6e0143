import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { importCodebook, listCodes, type CodeRow } from '../../../src/codebook/index.ts';
import { previewImport } from '../../../src/codebook/import.ts';
import { bringIn } from '../../../src/codebook/reading.ts';
import {
  codebookCsv,
  codebookMarkdown,
  codebookQdc,
  codebookXlsx,
} from '../../../src/codebook/table.ts';
import type { Ctx } from '../../../src/deps.ts';
import { listChanges, undo } from '../../../src/history/index.ts';
import { createProject } from '../../../src/projects/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';

/** The official schema, MIT; it comes with the tests. */
const SCHEMA = fileURLToPath(new URL('../../factories/refi/Codebook.xsd', import.meta.url));

/** Files that other programs wrote. They may not be handed on, so they are read only where somebody has put them. */
const SAMPLES = fileURLToPath(new URL('../../../../shared/data/refi', import.meta.url));

let t: TestApp;
beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

async function anotherProject(): Promise<Ctx> {
  const { value } = await createProject({ ...t.deps, userId: t.userId }, { name: 'Another' });
  return { ...t.ctx, projectId: value.id };
}

/** Everything of a codebook that travels. */
const travels = (codes: readonly CodeRow[]) =>
  codes.map(({ guid, path, definition, useWhen, notWhen, example, colour, key, isCodable }) => ({
    ...{ guid, path, definition, useWhen, notWhen, example, colour, key, isCodable },
  }));

const FORMATS = {
  csv: (codes: readonly CodeRow[]) => codebookCsv(codes),
  xlsx: (codes: readonly CodeRow[]) => codebookXlsx(codes),
  md: (codes: readonly CodeRow[]) => codebookMarkdown(codes),
  qdc: (codes: readonly CodeRow[]) => codebookQdc(codes),
};

async function bytesOf(format: keyof typeof FORMATS, codes: readonly CodeRow[]): Promise<Buffer> {
  const written = await FORMATS[format](codes);
  return Buffer.from(written);
}

/** Scripts, quotes, line ends, what a spreadsheet runs, and what the formats themselves mean something by. */
const NASTY = [
  'Sichtbarkeit',
  'Видимость',
  '可见性',
  'الظهور',
  'नज़र',
  '👩‍👩‍👧 kin',
  'e\u0301tat',
  'ﬁ',
  '=1+1',
  '+cmd',
  '-2',
  '@SUM(A1)',
  "'=x",
  "'",
  '"quoted", twice ""',
  'A > B',
  'a\\b',
  'a/b',
  'x::y',
  '# heading',
  '- item',
  '* star',
  '**Use when:** no',
  '<!-- guid=1 -->',
  '<b>&amp;</b>',
  ']]>',
  '?>',
  'Use when: never',
  '`tick`',
  '1; 2',
  'tab\there',
];
const TEXTS = [
  ...NASTY,
  '',
  'one\ntwo',
  'one\n\ntwo',
  '\n\nUse when: inside',
  'x\n\nExample: y',
  '  indented\n # deep',
  '\\# escaped',
  '=1\n=2',
  'Not when: a\n\nUse when: b',
  '**Example:** z\n\n# h',
  'x\n<!-- key=q -->\ny',
];

const guidOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** The nasty texts as a codebook, put in as JSON would put them: by CSV, whose own round trip is proved first. */
async function nastyCodebook(
  ctx: Ctx,
  names: readonly string[],
  texts: readonly string[],
  depths: readonly number[],
) {
  const { toCsv } = await import('../../../src/domain/csv/write.ts');
  const { formatPath } = await import('../../../src/domain/codetree/index.ts');
  const above: string[] = [];
  const rows = names.map((name, at) => {
    const depth = Math.min(depths[at] ?? 0, above.length);
    above.length = depth;
    above.push(`${name} ${at}`);
    const text = (n: number) => texts[(at * 4 + n) % texts.length] ?? '';
    return [
      guidOf(at),
      formatPath(above),
      text(0),
      text(1),
      text(2),
      text(3),
      at % 3 === 0 ? '#3b6fb6' : '#a1b2c3',
      at < 10 ? String(at) : '',
      at % 4 === 1 ? 'no' : 'yes',
    ];
  });
  const header = [
    'guid',
    'path',
    'definition',
    'use_when',
    'not_when',
    'example',
    'colour',
    'key',
    'codable',
  ];
  await importCodebook(ctx, toCsv(header, rows));
  return listCodes(ctx);
}

describe('a codebook that leaves comes back as it was', () => {
  it.each(['csv', 'xlsx', 'md', 'qdc'] as const)(
    'as %s: every script, quotes, line ends, formula-like names',
    async (format) => {
      const depths = NASTY.map((_one, at) => at % 9);
      const codes = await nastyCodebook(t.ctx, NASTY, TEXTS, depths);
      expect(codes.length).toBe(NASTY.length);
      expect(Math.max(...codes.map((code) => code.depth))).toBe(8);
      const { text } = await bringIn(await bytesOf(format, codes));
      const again = await previewImport(t.ctx, text);
      expect(again).toMatchObject({ created: 0, changed: 0, errors: [], codes: codes.length });
      const elsewhere = await anotherProject();
      await importCodebook(elsewhere, text);
      expect(travels(await listCodes(elsewhere))).toEqual(travels(codes));
    },
  );

  it(
    'whatever its names and texts are made of, as CSV, Markdown and QDC',
    { timeout: 60_000 },
    async () => {
      const word = fc.oneof(
        fc.constantFrom(...TEXTS),
        fc.string({ unit: 'grapheme', maxLength: 12 }),
        fc.string({ maxLength: 12 }),
      );
      await fc.assert(
        fc.asyncProperty(
          fc.array(word, { minLength: 1, maxLength: 5 }),
          fc.array(word, { minLength: 1, maxLength: 9 }),
          fc.array(fc.nat(3), { maxLength: 5 }),
          async (names, texts, depths) => {
            const writable = (text: string) => text.replace(/[^\P{C}\n\t]/gu, '');
            const ctx = await anotherProject();
            const codes = await nastyCodebook(
              ctx,
              names.map(writable),
              texts.map(writable),
              depths,
            );
            for (const format of ['csv', 'md', 'qdc'] as const) {
              const { text } = await bringIn(await bytesOf(format, codes));
              const elsewhere = await anotherProject();
              await importCodebook(elsewhere, text);
              expect(travels(await listCodes(elsewhere))).toEqual(travels(codes));
            }
          },
        ),
        { numRuns: 30 },
      );
    },
  );

  it('is undone by one step, whatever it came as', async () => {
    const codes = await nastyCodebook(t.ctx, NASTY, TEXTS, []);
    const elsewhere = await anotherProject();
    const { text } = await bringIn(await bytesOf('qdc', codes));
    const done = await importCodebook(elsewhere, text);
    await undo(elsewhere, done.changeId ?? 0);
    expect(await listCodes(elsewhere)).toEqual([]);
    expect((await listChanges(elsewhere)).length).toBe(3);
  });
});

describe('a .qdc that we write', () => {
  it('validates against the schema, with nesting, colours, structure and hostile words', async () => {
    const codes = await nastyCodebook(
      t.ctx,
      NASTY,
      TEXTS,
      NASTY.map((_one, at) => at % 9),
    );
    const schema = readFileSync(SCHEMA, 'utf8');
    const xml = codebookQdc(codes);
    const told = await validateXML({
      xml: [{ fileName: 'out.qdc', contents: xml }],
      schema: [schema],
    });
    expect(told.errors.map((error) => error.message)).toEqual([]);
    expect(told.valid).toBe(true);
    expect(xml.match(/<Code /gu)?.length).toBe(codes.length);
    expect(xml).not.toContain('<Sets');
    const broken = xml.replace('isCodable="', 'isCoded="');
    const refused = await validateXML({
      xml: [{ fileName: 'broken.qdc', contents: broken }],
      schema: [schema],
    });
    expect(refused.valid).toBe(false);
  });

  it('is refused for an empty codebook, since the schema has no empty containers', () => {
    expect(() => codebookQdc([])).toThrow('codebook.nothingToExport');
  });

  it('shows other programs the whole rule in its description, and believes them when they rewrite it', async () => {
    await importCodebook(t.ctx, 'path,definition,use_when\nA,What it is.,Always\n');
    const xml = codebookQdc(await listCodes(t.ctx));
    expect(xml).toContain('<Description>What it is.\n\nUse when: Always</Description>');
    const theirs = xml.replace(/<\?earmark.*?\?>/u, '').replace('What it is.', 'Something else.');
    await importCodebook(t.ctx, theirs);
    expect((await listCodes(t.ctx))[0]).toMatchObject({
      definition: 'Something else.',
      useWhen: 'Always',
    });
  });
});

describe('the files of other programs', () => {
  const sample = (name: string): Buffer => readFileSync(join(SAMPLES, name));

  it.skipIf(!existsSync(SAMPLES)).each([
    ['spec-A1-codebook-braces.qdc', 6, ['qdcBraces']],
    ['atlasti-mac8.4-specexample.qde', 14, []],
    ['nvivo-mac15.0-qc.qdpx', 262, []],
    ['qc1.3.2-demo.qdpx', 262, []],
    ['qualia-synthetic-badguids.qdpx', 4, ['qdcGuid']],
  ])('%s comes in with its %i codes', async (name, n, warned) => {
    const { text, warnings } = await bringIn(sample(name));
    const { value } = await importCodebook(t.ctx, text);
    expect([value.codes, value.created]).toEqual([n, n]);
    expect([...new Set(warnings.map(({ code }) => code))]).toEqual(warned);
    expect((await listCodes(t.ctx)).length).toBe(n);
    const again = await bringIn(sample(name));
    expect(await previewImport(t.ctx, again.text)).toMatchObject({ created: 0, changed: 0 });
  });

  const code = (attributes: string, inside = '') => `<Code ${attributes}>${inside}</Code>`;
  const book = (inside: string, namespace = 'urn:QDA-XML:codebook:1.0', rest = '') =>
    `<?xml version="1.0"?><CodeBook xmlns="${namespace}"><Codes>${inside}</Codes>${rest}</CodeBook>`;
  const G = 'guid="{5215CC69-B628-4E02-AFB9-9BEEAEE55808}"';

  it.each([
    [
      'an old namespace',
      book(code(`${G} name="A" isCodable="true"`), 'urn:QDA-XML:codebook:0:4'),
      'qdcNamespace',
    ],
    [
      'another old namespace',
      book(code(`${G} name="A" isCodable="true"`), 'urn:QDA-XML:codebook:1:0'),
      'qdcNamespace',
    ],
    ['braces and capitals in a guid', book(code(`${G} name="A" isCodable="true"`)), 'qdcBraces'],
    [
      'an empty list of sets',
      book(code(`${G} name="A" isCodable="true"`), undefined, '<Sets/>'),
      'qdcSetsEmpty',
    ],
    [
      'a set without codes',
      book(
        code(`${G} name="A" isCodable="true"`),
        undefined,
        '<Sets><Set guid="x" name="s"/></Sets>',
      ),
      'qdcSetEmpty',
    ],
    ['a byte order mark', `\uFEFF${book(code(`${G} name="A" isCodable="true"`))}`, 'qdcMark'],
    [
      'lower-case elements',
      book(code(`${G} name="A" isCodable="true"`))
        .replaceAll('<Code ', '<code ')
        .replaceAll('</Code>', '</code>'),
      'qdcCase',
    ],
    ['no guid', book(code('name="A" isCodable="true"')), 'qdcGuid'],
    [
      'one guid twice',
      book(code(`${G} name="A" isCodable="true"`) + code(`${G} name="B" isCodable="true"`)),
      'qdcGuidTwice',
    ],
    [
      'one name twice',
      book(code(`${G} name="A" isCodable="1"`) + code('name="a" isCodable="true"')),
      'qdcNameTwice',
    ],
    ['no name', book(code(`${G} name=" " isCodable="true"`)), 'qdcNameless'],
    [
      'a name without end',
      book(code(`${G} name="${'long '.repeat(60)}" isCodable="true"`)),
      'qdcNameCut',
    ],
    [
      'a colour that is none',
      book(code(`${G} name="A" isCodable="true" color="red"`)),
      'qdcColour',
    ],
  ])('%s comes in with a warning', async (_what, xml, warned) => {
    const { text, warnings } = await bringIn(Buffer.from(xml));
    expect(warnings.map((one) => one.code)).toContain(warned);
    const { value } = await importCodebook(t.ctx, text);
    expect(value.created).toBeGreaterThan(0);
    const [first] = await listCodes(t.ctx);
    if (xml.includes(G)) expect(first?.guid).toBe('5215cc69-b628-4e02-afb9-9beeaee55808');
  });

  it('prefixes, short colours, folders and nesting are read as they are meant', async () => {
    const xml = `<q:CodeBook xmlns:q="urn:QDA-XML:codebook:1.0"><q:Codes><q:Code ${G} name="Frame" isCodable="false" color="#AbC"><q:Description>Holds <![CDATA[<all>]]></q:Description><q:Code guid="5215cc69-b628-4e02-afb9-9beeaee55809" name="Sub" isCodable="true"/></q:Code></q:Codes></q:CodeBook>`;
    const { text, warnings } = await bringIn(Buffer.from(xml));
    expect(warnings.map((one) => one.code)).toEqual(['qdcBraces']);
    await importCodebook(t.ctx, text);
    expect(await listCodes(t.ctx)).toMatchObject([
      { path: 'Frame', isCodable: false, colour: '#aabbcc', definition: 'Holds <all>' },
      { path: 'Frame > Sub', isCodable: true },
    ]);
  });
});

describe('a hostile file', () => {
  const refused = (xml: string | Buffer) => bringIn(Buffer.from(xml));

  it.each([
    [
      'a document type',
      '<!DOCTYPE CodeBook SYSTEM "http://localhost/x.dtd"><CodeBook/>',
      'qdcDoctype',
    ],
    [
      'an external entity',
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><CodeBook>&x;</CodeBook>',
      'qdcDoctype',
    ],
    [
      'entities of entities',
      '<!DOCTYPE a [<!ENTITY x "aaaa"><!ENTITY y "&x;&x;&x;">]><CodeBook>&y;</CodeBook>',
      'qdcDoctype',
    ],
    ['an unknown entity', '<CodeBook><Codes>&x;</Codes></CodeBook>', 'qdcBroken'],
    ['an open end', '<CodeBook><Codes>', 'qdcBroken'],
    ['nesting without end', '<CodeBook>'.repeat(5000), 'qdcDeep'],
    ['another kind of XML', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'qdcNoCodes'],
    ['no codes', '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes/></CodeBook>', 'qdcNoCodes'],
    [
      'an archive of something else',
      Buffer.from('PK\u0003\u0004 and then nothing\u0000'),
      'fileRefused',
    ],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\x00\x00\x00', 'latin1'), 'notText'],
  ])('with %s is refused with the reason', async (_what, xml, code) => {
    await expect(refused(xml)).rejects.toMatchObject({ code: `codebook.${code}` });
  });

  it('is refused by the page with its sentence, also when it is pasted', async () => {
    const page = `/projects/${t.ctx.projectId}/codebook/import`;
    const answer = await t.post(page, { text: '<!DOCTYPE a><CodeBook/>' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('document type (DOCTYPE)');
  });
});

describe('the separators of paths', () => {
  it.each([
    ['/', 'tag,description\nVisibility/Capacity,Too little\nVisibility/Voice,\n'],
    ['\\', 'path\nVisibility\\Capacity\nVisibility\\Voice\n'],
    ['::', 'path\nVisibility::Capacity\nVisibility::Voice\n'],
    ['>', 'path\nVisibility > Capacity\nVisibility > Voice\n'],
  ])('are found in the data: %s', async (sign, text) => {
    const seen = await previewImport(t.ctx, text);
    expect([seen.separator, seen.separators.get(sign as '/')]).toEqual([sign, 2]);
    await importCodebook(t.ctx, text);
    expect((await listCodes(t.ctx)).map((code) => code.path)).toEqual([
      'Visibility',
      'Visibility > Capacity',
      'Visibility > Voice',
    ]);
  });

  it('are offered on the page, and what is chosen holds for the import', async () => {
    const page = `/projects/${t.ctx.projectId}/codebook/import`;
    const text = 'path\nMen/women\nMen/women > Pay\n';
    const seen = await (await t.post(page, { text })).text();
    expect(seen).toMatch(/value="&gt;" checked/u);
    expect(seen).toContain('/ (in 2 paths)');
    const other = await (await t.post(page, { text, separator: '/' })).text();
    expect(other).toMatch(/name="separator" value="\/"/u);
    await t.post(page, { text, separator: '/', confirm: 'yes' });
    expect((await listCodes(t.ctx)).map((code) => code.path)).toContain('Men > women');
  });
});

describe('Markdown of other people', () => {
  it('is read from headings with what stands below, or from a nested list', async () => {
    const headings = '# Visibility\nIs the Office seen?\n\n## Capacity\n\n- too few\n- too poor\n';
    expect(await previewImport(t.ctx, headings)).toMatchObject({ created: 2, errors: [] });
    const list =
      '- **Nexus**: employment and migration\n  - Work\n    - Pay: what people earn\n* Voice\n';
    await importCodebook(t.ctx, list);
    expect((await listCodes(t.ctx)).map((code) => [code.path, code.definition])).toEqual([
      ['Nexus', 'employment and migration'],
      ['Nexus > Work', ''],
      ['Nexus > Work > Pay', 'what people earn'],
      ['Voice', ''],
    ]);
  });
});

describe('the preview', () => {
  it('tells what is new, changed and in what, unchanged, and in conflict', async () => {
    await importCodebook(t.ctx, 'path,definition\nA,One\nB,Two\nC,Three\n');
    const [a] = await listCodes(t.ctx);
    const seen = await previewImport(
      t.ctx,
      `guid,path,definition,colour\n,B,Other,\n,C,,\n,D,,\n${a?.guid},C > A,,\n`,
    );
    expect(seen.rows.map(({ path, fate, changes }) => [path.join('/'), fate, changes])).toEqual([
      ['B', 'changed', ['definition']],
      ['C', 'unchanged', []],
      ['D', 'new', []],
      ['C/A', 'changed', ['path']],
    ]);
    const clash = await previewImport(t.ctx, `guid,path\n${a?.guid},B\n`);
    expect(clash.rows.map(({ fate }) => fate)).toEqual(['conflict']);
    expect(clash.errors.map(({ code }) => code)).toEqual(['nameTaken']);
  });

  it('names the line of the workbook that is wrong', async () => {
    const { writeXlsx } = await import('../../../src/files/index.ts');
    const rows = [
      ['A', 'one\ntwo\nthree'],
      ['', ''],
      ['B', ''],
      ['B', 'again'],
    ];
    const bytes = await writeXlsx([{ name: 'Codes', header: ['path', 'definition'], rows }]);
    const { text } = await bringIn(Buffer.from(bytes));
    const { errors } = await previewImport(t.ctx, text);
    expect(errors.map(({ line, code }) => [line, code])).toEqual([[5, 'pathTwice']]);
  });
});

describe('the codebook as a document', () => {
  it('has every code with its rule, example and counts, on the page and for Word', async () => {
    const { default: mammoth } = await import('mammoth');
    const { aCoding, aSource } = await import('../../factories/data.ts');
    await importCodebook(
      t.ctx,
      'path,definition,use_when,not_when,example,key\nVisibility,"Seen?\nOr not.",Often,Never,“We are not known.”,\nVisibility > <b\\>Capacity</b\\>,Too little,,,,1\n',
    );
    const code = (await listCodes(t.ctx))[1]?.id ?? 0;
    const source = await aSource(t.ctx, 'We lack people.');
    await aCoding(t.ctx, { source, code, start: 0, end: 2 });
    const base = `/projects/${t.ctx.projectId}/codebook`;
    const html = await (await t.get(`${base}/document`)).text();
    for (const words of [
      'Seen?\nOr not.',
      'Often',
      'Never',
      '0 codings, 1 with sub-codes',
      '1 coding · Key 1',
    ])
      expect(html).toContain(words);
    expect(html).not.toContain('<b>Capacity');
    const answer = await t.get(`${base}/export?format=docx`);
    expect(answer.headers.get('content-type')).toContain('wordprocessingml');
    const buffer = Buffer.from(await answer.arrayBuffer());
    const { value } = await mammoth.extractRawText({ buffer });
    for (const words of [
      'Seen?',
      'Or not.',
      'Use when: Often',
      'Not when: Never',
      '“We are not known.”',
    ])
      expect(value).toContain(words);
    expect(value).toContain('<b>Capacity</b>');
    expect(value).toContain('0 codings, 1 with sub-codes');
  });

  it('is offered in no other format than there is', async () => {
    const answer = await t.get(`/projects/${t.ctx.projectId}/codebook/export?format=exe`);
    expect(answer.status).toBe(404);
  });
});

describe('a large REFI-QDA file', () => {
  const RULE = 'A rule of some length. '.repeat(15);
  const filled = (n: number, description = '') =>
    `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${Array.from(
      { length: n },
      (_one, at) =>
        `<Code guid="${guidOf(at)}" name="Code ${at}" isCodable="true"><Description>${description}</Description></Code>`,
    ).join('')}</Codes></CodeBook>`;

  it('is read in a process apart, and comes in as a small one does', async () => {
    const xml = filled(3000, RULE);
    expect(xml.length).toBeGreaterThan(1_000_000);
    const { text, warnings } = await bringIn(Buffer.from(xml));
    expect(warnings).toEqual([]);
    expect((await importCodebook(t.ctx, text)).value.created).toBe(3000);
  });

  it.each([
    ['a document type', `<!DOCTYPE a [<!ENTITY x "aaaa">]>${filled(3000, RULE)}`, 'qdcDoctype'],
    ['nesting without end', '<CodeBook>'.repeat(110_000), 'qdcDeep'],
    ['more codes than a codebook has', filled(20_001), 'qdcMany'],
    ['an end that is missing', filled(3000, RULE).slice(0, -20), 'qdcBroken'],
  ])('with %s is refused from there with the same reason', async (_what, xml, code) => {
    expect(xml.length).toBeGreaterThan(1_000_000);
    await expect(bringIn(Buffer.from(xml))).rejects.toMatchObject({ code: `codebook.${code}` });
  });

  it('of 50 MB holds nothing else up: it comes in, or is refused as too large', async () => {
    const xml = Buffer.from(filled(20, 'x'.repeat(2_600_000)));
    expect(xml.length).toBeGreaterThan(50_000_000);
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 5);
    const came = await bringIn(xml).then(
      ({ text }) => text.length > 50_000_000,
      (error: unknown) => (error as { code: string }).code === 'codebook.qdcLarge',
    );
    clearInterval(ticking);
    expect(came).toBe(true);
    expect(turns).toBeGreaterThan(5);
  });

  it('with one name thousands of times does not take the square of its length', async () => {
    const same = filled(20_000).replaceAll(/name="[^"]*"/gu, 'name="a"');
    const { warnings } = await bringIn(Buffer.from(same));
    expect(warnings.map(({ code }) => code)).toEqual([
      ...Array<string>(5).fill('qdcNameTwice'),
      'qdcMore',
    ]);
  });
});
