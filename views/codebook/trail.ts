import type { Messages } from '../messages/index.ts';
import { codebookHref, type CodeView } from './types.ts';

/** The codebook, the codes above this one and itself, as links. */
export function trail(
  t: Messages['codebook'],
  projectId: number,
  codes: readonly CodeView[],
  code: CodeView,
): { href: string; label: string }[] {
  const byId = new Map(codes.map((one) => [one.id, one]));
  const items: { href: string; label: string }[] = [];
  for (let one: CodeView | undefined = code; one; one = byId.get(one.parentId ?? 0))
    items.unshift({ href: codebookHref(projectId, `/${one.id}`), label: one.name });
  return [{ href: codebookHref(projectId), label: t.title }, ...items];
}
