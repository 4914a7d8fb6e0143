import type { Ctx } from '../deps.ts';
import { toCsv } from '../domain/csv/write.ts';
import { Invalid, NotFound } from '../domain/errors.ts';
import type { CliCommand } from '../terminal/index.ts';
import { findSource, givenOut } from './queries.ts';
import { structureOf } from './structure-queries.ts';
import { nameSpeakers, speakerRows } from './structure.ts';
import type { Who } from './who.ts';

const COLUMNS = ['name', 'who', 'turns', 'words'] as const;

/** Lists who speaks in a source; with `--set` says first who is who, all of it as one change. */
export const speakersCommand: CliCommand = {
  name: 'sources speakers',
  usage: 'sources speakers ID|NAME [--set NAME=WHO]… [--everywhere] [--format json|csv]',
  summary: 'lists who speaks in a source, or says who it is',
  options: {
    set: { type: 'string', multiple: true },
    everywhere: { type: 'boolean', default: false },
  },
  positionals: [1, 1],
  run: async ({ project }, { values, positionals: [wanted = ''] }) => {
    const ctx = await project();
    const source = givenOut(await findSource(ctx, wanted));
    const sets = [values['set'] ?? []].flat().map(String);
    if (sets.length > 0) {
      const who = await readSets(ctx, source.id, sets);
      await nameSpeakers(ctx, source.id, { who, everywhere: values['everywhere'] === true });
    }
    const { speakers } = await structureOf(ctx, source);
    const references = await referencesOf(ctx);
    const labels = new Map(speakers.map(({ id, label }) => [id, label]));
    const rows = speakers.map(({ label, who, turns, words }) => ({
      name: label,
      who: shown(who, references, labels),
      turns,
      words,
    }));
    return {
      json: rows,
      formats: {
        csv: () =>
          toCsv(
            COLUMNS,
            rows.map((row) => COLUMNS.map((column) => row[column])),
          ),
      },
    };
  },
};

/** `interviewer`, `nobody`, `none`, `R-07`, `same:Mr Dauber`: as `--set` takes it. */
function shown(
  who: string,
  references: ReadonlyMap<number, string>,
  labels: ReadonlyMap<number, string>,
): string {
  if (who.startsWith('same-')) return `same:${labels.get(Number(who.slice(5))) ?? ''}`;
  return references.get(Number(who)) ?? who;
}

/** @throws Invalid `structure.badSet`; NotFound `structure.noSpeakerNamed`, `structure.noRespondentNamed` */
async function readSets(
  ctx: Ctx,
  sourceId: number,
  sets: readonly string[],
): Promise<Map<number, Who>> {
  const rows = await speakerRows({ trx: ctx.db }, sourceId);
  const idOf = (name: string): number => {
    const row = rows.find(({ label }) => label === name);
    if (row) return row.id;
    throw new NotFound('structure.noSpeakerNamed', {
      name,
      known: rows.map(({ label }) => label).join(', '),
    });
  };
  const references = await referencesOf(ctx);
  const whoOf = (text: string): Who => {
    if (text === 'interviewer' || text === 'nobody' || text === 'none') return text;
    if (text.startsWith('same:')) return { sameAs: idOf(text.slice('same:'.length)) };
    const found = [...references].find(([, name]) => name.toLowerCase() === text.toLowerCase());
    if (!found) throw new NotFound('structure.noRespondentNamed', { reference: text });
    return found[0];
  };
  return new Map(
    sets.map((text): [number, Who] => {
      const at = text.lastIndexOf('=');
      if (at < 1 || at === text.length - 1) throw new Invalid('structure.badSet', { text });
      return [idOf(text.slice(0, at).trim()), whoOf(text.slice(at + 1).trim())];
    }),
  );
}

async function referencesOf({ db, projectId }: Ctx): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('respondent')
    .select(['id', 'reference'])
    .where('project_id', '=', projectId)
    .execute();
  return new Map(rows.map(({ id, reference }) => [id, reference]));
}
