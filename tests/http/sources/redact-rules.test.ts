import { afterEach, beforeEach, expect, it } from 'vitest';
import { changeCode } from '../../../src/codebook/commands.ts';
import { importRead, readText, readUpload } from '../../../src/sources/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aCode } from '../../factories/data.ts';

let t: TestApp;
beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

it('before a text is redacted, the rules that hold the words are named, those of the past too, and stay', async () => {
  const upload = await readUpload({
    name: 'talk.txt',
    bytes: Buffer.from('Quillon: I run the office.'),
  });
  const source = (await importRead(t.ctx, upload)).value.id;
  const [office, door, other] = [
    await aCode(t.ctx, 'Office'),
    await aCode(t.ctx, 'Door'),
    await aCode(t.ctx, 'Other'),
  ];
  await changeCode(t.ctx, office, { example: '“I am QUILLON.”' });
  await changeCode(t.ctx, door, { definition: 'As Quillon says.' });
  await changeCode(t.ctx, door, { definition: 'As they say.' });
  await changeCode(t.ctx, other, { definition: 'Nothing of it.' });
  const { sha256 } = await readText(t.ctx, source);
  const page = `/projects/${t.ctx.projectId}/sources/${source}/redact`;
  const form = { sha256, word: 'Quillon', as: '[name]' };
  const html = await (await t.post(page, { ...form, do: 'preview' })).text();
  expect(html).toContain('Words of it stand in that of “Office”');
  expect(html).toContain('An earlier rule of “Door” held words of it.');
  expect(html).not.toContain('“Other”');
  await t.post(page, { ...form, do: 'redact', confirmed: 'yes' });
  const code = await t.ctx.db
    .selectFrom('code')
    .select('example')
    .where('id', '=', office)
    .executeTakeFirst();
  expect(code?.example).toBe('“I am QUILLON.”');
});
