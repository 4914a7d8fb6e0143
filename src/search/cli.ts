import { csvLines } from '../domain/csv/write.ts';
import { Invalid } from '../domain/errors.ts';
import { contextOf } from '../domain/text/context.ts';
import { createOffsetIndex, type OffsetIndex } from '../domain/text/offsets.ts';
import { readText } from '../sources/index.ts';
import type { CliCommand } from '../terminal/index.ts';
import { PLACES, type Where } from './address.ts';
import { searchProject, type Found, type Reader } from './queries.ts';

/** Places listed unless told otherwise, and context on either side in code units. */
const LIMIT = 10_000;
const AROUND = 80;

/** One place. Offsets in code points: of the source's text, or of the note, the memo, the code's or the respondent's own text. */
type Row = Readonly<Record<string, string | number | null>>;

export const searchCommands: CliCommand[] = [
  {
    name: 'search',
    usage:
      'search QUERY [--in sources|notes|memos|codes|respondents] [--case] [--accents] [--limit N]',
    summary: 'lists the places of words with their context',
    options: {
      in: { type: 'string', default: 'sources' },
      case: { type: 'boolean' },
      accents: { type: 'boolean' },
      limit: { type: 'string' },
    },
    positionals: [1, 1],
    run: async ({ project, say, t }, { values, positionals: [text = ''] }) => {
      const where = PLACES.find((place) => place === values['in']);
      if (where === undefined || where === 'everywhere')
        throw new Invalid('search.noPlace', { where: String(values['in']) });
      const limit = Number(values['limit'] ?? LIMIT);
      if (!Number.isSafeInteger(limit) || limit < 1)
        throw new Invalid('search.badLimit', { limit: String(values['limit']) });
      const rows: Row[] = [];
      const ctx = await project();
      const offsets = new Offsets(ctx);
      let withdrawn = 0;
      const as = { isCased: values['case'] === true, hasAccents: values['accents'] === true };
      for (let page = 1, pages = 1; page <= pages && rows.length <= limit; page += 1) {
        const result = await searchProject(ctx, { text, where, page, ...as });
        if (!result.ok)
          throw new Invalid('search.cannotRead', { problem: t.search.problem(result.problem) });
        pages = result.pages;
        withdrawn = result.withdrawn;
        for (const found of result.found) rows.push(...(await rowsOf(found, offsets)));
      }
      if (withdrawn > 0) say(t.consent.leftOut(withdrawn));
      if (rows.length > limit) say(t.search.terminal.limited(limit));
      const listed = rows.slice(0, limit);
      return { json: listed, formats: { csv: () => asCsv(listed, where) } };
    },
  },
];

/** Code units to code points, source by source; only the source at hand is kept. */
class Offsets {
  private sourceId = -1;
  private index: OffsetIndex = createOffsetIndex('');
  constructor(private readonly ctx: Reader) {}

  async of(found: Found): Promise<OffsetIndex> {
    if (found.part !== 'segment') return createOffsetIndex(found.text);
    if (found.sourceId !== this.sourceId) {
      this.index = createOffsetIndex((await readText(this.ctx, found.sourceId)).text);
      this.sourceId = found.sourceId;
    }
    return this.index;
  }
}

async function rowsOf(found: Found, offsets: Offsets): Promise<Row[]> {
  const index = await offsets.of(found);
  return found.hits.map((hit) => ({
    ...placeOf(found),
    start: index.toCodePoints(found.offset + hit.start),
    end: index.toCodePoints(found.offset + hit.end),
    ...contextOf(found.text, hit, AROUND, AROUND),
  }));
}

function placeOf(found: Found): Row {
  if (found.part === 'segment')
    return { source: found.sourceId, name: found.source, speaker: found.speaker };
  if (found.part === 'memo') return { memo: found.id };
  if (found.part === 'code') return { code: found.id };
  if (found.part === 'respondent') return { respondent: found.id };
  return { interview: found.interview, question: found.question };
}

const COLUMNS: Record<string, readonly string[]> = {
  sources: ['source', 'name', 'speaker'],
  notes: ['interview', 'question'],
  memos: ['memo'],
  codes: ['code'],
  respondents: ['respondent'],
};

function asCsv(rows: readonly Row[], where: Where): string {
  const header = [...(COLUMNS[where] ?? []), 'start', 'end', 'before', 'match', 'after'];
  return [
    ...csvLines(
      header,
      rows.map((row) => header.map((column) => row[column] ?? null)),
    ),
  ].join('');
}
