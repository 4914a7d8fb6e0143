import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importCodebook, listCodes } from '../../../src/codebook/index.ts';
import { startingText } from '../../../src/codebook/starting.ts';
import { createProject } from '../../../src/projects/index.ts';
import { messages } from '../../../views/messages/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';

let t: TestApp;
let page: string;
beforeEach(async () => {
  t = await testApp();
  page = `/projects/${t.ctx.projectId}/codebook/import`;
});
afterEach(() => t.close());

const textOf = (from: string) => startingText(t.ctx, t.deps, from, messages('en'));

describe('a codebook to begin with', () => {
  it('may be the six evaluation criteria, each with its rule', async () => {
    await importCodebook(t.ctx, await textOf('criteria'));
    const codes = await listCodes(t.ctx);
    expect(codes.map((code) => code.path)).toEqual([
      'Relevance',
      'Coherence',
      'Effectiveness',
      'Efficiency',
      'Impact',
      'Sustainability',
    ]);
    for (const code of codes)
      expect([code.definition, code.useWhen, code.notWhen]).not.toContain('');
  });

  it('may be the themes of the labour-migration study, without anybody’s words as examples', async () => {
    await importCodebook(t.ctx, await textOf('migration'));
    const codes = await listCodes(t.ctx);
    const paths = codes.map((code) => code.path);
    for (const name of ['Capacity', 'Communication', 'Internal factors', 'External factors'])
      expect(paths).toContain(`Visibility > ${name}`);
    for (const theme of [
      'Employment nexus',
      'Framework',
      'Coordination',
      'Tripartism',
      'Statistics',
    ])
      expect(paths).toContain(theme);
    expect(codes.every((code) => code.example === '' && code.key === null)).toBe(true);
  });

  it('may be that of another project of one’s own, whose guids stay the same', async () => {
    const { value } = await createProject({ ...t.deps, userId: t.userId }, { name: 'Earlier' });
    const other = { ...t.ctx, projectId: value.id };
    await importCodebook(other, 'path,key\nA > B,1\n');
    await importCodebook(t.ctx, 'path,key\nMine,1\n');
    const form = await (await t.get(page)).text();
    expect(form).toContain(`import?from=project-${value.id}">Earlier</a>`);
    const seen = await (await t.get(`${page}?from=project-${value.id}`)).text();
    expect(seen).toContain('2 new codes, 0 changed, 0 unchanged.');
    await importCodebook(t.ctx, await textOf(`project-${value.id}`));
    const guids = async (ctx: typeof other) => (await listCodes(ctx)).map((code) => code.guid);
    expect((await guids(t.ctx)).slice(1)).toEqual(await guids(other));
    expect((await listCodes(t.ctx)).map((code) => code.key)).toEqual(['1', null, null]);
  });

  it('is no project that one has no part in: it answers as one that does not exist', async () => {
    const { value } = await createProject({ ...t.deps, userId: t.userId }, { name: 'Theirs' });
    await importCodebook({ ...t.ctx, projectId: value.id }, 'path\nSecret\n');
    await t.deps.db.deleteFrom('member').where('project_id', '=', value.id).execute();
    const [theirs, none] = [
      await t.get(`${page}?from=project-${value.id}`),
      await t.get(`${page}?from=project-999999`),
    ];
    expect([theirs.status, none.status]).toEqual([404, 404]);
    expect(await theirs.text()).not.toContain('Secret');
    expect(await (await t.get(page)).text()).not.toContain('Theirs');
  });
});
