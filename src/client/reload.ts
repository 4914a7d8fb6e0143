import type { Passage } from './passage.ts';

/** A link that shows the text as it is now takes passage and filter along; the server finds where the passage stands. */
export function tendReload(document: Document, transcript: HTMLElement, passage: Passage): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-reload]');
    if (!link) return;
    const params = new URLSearchParams(document.location.search);
    for (const [name, value] of new URLSearchParams(link.search)) params.set(name, value);
    const { span } = passage;
    if (span) {
      params.set('version', transcript.dataset['version'] ?? '');
      params.set('at', `${span.start}-${span.end}`);
      link.hash = '#at';
    }
    link.search = String(params);
  });
}
