import type { Reader, Words } from '../analysis/index.ts';
import { saturation, type SaturationStep } from '../domain/patterns/index.ts';
import type { SaturationChoices } from '../../views/patterns/types.ts';
import { keptOfWhole, loadMaterial, type LeftOut } from './material.ts';

export interface SaturationRow extends SaturationStep {
  reference: string;
  /** ISO 8601; null when no date is known. */
  date: string | null;
}

export interface SaturationTable {
  rows: readonly SaturationRow[];
  leftOut: LeftOut;
}

/**
 * New codes interview by interview: by date (those without one last, then by reference), or by reference. Interviews of
 * which nothing is coded are in it, since nothing new is a finding too.
 */
export const countSaturation = (
  reader: Reader,
  choices: SaturationChoices,
  naming: Words,
): Promise<SaturationTable> => {
  const { order, words } = choices;
  return keptOfWhole(reader, `saturation ${order} ${words}`, choices, async () => {
    const { codings, interviews, leftOut } = await loadMaterial(reader, words, choices, naming);
    const rows = await reader.db
      .selectFrom('interview')
      .select(['id', 'reference', 'date'])
      .where('project_id', '=', reader.projectId)
      .execute();
    const byReference = new Intl.Collator('en', { numeric: true }).compare;
    const ordered = rows
      .filter(({ id }) => interviews.has(id))
      .sort(
        (a, b) =>
          (order === 'date' ? byDate(a.date, b.date) : 0) || byReference(a.reference, b.reference),
      );
    const known = new Map(ordered.map((row) => [row.id, row]));
    const heard = codings.flatMap(({ codeId, interviewId }) =>
      interviewId === null ? [] : [{ codeId, interviewId }],
    );
    return {
      rows: saturation(
        ordered.map(({ id }) => id),
        heard,
      ).map((step) => ({
        ...step,
        reference: known.get(step.interviewId)?.reference ?? '',
        date: known.get(step.interviewId)?.date ?? null,
      })),
      leftOut,
    };
  });
};

function byDate(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
