/**
 * Files sent one by one, each a request and a change of its own: a line for each shows how far it is and then what became of
 * it, and one that is refused stops none. Without script the same form sends all of them at once.
 */
import { announcer } from './announce.ts';
import { keptLines } from './upload-kept.ts';
import { sendFile } from './upload-send.ts';
import { wordsFrom } from './words.ts';

export function tendUpload(document: Document, window: Window): void {
  const form = document.querySelector<HTMLFormElement>('form[data-upload]');
  const input = form?.querySelector<HTMLInputElement>('input[type=file]');
  const section = document.querySelector<HTMLElement>('[data-upload-results]');
  const list = section?.querySelector<HTMLElement>('ul');
  const line = document.querySelector<HTMLTemplateElement>('template[data-upload-line]');
  const button = form?.querySelector<HTMLButtonElement>('button');
  if (!form || !input || !section || !list || !line || !button) return;
  const words = wordsFrom(form.dataset['words']);
  const { say } = announcer(document);
  const kept = keptLines(window.sessionStorage, form.action);
  let isSending = false;

  const add = (name: string): HTMLElement => {
    const item = line.content.firstElementChild?.cloneNode(true) as HTMLElement;
    const title = item.querySelector('[data-name]');
    if (title) title.textContent = name;
    list.append(item);
    section.hidden = false;
    return item;
  };
  const fail = (item: HTMLElement, key: string): void => {
    item.querySelector('progress')?.remove();
    const state = item.querySelector('[data-state]');
    if (state) state.textContent = words(key);
    item.classList.add('result-unsent');
  };
  const send = async (file: File, item: HTMLElement): Promise<boolean> => {
    const body = new FormData(form);
    body.delete('files');
    body.append('files', file);
    const bar = item.querySelector('progress');
    const state = item.querySelector('[data-state]');
    const answer = await sendFile(form.action, body, (share) => {
      if (bar && share < 1) bar.value = share;
      // Sent whole, and now read on the other side: how long that takes is not known.
      else bar?.removeAttribute('value');
      if (state) state.textContent = words(share < 1 ? 'sending' : 'reading');
    });
    if (answer === null) {
      fail(item, 'failed');
      return false;
    }
    const holder = document.createElement('template');
    holder.innerHTML = answer.html;
    const result = holder.content.querySelector('.result');
    if (!result) fail(item, answer.status === 413 ? 'tooLarge' : 'failed');
    else item.replaceWith(result);
    return result?.matches('[data-outcome=added]') === true;
  };

  const sendAll = async (files: readonly File[]): Promise<void> => {
    isSending = true;
    button.disabled = true;
    const items = files.map((file) => add(file.name));
    // On a phone the lines stand far below the button.
    items[0]?.scrollIntoView({ block: 'nearest' });
    let added = 0;
    for (const [n, file] of files.entries()) {
      kept.keep(
        list,
        files.slice(n).map(({ name }) => name),
      );
      const item = items[n];
      if (item && (await send(file, item))) added += 1;
    }
    kept.keep(list, []);
    isSending = false;
    button.disabled = false;
    say(words('done', { added, files: files.length }));
  };

  form.addEventListener('submit', (event) => {
    const files = [...(input.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    // The sign of waiting is for the form that is sent whole.
    event.stopImmediatePropagation();
    void sendAll(files);
    input.value = '';
  });
  window.addEventListener('beforeunload', (event) => {
    if (isSending) event.preventDefault();
  });
  takeDropped(document, form, (files) => {
    input.files = files;
    say(words('chosen', { files: files.length }));
    button.focus();
  });
  const before = kept.read();
  if (before.html !== '') {
    list.innerHTML = before.html;
    section.hidden = false;
  }
  for (const name of before.unsent) fail(add(name), 'unsent');
}

/** Files may be dropped anywhere on the page: beside the form, the browser would open them and leave the page. */
function takeDropped(document: Document, form: HTMLElement, take: (files: FileList) => void): void {
  const hasFiles = (event: DragEvent): boolean =>
    event.dataTransfer?.types.includes('Files') === true;
  document.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    form.classList.add('is-over');
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) form.classList.remove('is-over');
  });
  document.addEventListener('drop', (event) => {
    form.classList.remove('is-over');
    const files = event.dataTransfer?.files;
    if (!files || files.length === 0) return;
    event.preventDefault();
    take(files);
  });
}
