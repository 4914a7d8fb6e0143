import { tendCalendar } from './calendar.ts';
import { tendCells } from './cells.ts';
import { tendCodeTree } from './codetree.ts';
import { tendEvidence } from './evidence.ts';
import { tendFound } from './found.ts';
import { tendGuideOrder } from './guide-order.ts';
import { tendKeysDialog } from './keys-dialog.ts';
import { tendKeysForm } from './keys-form.ts';
import { tendNotes } from './notes.ts';
import { rememberSentForms, sendOnce } from './once.ts';
import { listenToPageKeys } from './page-keys.ts';
import { tendPeople } from './people.ts';
import { tendPicked } from './picked.ts';
import { tendPictures } from './png.ts';
import { tendTrimSwitch } from './trim.ts';
import { tendUpload } from './upload.ts';
import { resendFromElsewhere } from './unsent.ts';
import { showWaiting } from './waiting.ts';

/** Small helpers every page shares; each does nothing where its markup is missing. */

/** An open menu closes with Escape (focus back on its button) and when one clicks elsewhere. */
function closeMenus(document: Document): void {
  const open = () => [...document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]')];
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  });
  document.addEventListener('click', (event) => {
    for (const menu of open()) if (!menu.contains(event.target as Node)) menu.open = false;
  });
}

function dismissToasts(document: Document): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest('[data-toast-dismiss]');
    button?.closest('[data-toast]')?.remove();
  });
}

/** Moments are written in UTC by the server; here they become the reader's own time. */
function localTimes(document: Document): void {
  const { lang } = document.documentElement;
  const theirs = navigator.languages.find((language) => language.startsWith(lang));
  const format = new Intl.DateTimeFormat(theirs ?? lang, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  // By name of element: in a long text the browser finds them in a fraction of the time of a selector.
  for (const time of document.getElementsByTagName('time')) {
    if (time.dataset['when'] === undefined || time.title !== '') continue;
    time.textContent = format.format(new Date(time.dateTime));
    time.title = time.dateTime;
  }
}

/** A page made for paper has a button that prints it. */
function printPages(document: Document): void {
  document.addEventListener('click', (event) => {
    if ((event.target as Element).closest('[data-print]')) window.print();
  });
}

closeMenus(document);
printPages(document);
dismissToasts(document);
localTimes(document);
document.addEventListener('htmx:after:swap', () => localTimes(document));
tendUpload(document, window);
showWaiting(document, window);
sendOnce(document);
rememberSentForms(document, window);
tendEvidence(document);
tendCodeTree(document, sessionStorage);
tendCells(document, window);
tendNotes(document, window);
tendPeople(document);
tendPictures(document);
tendPicked(document);
tendCalendar(document);
tendGuideOrder(document);
tendKeysDialog(document, localStorage);
tendKeysForm(document, localStorage);
tendTrimSwitch(document, localStorage);
tendFound(document, localStorage);
listenToPageKeys(document, localStorage);
void resendFromElsewhere(document);
