import { z } from 'zod';
import { Invalid } from '../domain/errors.ts';
import { readPlanned, type Target } from '../domain/register/sample.ts';
import type { Typed } from '../http/index.ts';

/** What the rows are; an address says it, so what it says wrongly is read as the usual. */
export const rowsOf = z.enum(['group', 'region', 'location']).catch('group');

/** The field of the plan's grid for a group and region; nothing stands for all of them. */
export const plannedField = (groupId: number | null, regionId: number | null): string =>
  `planned-${groupId ?? ''}-${regionId ?? ''}`;

/**
 * The grid as the command takes it.
 * @throws Invalid `sample.notANumber` beside the field
 */
export function targetsIn(typed: Typed): Target[] {
  return Object.entries(typed).flatMap(([name, value]) => {
    const [, group, region] = /^planned-(\d*)-(\d*)$/.exec(name) ?? [];
    if (group === undefined || region === undefined || group + region === '') return [];
    const planned = readPlanned(String(value));
    if (planned === null) throw new Invalid('sample.notANumber', { text: String(value) }, name);
    const id = (text: string) => (text === '' ? null : Number(text));
    return planned === 0 ? [] : [{ groupId: id(group), regionId: id(region), planned }];
  });
}
