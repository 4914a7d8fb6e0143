import { NoteSection } from './note-section.ts';

/** What the keys do, with Alt held, so that they work while one types. By the key's place, since Alt changes letters. */
const STATE_KEYS: Record<string, number> = { Digit1: 0, Digit2: 1, Digit3: 2, Digit4: 3 };

/** Keys and buttons of the notes page: question by question, asked or not, the time of day, the preview. */
export function listenToNoteKeys(document: Document): void {
  let last: HTMLElement | null = null;
  document.addEventListener('focusin', (event) => {
    last = NoteSection.around(event.target)?.element ?? last;
  });
  document.addEventListener('keydown', (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const act = actOf(event.code);
    if (!act) return;
    event.preventDefault();
    act(document, last);
  });
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest('[data-note-act]');
    const act = button && actOf(button.getAttribute('data-note-act') ?? '');
    if (act) act(document, last);
  });
}

/** @param last the note that one was in last; null before one was in any */
type Act = (document: Document, last: HTMLElement | null) => void;

function actOf(code: string): Act | null {
  const onNote =
    (act: (note: HTMLElement) => void): Act =>
    (document, last) => {
      const note = last ?? document.querySelector<HTMLElement>('[data-note]');
      if (note) act(note);
    };
  if (code in STATE_KEYS) return onNote((note) => setState(note, STATE_KEYS[code] ?? 0));
  if (code === 'KeyT') return onNote(stampTime);
  if (code === 'KeyP') return onNote(togglePreview);
  if (code === 'ArrowDown') return (document, last) => go(document, last, 1);
  if (code === 'ArrowUp') return (document, last) => go(document, last, -1);
  return null;
}

function setState(note: HTMLElement, n: number): void {
  const radio = note.querySelectorAll<HTMLInputElement>('input[type=radio]')[n];
  if (!radio) return;
  radio.checked = true;
  radio.dispatchEvent(new Event('input', { bubbles: true }));
}

/** To the text of the next or previous note that is on the page and not folded away. */
function go(document: Document, last: HTMLElement | null, step: 1 | -1): void {
  const notes = NoteSection.all(document).filter(({ text }) => text?.checkVisibility() === true);
  const at = notes.findIndex(({ element }) => element === last);
  const next = notes[at < 0 ? 0 : at + step];
  next?.text?.focus();
  next?.element.scrollIntoView({ block: 'nearest' });
}

/** The time of day where the cursor is, as interviewers write it beside what they hear. */
function stampTime(note: HTMLElement): void {
  const text = note.querySelector('textarea');
  if (!text) return;
  text.focus();
  const time = `${new Date().toTimeString().slice(0, 5)} `;
  text.setRangeText(time, text.selectionStart, text.selectionEnd, 'end');
  text.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Shows the note as it reads, below its field, until the same key hides it; each save brings it up to date. */
function togglePreview(note: HTMLElement): void {
  const preview = note.querySelector<HTMLElement>('[data-preview]');
  if (!preview) return;
  preview.hidden = !preview.hidden;
  if (!preview.hidden) void refreshPreview(note);
}

/** Asks for the note as the server has it; without a connection it stays as it was. */
export async function refreshPreview(note: HTMLElement): Promise<void> {
  const preview = note.querySelector<HTMLElement>('[data-preview]');
  if (!preview || preview.hidden) return;
  const target = preview.querySelector<HTMLElement>('[data-preview-body]');
  if (target) await window.htmx.ajax('GET', preview.dataset['preview'] ?? '', { target });
}

/** A question that was added stands on the page: one goes on in its field, and the form is ready for another. */
export function tendNewQuestion(document: Document): void {
  document.addEventListener('htmx:after:swap', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.id !== 'add-question') return;
    const added = document.querySelector('#notes-added > [data-note]:last-of-type textarea');
    if (!(added instanceof HTMLTextAreaElement)) return;
    form.reset();
    added.focus();
  });
}
