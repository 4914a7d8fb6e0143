import { Hono } from 'hono';
import { ReplacePage } from '../../views/sources/ReplacePage.tsx';
import { typedText } from '../../views/typed.ts';
import { Conflict, DomainError, Invalid } from '../domain/errors.ts';
import {
  fieldErrors,
  flashDone,
  page,
  shellProps,
  typedForm,
  type C,
  type Env,
  type FieldErrors,
  type Typed,
} from '../http/index.ts';
import type { Ctx } from '../deps.ts';
import type { Original } from './commands.ts';
import { keepOriginal } from './originals.ts';
import { getSource } from './queries.ts';
import { readFile } from './reading/read.ts';
import { reviewNotices } from './reading/review.ts';
import type { Reading } from './reading/types.ts';
import { foreseeReplacing, replaceText } from './versions-replace.ts';
import { pathsOf } from './versions-waiting.ts';
import { keepWaiting, readWaiting } from './waiting-files.ts';

export const replaceRoutes = new Hono<Env>();

const REPLACE = '/projects/:projectId/sources/:sourceId{[0-9]+}/replace';

const idOf = (c: C): number => Number(c.req.param('sourceId'));

replaceRoutes.get(REPLACE, (c) => replacePage(c));

/** The address ends in /upload, which is what lets a larger body in. */
replaceRoutes.post(`${REPLACE}/upload`, async (c) => {
  const typed = await typedForm(c);
  const ctx = c.get('ctx');
  await getSource(ctx, idOf(c));
  try {
    const given = await givenText(c, typed);
    if (given.text.trim() === '') throw new Invalid('versions.replaceNothing', {}, 'text');
    if (typedText(typed, 'do') === 'preview') return await previewPage(c, given, typed);
    const { text, file } = given;
    const original = file && (await kept(ctx, file));
    const sha256 = typedText(typed, 'sha256');
    const done = await replaceText(ctx, idOf(c), { text, original, sha256 });
    flashDone(c, done.changeId);
    const { changed, lost } = done.value;
    const next = changed + lost > 0 ? '/look' : '';
    return c.redirect(`/projects/${c.get('project').id}/sources/${idOf(c)}${next}`, 303);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const status = error instanceof Conflict ? 409 : 422;
    return replacePage(c, { typed, errors: fieldErrors(c, error) }, status);
  }
});

interface GivenFile {
  name: string;
  bytes: Buffer;
  reading: Reading;
}

interface Given {
  text: string;
  file?: GivenFile;
}

/** The file's text when one was chosen, else what was pasted, else the file that was previewed and waits. */
async function givenText(c: C, typed: Typed): Promise<Given> {
  const { file } = await c.req.parseBody();
  if (file instanceof File && file.size > 0)
    return read(file.name, Buffer.from(await file.arrayBuffer()));
  const text = typedText(typed, 'text');
  const waiting = typedText(typed, 'waiting');
  if (text.trim() !== '' || waiting === '') return { text };
  const bytes = await readWaiting(c.get('ctx'), waiting);
  if (bytes === null) throw new Invalid('versions.waitingGone', {}, 'file');
  return read(typedText(typed, 'waitingName'), bytes);
}

async function read(fileName: string, bytes: Buffer): Promise<Given> {
  const name = fileName.slice(0, 255);
  const reading = await readFile(name, bytes);
  return { text: reading.text, file: { name, bytes, reading } };
}

async function kept(
  { dataDir }: Pick<Ctx, 'dataDir'>,
  { name, bytes, reading: { type, encoding } }: GivenFile,
): Promise<Original> {
  const sha256 = await keepOriginal(dataDir, bytes);
  return { name, type, sha256, bytes: bytes.length, encoding };
}

/** What would become of the codings; a file waits for the answer, so that it is the one that is taken. */
async function previewPage(c: C, { text, file }: Given, typed: Typed): Promise<Response> {
  if (!file) return replacePage(c, { text, typed });
  const { name, bytes, reading } = file;
  const sha256 = await keepWaiting(c.get('ctx'), bytes);
  const notices = [...reading.notices, ...reviewNotices(reading.review, {})].map(
    ({ code, params }) => c.get('t').sources.notices[code]?.(params as never) ?? code,
  );
  return replacePage(c, { text, typed, waiting: { name, sha256, notices } });
}

interface Shown {
  /** To be previewed. */
  text?: string;
  typed?: Typed;
  errors?: FieldErrors;
  /** The file that was previewed. */
  waiting?: { name: string; sha256: string; notices: readonly string[] };
}

async function replacePage(
  c: C,
  { text, typed = {}, errors = {}, waiting }: Shown = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const ctx = c.get('ctx');
  const source = await getSource(ctx, idOf(c));
  const foreseen = text === undefined ? null : await foreseeReplacing(ctx, source.id, text);
  return page(
    c,
    <ReplacePage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      {...{ source, foreseen, errors }}
      text={waiting ? '' : (text ?? typedText(typed, 'text'))}
      waiting={waiting ?? stillWaiting(typed, errors)}
      paths={foreseen === null ? new Map() : await pathsOf(ctx)}
    />,
    status,
  );
}

/** The previewed file goes on waiting when something else was wrong. */
function stillWaiting(typed: Typed, errors: FieldErrors): Shown['waiting'] {
  const sha256 = typedText(typed, 'waiting');
  if (sha256 === '' || errors['file'] !== undefined) return undefined;
  return { sha256, name: typedText(typed, 'waitingName'), notices: [] };
}
