import type { Role } from '../../db/schema.ts';

/** Readers read; everyone else writes. What each role may write is refined here and nowhere else. */
export function mayWrite(role: Role): boolean {
  return role !== 'reader';
}

/** Names and contacts are for those who arrange interviews. */
export function maySeeIdentity(role: Role): boolean {
  return role === 'lead' || role === 'interviewer';
}
