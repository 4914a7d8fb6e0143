import type { Ctx } from '../deps.ts';
import { firstEndingAfter } from '../domain/text/find.ts';

interface Turn {
  start: number;
  end: number;
  label: string;
}

/** The labels of those who speak in a passage (code units of its source), each once, `; ` between them. */
export type SpokenBy = (sourceId: number, start: number, end: number) => string | null;

/** Who speaks where, in every source of the project. Headings and texts without speakers are nobody's. */
export async function spokenBy({
  db,
  projectId,
}: Pick<Ctx, 'db' | 'projectId'>): Promise<SpokenBy> {
  const rows = await db
    .selectFrom('segment as g')
    .innerJoin('speaker as p', 'p.id', 'g.speaker_id')
    .innerJoin('source as s', 's.id', 'g.source_id')
    .select(['g.source_id', 'g.start', 'g.end', 'p.label'])
    .where('s.project_id', '=', projectId)
    .orderBy('g.source_id')
    .orderBy('g.start')
    .execute();
  const turns = new Map<number, Turn[]>();
  for (const { source_id, ...turn } of rows) {
    const own = turns.get(source_id);
    if (own === undefined) turns.set(source_id, [turn]);
    else own.push(turn);
  }
  return (sourceId, start, end) => labelsIn(turns.get(sourceId) ?? [], start, end);
}

function labelsIn(turns: readonly Turn[], start: number, end: number): string | null {
  const labels = new Set<string>();
  for (let at = firstEndingAfter(turns, start); at < turns.length; at += 1) {
    const turn = turns[at];
    if (turn === undefined || turn.start >= end) break;
    labels.add(turn.label);
  }
  return labels.size === 0 ? null : [...labels].join('; ');
}
