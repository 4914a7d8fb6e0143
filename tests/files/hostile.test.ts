import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DomainError } from '../../src/domain/errors.ts';
import { readFile } from '../../src/sources/reading/read.ts';
import { messages } from '../../views/messages/index.ts';
import { badFiles, SECRET } from './hostile.ts';

/** A name for every parser. */
const ENDINGS = ['txt', 'html', 'docx', 'odt', 'rtf', 'pdf', 'srt'];
/** Memory of this process that a bad file may take beside its own, in bytes. */
const MOST_MEMORY = 150_000_000;

const folder = mkdtempSync(join(tmpdir(), 'earmark-hostile-'));
const secret = join(folder, 'secret.txt');
writeFileSync(secret, SECRET);
let server: Server;
let asked = 0;
let listener = '';
beforeAll(async () => {
  server = createServer((_request, response) => {
    asked += 1;
    response.end(SECRET);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  listener = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const outcomeOf = (name: string, bytes: Buffer): Promise<unknown> =>
  readFile(name, bytes).catch((error: unknown) => error);

const kinds = badFiles('', '').map(({ what }, n) => [what, n] as const);

describe('a file made to harm is refused in words, by every parser it is handed to', () => {
  it.each(kinds)(
    '%s',
    async (_what, n) => {
      const bad = badFiles(secret, listener)[n];
      if (!bad) throw new Error('no such file');
      const content = await bad.make();
      const before = process.memoryUsage().rss;
      for (const ending of [bad.as, ...ENDINGS.filter((one) => one !== bad.as)]) {
        const outcome = await outcomeOf(`bad.${ending}`, content);
        expect(outcome, ending).toBeInstanceOf(DomainError);
        const { code, params } = outcome as DomainError;
        const sentence = messages('en').errorSentence(code, params);
        expect(sentence, code).toContain(`bad.${ending}`);
        expect(sentence).not.toContain(SECRET);
      }
      expect(process.memoryUsage().rss - before).toBeLessThan(MOST_MEMORY);
      expect(readdirSync(folder)).toEqual(['secret.txt']);
      expect(asked).toBe(0);
    },
    120_000,
  );
});
