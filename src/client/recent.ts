/** The codes used last in a project, kept in the browser: they lead the picker, and the first is the "last code". */
export interface Recent {
  list(): number[];
  used(code: number): void;
}

const KEPT = 12;

export function recentCodes(storage: Storage, projectId: string): Recent {
  const key = `earmark.recent.${projectId}`;
  const list = (): number[] => {
    try {
      const kept: unknown = JSON.parse(storage.getItem(key) ?? '[]');
      return Array.isArray(kept) ? kept.filter((id) => typeof id === 'number') : [];
    } catch {
      return [];
    }
  };
  return {
    list,
    used(code) {
      const next = [code, ...list().filter((id) => id !== code)].slice(0, KEPT);
      storage.setItem(key, JSON.stringify(next));
    },
  };
}
