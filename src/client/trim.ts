const SETTING = 'earmark.trim';

/** Whether blank space at the ends of a selection is left out; it is until someone wants it kept. */
export const trims = (storage: Storage): boolean => storage.getItem(SETTING) !== 'off';

/** The switch for it, where the page has one. */
export function tendTrimSwitch(document: Document, storage: Storage): void {
  const box = document.querySelector<HTMLInputElement>('[data-trim-switch]');
  if (!box) return;
  box.checked = trims(storage);
  box.addEventListener('change', () => {
    if (box.checked) storage.removeItem(SETTING);
    else storage.setItem(SETTING, 'off');
  });
}
