import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/commands.ts';
import { GUIDE_PAGES } from '../src/help/guide.ts';
import { serveCommand } from '../src/server.ts';
import { COMMON_OPTIONS } from '../src/terminal/words.ts';
import { en } from '../views/messages/en.ts';
import { testApp } from './factories/app.ts';
import { plain, routesOf } from './http/security/routes.ts';

/** A page, a command, an option, a setting or a message that the guide does not tell of fails here. */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const page = (name: string) => readFileSync(join(ROOT, 'docs/guide', `${name}.md`), 'utf8');

/** Headings of one level, without their marks. */
function headings(markdown: string, level: number): string[] {
  const mark = `${'#'.repeat(level)} `;
  return markdown
    .split('\n')
    .filter((line) => line.startsWith(mark))
    .map((line) => line.slice(mark.length).replaceAll('`', '').trim());
}

/** What stands under a heading of the second level. */
function section(markdown: string, heading: string): string {
  const [, after = ''] = markdown.split(`\n## ${heading}\n`);
  return after.split(/\n## /u)[0] ?? '';
}

describe('the command line', () => {
  const text = page('command-line');
  const commands = [serveCommand, ...COMMANDS];

  it.each(commands.map(({ name }) => name))(
    'earmark %s has its section, with its usage',
    (name) => {
      const command = commands.find((one) => one.name === name);
      const told = section(text, `earmark ${name}`);
      expect(told.trim(), `docs/guide/command-line.md lacks “## earmark ${name}”`).not.toBe('');
      for (const option of Object.keys(command?.options ?? {}))
        expect(told, `--${option} of ${name}`).toContain(`--${option}`);
    },
  );

  it('has no section of a command that is gone', () => {
    const told = headings(text, 2).filter((heading) => heading.startsWith('earmark '));
    expect(told.sort()).toEqual(commands.map(({ name }) => `earmark ${name}`).sort());
  });

  it('tells of the options that every command takes, and of exit codes', () => {
    for (const option of Object.keys(COMMON_OPTIONS)) expect(text).toContain(`--${option}`);
    for (const code of ['0', '1', '2']) expect(section(text, 'Exit codes')).toContain(code);
  });
});

describe('messages', () => {
  const codes = Object.entries(en).flatMap(([slice, words]) =>
    Object.keys(('errors' in words ? words.errors : {}) as object).map(
      (name) => `${slice}.${name}`,
    ),
  );
  const text = page('messages');

  it.each(codes)('%s says what it means and what to do', (code) => {
    const [, after = ''] = text.split(`\n### ${code}\n`);
    const told = (after.split(/\n##/u)[0] ?? '').trim();
    expect(told.length, `docs/guide/messages.md lacks “### ${code}”`).toBeGreaterThan(20);
  });

  it('has none that the program does not say', () => {
    expect(headings(text, 3).filter((code) => !codes.includes(code))).toEqual([]);
  });
});

describe('addresses', () => {
  it('has every page and every action, and none that is gone', async () => {
    const t = await testApp();
    const routes = routesOf(t).map(({ method, path }) => `${method} ${plain(path)}`);
    await t.close();
    const told = [...page('addresses').matchAll(/`((?:GET|POST|PUT|PATCH|DELETE) \/[^`]*)`/gu)].map(
      ([, address]) => address,
    );
    expect([...told].sort()).toEqual([...routes].sort());
  });
});

describe('settings', () => {
  it('has every setting that the environment is asked for, and none else', () => {
    const files = ['src', 'db', 'tests'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/u.test(name))
        .map((name) => readFileSync(join(ROOT, folder, name), 'utf8')),
    );
    const read = new Set(
      files.flatMap((text) =>
        [...text.matchAll(/\benv(?:\.|\[')([A-Z][A-Z_]+)/gu)].map(([, name]) => name ?? ''),
      ),
    );
    expect(headings(page('settings'), 2).sort()).toEqual([...read].sort());
  });
});

describe('the guide', () => {
  it('has pictures that are there, small, and told in words', () => {
    for (const name of GUIDE_PAGES)
      for (const [, told = '', file = ''] of page(name).matchAll(/!\[([^\]]*)\]\(([^)]+)\)/gu)) {
        expect(told.length, `${name}: ${file} needs words for who does not see it`).toBeGreaterThan(
          60,
        );
        expect(statSync(join(ROOT, 'docs/guide', file)).size, file).toBeLessThan(80_000);
      }
  });

  it('has every page that its contents name, and names every page there is', () => {
    const files = readdirSync(join(ROOT, 'docs/guide'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => name.replace('.md', ''));
    expect(files.sort()).toEqual([...GUIDE_PAGES].sort());
  });

  it('links only to pages that it has', () => {
    for (const name of GUIDE_PAGES) {
      const links = [...page(name).matchAll(/\]\(\/help\/([a-z-]+)/gu)].map(([, to]) => to ?? '');
      expect(
        links.filter((to) => !(GUIDE_PAGES as readonly string[]).includes(to)),
        name,
      ).toEqual([]);
    }
  });

  it('shows no picture and no page of another site, so that it reads offline', () => {
    for (const name of GUIDE_PAGES)
      expect(page(name)).not.toMatch(/!\[[^\]]*\]\(https?:|<img|<script/u);
  });
});
