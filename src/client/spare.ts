/**
 * Spares a large part of the page that htmx would look through for attributes of its own and has none of them: in a long
 * text that takes longer than everything else that happens when the page opens.
 */
export function spareFromHtmx(document: Document, spared: Element): void {
  document.addEventListener('htmx:before:process', (event) => {
    const root = event.target as Element;
    if (root === spared || !root.contains(spared)) return;
    event.preventDefault();
    for (const part of partsBeside(root, spared)) window.htmx.process(part);
  });
}

/** All below `root` that neither holds `spared` nor is part of it. */
function partsBeside(root: Element, spared: Element): Element[] {
  return [...root.children].flatMap((child) => {
    if (child === spared) return [];
    return child.contains(spared) ? partsBeside(child, spared) : [child];
  });
}
