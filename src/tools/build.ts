import { cp, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * Builds what `npm start` runs: `dist/` (the program) and `static/build`, `static/vendor` (what the browser loads).
 * `--if-needed` does nothing when no source file is newer than the last build; `--client` leaves the program out.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const at = (...parts: string[]) => join(root, ...parts);
const INPUTS = [
  'src',
  'views',
  'db',
  'static/css',
  'package-lock.json',
  'node_modules/.package-lock.json',
];
const STAMP = at('static/build/app.css');

async function newest(path: string): Promise<number> {
  const info = await stat(path).catch(() => null);
  if (info === null) return 0;
  if (!info.isDirectory()) return info.mtimeMs;
  const names = await readdir(path);
  const times = await Promise.all(names.map((name) => newest(join(path, name))));
  return Math.max(info.mtimeMs, ...times);
}

async function isFresh(): Promise<boolean> {
  const built = await Promise.all([stat(STAMP), stat(at('dist/cli.js'))]).catch(() => null);
  if (built === null) return false;
  const since = Math.min(...built.map((info) => info.mtimeMs));
  const inputs = await Promise.all(INPUTS.map((path) => newest(at(path))));
  return since >= Math.max(...inputs);
}

async function buildClient(): Promise<void> {
  await build({
    entryPoints: { app: at('src/client/app.ts'), workbench: at('src/client/workbench.ts') },
    outdir: at('static/build'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    sourcemap: 'linked',
  });
  await build({
    entryPoints: { app: at('static/css/app.css') },
    outdir: at('static/build'),
    bundle: true,
    minify: true,
    external: ['/static/*'],
  });
}

async function copyVendor(): Promise<void> {
  await mkdir(at('static/vendor/fonts'), { recursive: true });
  await cp(at('node_modules/htmx.org/dist/htmx.min.js'), at('static/vendor/htmx.min.js'));
  for (const font of ['inter', 'source-serif-4']) {
    const from = at('node_modules/@fontsource-variable', font, 'files');
    const files = (await readdir(from)).filter((name) =>
      /-(wght|opsz)-(normal|italic)\.woff2$/u.test(name),
    );
    for (const file of files) await cp(join(from, file), at('static/vendor/fonts', file));
  }
}

/**
 * Left where npm put them: native code, and what is loaded only when it is needed. The others are bundled, because opening
 * their hundreds of files is most of the time that a command takes to start.
 */
const NOT_BUNDLED = ['better-sqlite3', 'hucre', 'mammoth', 'pino', 'read-excel-file', 'unpdf'];

const REQUIRE = [
  "import { createRequire as earmarkRequire } from 'node:module';",
  'const require = earmarkRequire(import.meta.url);',
].join('\n');

async function buildProgram(): Promise<void> {
  await rm(at('dist'), { recursive: true, force: true });
  await build({
    // Office documents are read in a process of their own, which needs a file of its own.
    entryPoints: { cli: at('src/cli.ts'), 'files-child': at('src/files/child.ts') },
    outdir: at('dist'),
    bundle: true,
    external: NOT_BUNDLED,
    // What is bundled of CommonJS asks for Node's own modules with `require`, which a module does not have.
    banner: { js: REQUIRE },
    platform: 'node',
    format: 'esm',
    target: 'node20',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: true,
  });
}

const flags = new Set(process.argv.slice(2));
if (!(flags.has('--if-needed') && (await isFresh()))) {
  await copyVendor();
  await buildClient();
  if (!flags.has('--client')) await buildProgram();
}
