import { basename } from 'node:path';
import type { Ctx } from '../deps.ts';
import { Invalid } from '../domain/errors.ts';
import { canonicalText } from '../domain/text/canonical.ts';
import type { Redaction } from '../domain/text/redaction.ts';
import { decodeText } from '../files/index.ts';
import type { Arguments, CliCommand, Terminal } from '../terminal/index.ts';
import { keepOriginal } from './originals.ts';
import { findSource, givenOut } from './queries.ts';
import { readFile } from './reading/read.ts';
import { reviewNamed } from './review-option.ts';
import { reviewNotices } from './reading/review.ts';
import { planRedaction } from './redact-plan.ts';
import { checkRedactions, redactSource } from './redact.ts';
import { foreseeReplacing, replaceText } from './versions-replace.ts';

/** Letters of a text's mark, as pages show it. */
const MARK = 7;

/** Puts a better text in the place of a source's; a dry run says what would become of each coding. */
const replaceCommand: CliCommand = {
  name: 'sources replace',
  usage: 'sources replace ID|NAME FILE [--tracked accepted|rejected] [--dry-run]',
  summary: 'puts the text of a file in the place of a source’s; codings go with their words',
  options: { tracked: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
  positionals: [2, 2],
  run: async (terminal, { values, positionals: [wanted = '', file = ''] }) => {
    const ctx = await terminal.project();
    const { id, name, version } = givenOut(await findSource(ctx, wanted));
    const bytes = await terminal.read(file);
    const choice = reviewNamed(values);
    const reading = await readFile(basename(file), bytes, { tracked: choice.tracked });
    const notices = [...reading.notices, ...reviewNotices(reading.review, choice)];
    const warnings = notices.map(
      ({ code, params }) => terminal.t.sources.notices[code]?.(params as never) ?? code,
    );
    if (values['dry-run'] === true) {
      const { codings, ...tally } = await foreseeReplacing(ctx, id, reading.text);
      const moved = codings
        .filter(({ state }) => state !== 'kept')
        .map(({ id: coding, state, was, now }) => ({
          coding,
          state,
          was: was.match,
          now: now?.match ?? null,
        }));
      return { json: { dry_run: true, id, name, version, ...tally, codings: moved, warnings } };
    }
    const original = {
      name: basename(file).slice(0, 255),
      type: reading.type,
      sha256: await keepOriginal(ctx.dataDir, bytes),
      bytes: bytes.length,
      encoding: reading.encoding,
    };
    const { value } = await replaceText(ctx, id, { text: reading.text, original });
    const now = await findSource(ctx, String(id));
    const text = { version: now.version, characters: now.codePoints, sha256: original.sha256 };
    return { json: { id, name, ...text, ...value, warnings } };
  },
};

/** Takes words out of a source for good; without `--confirm` it says what would go. */
const redactCommand: CliCommand = {
  name: 'sources redact',
  usage:
    'sources redact ID|NAME [--words WORDS]… [--list FILE] [--as TEXT] [--any-case] [--confirm MARK]',
  summary: 'says where words stand in a source; with --confirm takes them out for good',
  options: {
    words: { type: 'string', multiple: true },
    list: { type: 'string' },
    as: { type: 'string' },
    'any-case': { type: 'boolean', default: false },
    confirm: { type: 'string' },
  },
  positionals: [1, 1],
  run: async (terminal, { values, positionals: [wanted = ''] }) => {
    const ctx = await terminal.project();
    const source = givenOut(await findSource(ctx, wanted));
    const redactions = await redactionsNamed(terminal, values);
    checkRedactions(redactions);
    const anyCase = values['any-case'] === true;
    const mark = source.textSha256.slice(0, MARK);
    const { confirm } = values;
    if (confirm === undefined) {
      terminal.say(terminal.t.versions.redact.dryRun(mark));
      return { json: await planned(ctx, source, redactions, anyCase) };
    }
    if (confirm !== mark) throw new Invalid('versions.redactMark', { mark });
    const { value } = await redactSource(ctx, source.id, {
      sha256: source.textSha256,
      redactions,
      anyCase,
      isConfirmed: true,
    });
    if (!value.isComplete) terminal.say(terminal.t.respondents.erase.incomplete);
    const { places, versions, changed, hadOriginal, isComplete } = value;
    return {
      json: {
        id: source.id,
        name: (await findSource(ctx, String(source.id))).name,
        places,
        versions,
        codings: changed,
        original_deleted: hadOriginal,
        complete: isComplete,
      },
    };
  },
};

export const versionCommands: CliCommand[] = [replaceCommand, redactCommand];

type Wanted = Awaited<ReturnType<typeof findSource>>;

async function planned(
  ctx: Ctx,
  source: Wanted,
  redactions: readonly Redaction[],
  anyCase: boolean,
): Promise<object> {
  const plan = await planRedaction(ctx, source, redactions, anyCase);
  if (plan.total + plan.older.length === 0) throw new Invalid('versions.redactNothing');
  return {
    dry_run: true,
    id: source.id,
    name: source.name,
    mark: source.textSha256.slice(0, MARK),
    places: plan.total,
    shown: plan.places.map(({ before, match, after, replacement }) => ({
      before,
      match,
      after,
      replacement,
    })),
    older: plan.older,
    codings: plan.codings,
    memos: plan.memos,
    searches: plan.searches,
    rules: plan.rules,
    name_after: plan.name,
    original_stays: plan.sharing.length + plan.sharingElsewhere > 0,
  };
}

/** Words of the command line and of a list: one on each line, after a tab what is to stand in their place. */
async function redactionsNamed(
  terminal: Terminal,
  { words, list, as }: Arguments['values'],
): Promise<Redaction[]> {
  const common = typeof as === 'string' ? as : '[name]';
  const given = [words ?? []].flat().map((one): Redaction => ({
    words: String(one).trim(),
    replacement: common,
  }));
  if (typeof list === 'string') {
    const decoded = decodeText(await terminal.read(list));
    if (decoded === null) throw new Invalid('versions.redactList', { file: list });
    for (const line of canonicalText(decoded.text).split('\n')) {
      const [sought = '', instead = ''] = line.split('\t').map((part) => part.trim());
      given.push({ words: sought, replacement: instead === '' ? common : instead });
    }
  }
  const unique = new Map(given.map((one) => [one.words, one]));
  unique.delete('');
  return [...unique.values()];
}
