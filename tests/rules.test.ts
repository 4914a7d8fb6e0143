import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { en } from '../views/messages/en.ts';

/** Rules of the house that neither the compiler nor the linter knows. */

const ROOT = fileURLToPath(new URL('..', import.meta.url));

interface Source {
  /** `src/codings/commands.ts` */
  path: string;
  text: string;
}

function sourcesIn(...folders: string[]): Source[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(folder, name),
      ),
    )
    .filter((path) => /\.tsx?$/u.test(path))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

/** `path: what was found`, for each place in the sources where the pattern stands. */
function places(sources: readonly Source[], pattern: RegExp): string[] {
  return sources.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map((match) => `${path}: ${match[1] ?? match[0]}`),
  );
}

describe('who may import whom', () => {
  /** A file that must not be, and the rule that must say so. */
  const PLANTED: [rule: string, file: string, imports: string][] = [
    ['domain-is-pure', 'src/domain/a.ts', '../http/b.ts'],
    ['domain-is-pure', 'src/domain/a.ts', 'node:fs'],
    ['views-only-show', 'views/a.tsx', '../db/b.ts'],
    ['views-only-show', 'views/a.tsx', '../src/codings/index.ts'],
    ['db-knows-no-slice', 'db/a.ts', '../src/codings/index.ts'],
    ['client-is-for-the-browser', 'src/client/a.ts', '../http/b.ts'],
    ['slices-meet-at-their-index', 'src/codings/a.ts', '../sources/queries.ts'],
    ['http-knows-no-slice', 'src/http/a.ts', '../codings/index.ts'],
    ['slices-meet-at-their-index', 'src/guide/a.ts', '../files/zip.ts'],
    ['tier-0-looks-down', 'src/files/a.ts', '../sources/index.ts'],
    ['tier-2-looks-down', 'src/sources/a.ts', '../codings/index.ts'],
    ['tier-3-looks-down', 'src/codings/a.ts', '../analysis/index.ts'],
  ];

  it.each(PLANTED)('%s: a planted violation is found (%s imports %s)', (rule, file, imports) => {
    expect(rulesBroken(file, imports)).toContain(rule);
  });

  function rulesBroken(file: string, imports: string): string[] {
    const folder = mkdtempSync(join(tmpdir(), 'earmark-rules-'));
    try {
      for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json'])
        copyFileSync(join(ROOT, name), join(folder, name));
      const put = (path: string, text: string) => {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      };
      put(file, `import { b } from '${imports}';\nexport const a = b;\n`);
      if (imports.startsWith('.')) put(join(dirname(file), imports), 'export const b = 1;\n');
      const folders = ['src', 'views', 'db'].filter((name) => readdirSync(folder).includes(name));
      const program = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
      const words = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders];
      const { stdout } = spawnSync(process.execPath, [program, ...words], {
        cwd: folder,
        encoding: 'utf8',
      });
      const { summary } = JSON.parse(stdout) as {
        summary: { violations: { rule: { name: string } }[] };
      };
      return summary.violations.map(({ rule: { name } }) => name);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
});

describe('one record of change', () => {
  /** Derived rows, lists on their way in, and the one local user, who is there before any project is. */
  const ALLOWED = [
    'src/codebook/split-draft.ts: code_split',
    'src/codebook/split-draft.ts: code_split_choice',
    'src/projects/commands.ts: user',
    'src/register/drafts.ts: register_draft',
    'src/sources/edits.ts: segment',
    'src/sources/segments.ts: segment',
  ];

  it('nothing outside src/history writes a recorded table', () => {
    const sources = sourcesIn('src').filter(({ path }) => !path.startsWith('src/history/'));
    const writes = places(
      sources,
      /\.\s*(?:insertInto|updateTable|deleteFrom|replaceInto|mergeInto)\(\s*['"`]?(\w+)/gu,
    );
    expect(writes.filter((place) => !ALLOWED.includes(place))).toEqual([]);
  });

  it('nothing outside db/ writes SQL of its own', () => {
    const words = /\b(INSERT INTO|UPDATE \w+ SET|DELETE FROM|sql`|sql\.raw|sqlite\.prepare\()/giu;
    const found = places(sourcesIn('src', 'views'), words);
    expect(found).toEqual([]);
  });
});

describe('every word a person reads is in the messages', () => {
  type Slice = { errors?: Record<string, unknown>; changes?: Record<string, unknown> };
  const slices = Object.values(en) as Slice[];
  const changes = new Set(slices.flatMap((slice) => Object.keys(slice.changes ?? {})));
  const errors = new Set(
    Object.entries(en).flatMap(([name, slice]) =>
      Object.keys((slice as Slice).errors ?? {}).map((code) => `${name}.${code}`),
    ),
  );

  it('each kind of change has its sentence', () => {
    const kinds = places(
      sourcesIn('src'),
      /\bkind: ['`]([\w-]+\.[\w-]+|\$\{[^}]+\}\.[\w-]+)['`],\s*entity/gu,
    );
    expect(kinds.length).toBeGreaterThan(10);
    const missing = kinds.filter((place) => {
      const kind = place.split(': ')[1] ?? '';
      if (!kind.startsWith('$')) return !changes.has(kind);
      const ending = kind.slice(kind.indexOf('}') + 1);
      return ![...changes].some((known) => known.endsWith(ending));
    });
    expect(missing).toEqual([]);
  });

  it('each error has its sentence', () => {
    const thrown = places(
      sourcesIn('src'),
      /new (?:NotFound|Invalid|Conflict|Forbidden|TooLarge)\(\s*'([^']+)'/gu,
    );
    const forms = places(
      sourcesIn('src').filter(({ path }) => path.endsWith('/forms.ts')),
      /'([a-z]+\.[a-z][A-Za-z]+)'/gu,
    );
    expect(thrown.length).toBeGreaterThan(30);
    expect(
      [...thrown, ...forms].filter((place) => !errors.has(place.split(': ')[1] ?? '')),
    ).toEqual([]);
  });
});

describe('pages', () => {
  const markup = sourcesIn('views', 'src').filter(({ path }) => path.endsWith('.tsx'));

  it('hold no inline style, script or handler', () => {
    const inline = /(\sstyle=|\son[A-Z]\w+=|\shx-on|javascript:|<style|<script(?![^>]*\ssrc=))/gu;
    expect(places(markup, inline)).toEqual([]);
  });

  it('put HTML in as it is only where it was made safe', () => {
    const raw = places(markup, /(dangerouslySetInnerHTML|\braw\()/gu).map(
      (place) => place.split(': ')[0] ?? '',
    );
    expect([...new Set(raw)].filter((path) => !(path in RAW_HTML))).toEqual([]);
  });
});

/** Where HTML goes into a page as it is, and what makes it safe; tests/http/security/scripts.test.ts tries each. */
const RAW_HTML: Record<string, string> = {
  'views/layout/Page.tsx': 'the doctype',
  'views/help/HelpPage.tsx': 'the guide, which is ours',
  'views/codebook/Tree.tsx':
    'written with every name escaped, since thousands of components are slow',
  'views/codebook/CodeSelect.tsx': 'written with every name escaped',
  'views/codebook/SeveralPage.tsx': 'written with every name escaped',
  'views/codebook/Memos.tsx': 'renderMarkdown',
  'views/interviews/ReadPage.tsx': 'renderMarkdown',
  'views/sources/MemosPage.tsx': 'renderMarkdown',
  'views/patterns/QuestionPage.tsx': 'renderMarkdown',
  'views/guide/NotePreview.tsx': 'renderMarkdown',
  'views/framework/SummaryText.tsx': 'renderMarkdown',
  'views/codings/Answer.tsx':
    'written with every word escaped, since thousands of components are slow',
  'src/codings/page.tsx': 'a mark that the written segments replace',
  'src/overview/routes.tsx': 'renderMarkdown',
};

describe('packages', () => {
  const text = readFileSync(join(ROOT, 'package.json'), 'utf8');
  const { dependencies, devDependencies } = JSON.parse(text) as Record<
    string,
    Record<string, string>
  >;

  it('have exact versions', () => {
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/u.test(version),
    );
    expect(loose).toEqual([]);
  });
});

describe('files', () => {
  it('are short enough to be read at once', () => {
    const long = sourcesIn('src', 'views', 'db')
      .map(({ path, text }) => ({ path: relative('.', path), lines: text.split('\n').length }))
      .filter(({ path, lines }) => lines > 400 && !path.startsWith('db/migrations/'));
    expect(long).toEqual([]);
  });
});
