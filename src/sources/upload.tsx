import { Hono } from 'hono';
import { refresh } from '../../db/search/index.ts';
import { ResultLines, ResultsPage, type FileResult } from '../../views/sources/ResultsPage.tsx';
import { UploadPage } from '../../views/sources/UploadPage.tsx';
import { DomainError, Invalid } from '../domain/errors.ts';
import {
  fieldErrors,
  flashDone,
  fragment,
  page,
  parseForm,
  say,
  shellProps,
  wantsFragment,
  type C,
  type Env,
  type FieldErrors,
  type Typed,
} from '../http/index.ts';
import { addSource } from './commands.ts';
import { pasteForm, uploadForm } from './forms.ts';
import { addAgain, importAll, type ImportResult, type Upload } from './importing.ts';
import { interviewChoices } from './list.ts';
import { LARGEST_FILE } from './reading/types.ts';

/** Adds files and pasted text. The address ends in /upload, which is what lets a larger body in. */
export const uploadRoutes = new Hono<Env>();

/** Files taken at once. */
const MOST_FILES = 100;

const BASE = '/projects/:projectId/sources';

uploadRoutes.get(`${BASE}/upload`, (c) =>
  uploadPage(c, { interview: c.req.query('interview') ?? '' }),
);

uploadRoutes.post(`${BASE}/upload`, async (c) => {
  const body = await c.req.parseBody({ all: true });
  return 'text' in body ? pasted(c) : uploaded(c);
});

uploadRoutes.post(`${BASE}/:sourceId{[0-9]+}/again`, async (c) => {
  const done = await addAgain(c.get('ctx'), Number(c.req.param('sourceId')));
  flashDone(c, done.changeId);
  return c.redirect(`/projects/${c.get('project').id}/sources/${done.value.id}/details`, 303);
});

async function uploaded(c: C): Promise<Response> {
  const form = await parseForm(c, uploadForm);
  if (!form.ok) return uploadPage(c, form.typed, form.errors);
  const uploads = await filesOf(c);
  const problem = checkFiles(uploads);
  if (problem !== null) return uploadPage(c, form.typed, fieldErrors(c, problem));
  const { interview, ...options } = form.value;
  const results = await importAll(c.get('ctx'), uploads, { ...options, interviewId: interview });
  indexSoon(c);
  return resultsPage(c, results);
}

/** How long after the last file the index is brought up to date, in milliseconds: more may be on their way. */
const SOON_MS = 400;
const soon = new WeakMap<object, NodeJS.Timeout>();

/**
 * Indexes what was added once no more comes in, so that the first search need not; if it fails, that search does it. Not
 * at once, since the one who added the file would wait for it.
 */
function indexSoon(c: C): void {
  const { log } = c.get('deps');
  const { db } = c.get('ctx');
  const behind = (error: unknown) => log.warn({ err: error }, 'the search index is behind');
  clearTimeout(soon.get(db));
  soon.set(db, setTimeout(() => void refresh(db).catch(behind), SOON_MS).unref());
}

async function pasted(c: C): Promise<Response> {
  const form = await parseForm(c, pasteForm);
  if (!form.ok) return uploadPage(c, form.typed, form.errors);
  const { interview, ...source } = form.value;
  try {
    const done = await addSource(c.get('ctx'), { ...source, interviewId: interview });
    if (done.value.isTwin) {
      const value = { ...done.value, fileName: source.name, sha256: '', notices: [], review: null };
      return await resultsPage(c, [{ ok: true, done: { ...done, value } }]);
    }
    flashDone(c, done.changeId);
    indexSoon(c);
    return c.redirect(`/projects/${c.get('project').id}/sources/${done.value.id}`, 303);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return uploadPage(c, form.typed, fieldErrors(c, error));
  }
}

async function filesOf(c: C): Promise<Upload[]> {
  const { files } = await c.req.parseBody({ all: true });
  const list = (Array.isArray(files) ? files : [files]).filter((one) => one instanceof File);
  // A form sent without a choice holds one file without name and bytes.
  const chosen = list.filter((file) => file.name !== '' || file.size > 0);
  return Promise.all(
    chosen.map(async (file) => ({ name: file.name, bytes: Buffer.from(await file.arrayBuffer()) })),
  );
}

function checkFiles(uploads: readonly Upload[]): Invalid | null {
  if (uploads.length === 0) return new Invalid('sources.noFiles', {}, 'files');
  if (uploads.length > MOST_FILES)
    return new Invalid('sources.tooManyFiles', { most: MOST_FILES }, 'files');
  return null;
}

async function uploadPage(c: C, typed: Typed = {}, errors: FieldErrors = {}): Promise<Response> {
  const ctx = c.get('ctx');
  return page(
    c,
    <UploadPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      interviews={await interviewChoices(ctx)}
      megabytes={LARGEST_FILE / 1_000_000}
      typed={typed}
      errors={errors}
    />,
    Object.keys(errors).length === 0 ? 200 : 422,
  );
}

async function resultsPage(c: C, results: readonly ImportResult[]): Promise<Response> {
  const { projectId } = c.get('ctx');
  const lines = results.map((result) => shown(c, result));
  const status = results.some(({ ok }) => ok) ? 200 : 422;
  if (wantsFragment(c)) {
    const { sources } = c.get('t');
    return fragment(c, <ResultLines t={sources} projectId={projectId} results={lines} />, status);
  }
  return page(
    c,
    <ResultsPage shell={await shellProps(c)} projectId={projectId} results={lines} />,
    status,
  );
}

function shown(c: C, result: ImportResult): FileResult {
  if (!result.ok) {
    const { code, params } = result.error;
    return { state: 'refused', fileName: result.fileName, sentence: say(c, code, params) };
  }
  const { value, changeId } = result.done;
  const { review } = value;
  const left = review === null ? 0 : review.comments.length + review.insertions + review.deletions;
  const sentences = c.get('t').sources.notices;
  return {
    ...value,
    state: value.isTwin ? 'twin' : 'added',
    notices: value.notices.map(({ code, params }) => sentences[code]?.(params as never) ?? code),
    isDoubtful: value.notices.some(({ code }) => code === 'encodingAssumed' || code === 'damaged'),
    hasReview: left > 0,
    changeId,
  };
}
