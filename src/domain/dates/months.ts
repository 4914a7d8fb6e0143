/** Month names of the languages the pages are written in, without accents: see `monthNumber`. */
const NAMES = [
  ['january', 'janvier', 'enero'],
  ['february', 'fevrier', 'febrero'],
  ['march', 'mars', 'marzo'],
  ['april', 'avril', 'abril'],
  ['may', 'mai', 'mayo'],
  ['june', 'juin', 'junio'],
  ['july', 'juillet', 'julio'],
  ['august', 'aout', 'agosto'],
  ['september', 'septembre', 'septiembre', 'setiembre'],
  ['october', 'octobre', 'octubre'],
  ['november', 'novembre', 'noviembre'],
  ['december', 'decembre', 'diciembre'],
];

/** Shorter beginnings (`ma`, `ju`) say nothing. */
const SHORTEST = 3;

/**
 * The month (1 to 12) an English, French or Spanish name or its beginning stands for, whatever its case and accents;
 * null for anything else and for a beginning that several months share (`jui`).
 */
export function monthNumber(name: string): number | null {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}|\.$/gu, '')
    .toLowerCase();
  if (plain.length < SHORTEST) return null;
  const months = NAMES.flatMap((names, i) =>
    names.some((n) => n.startsWith(plain)) ? [i + 1] : [],
  );
  return months.length === 1 ? (months[0] ?? null) : null;
}
