const SIGNS: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Mod: 'Ctrl',
  Escape: 'Esc',
};

/** `Mod+ArrowRight` as people read it: `Ctrl →`. */
export const shownKey = (combo: string): string =>
  combo
    .split(/(?<=.)\+/)
    .map((key) => SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join(' ');
