/**
 * Forms that take a while (`data-waits`): while the browser sends one and waits for the page, the form carries the class
 * under which its waiting mark shows itself after a moment.
 */
export function showWaiting(document: Document, window: Window): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form instanceof HTMLFormElement && form.dataset['waits'] !== undefined)
      form.classList.add('htmx-request');
  });
  // Back brings the page as it was left, with the mark still turning.
  window.addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-waits]'))
      form.classList.remove('htmx-request');
  });
}
