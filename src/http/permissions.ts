import type { Role } from '../../db/schema.ts';

/** Readers read; everyone else writes. What each role may write is refined here and nowhere else. */
export function mayWrite(role: Role): boolean {
  return role !== 'reader';
}

/** What nothing brings back is for the one who answers for the study. */
export function mayErase(role: Role): boolean {
  return role === 'lead';
}

/** Names and contacts are for those who arrange interviews. */
export function maySeeIdentity(role: Role): boolean {
  return role === 'lead' || role === 'interviewer';
}
