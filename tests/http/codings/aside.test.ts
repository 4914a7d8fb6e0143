import { expect, test } from 'vitest';
import { Aside } from '../../../src/codings/aside.ts';

test('what came in while one page was answered goes before the next page', async () => {
  const aside = new Aside();
  const order: string[] = [];
  const page = (name: string) =>
    aside.run(async () => {
      order.push(name);
      setImmediate(() => order.push(`came in during ${name}`));
    });
  await Promise.all([page('first'), page('second'), page('third')]);
  expect(order).toEqual([
    'first',
    'came in during first',
    'second',
    'came in during second',
    'third',
  ]);
});

test('a page that cannot be answered hears why, and the next one is answered', async () => {
  const aside = new Aside();
  const failed = aside.run(() => Promise.reject(new Error('no such text')));
  const next = aside.run(async () => 'answered');
  await expect(failed).rejects.toThrow('no such text');
  expect(await next).toBe('answered');
});
