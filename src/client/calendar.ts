/**
 * The days of a calendar by key: arrows go from day to day, also into the months beside; Home and End to the ends of the
 * week; Page Up and Page Down by a month. Enter follows the day's own link. One day at a time stands in the order of Tab.
 */
const DAY_MS = 86_400_000;
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
};

export function tendCalendar(document: Document): void {
  if (!document.querySelector('[data-calendar]')) return;
  oneTabStop(document);
  document.addEventListener('htmx:after:settle', () => {
    oneTabStop(document);
  });
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && target.dataset['day'] !== undefined) hold(target);
  });
  document.addEventListener('keydown', (event) => {
    const { target, key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (ctrlKey || metaKey || altKey || shiftKey || !(target instanceof HTMLElement)) return;
    const day = target.dataset['day'];
    if (day === undefined) return;
    const isDone =
      key === 'PageUp' || key === 'PageDown'
        ? toMonth(document, day, key)
        : target.closest('table') === null
          ? stepInList(target, key)
          : stepInTable(document, target, day, key);
    if (isDone) event.preventDefault();
  });
}

/** Of the days of a table one is reached by Tab: the one that has the focus or had it, else today, else the first. */
function oneTabStop(document: Document): void {
  const days = [...document.querySelectorAll<HTMLElement>('.cal-table [data-day]')];
  const first = days.find((day) => day.ariaCurrent === 'date') ?? days[0];
  if (first) hold(days.find((day) => day === document.activeElement) ?? first);
}

function hold(day: HTMLElement): void {
  if (!day.closest('.cal-table')) return;
  for (const each of day.closest('.cal-table')?.querySelectorAll<HTMLElement>('[data-day]') ?? [])
    each.tabIndex = each === day ? 0 : -1;
}

function stepInTable(document: Document, from: HTMLElement, day: string, key: string): boolean {
  if (key === 'Home' || key === 'End') {
    const week = [...(from.closest('tr')?.querySelectorAll<HTMLElement>('[data-day]') ?? [])];
    (key === 'Home' ? week[0] : week.at(-1))?.focus();
    return true;
  }
  const step = STEPS[key];
  if (step === undefined) return false;
  const to = new Date(Date.parse(`${day}T00:00:00Z`) + step * DAY_MS).toISOString().slice(0, 10);
  const there = document.getElementById(`day-${to}`);
  if (there) there.focus();
  else go(document, step < 0 ? 'prev' : 'next', to);
  return true;
}

function stepInList(from: HTMLElement, key: string): boolean {
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return false;
  const days = [...(from.closest('ol')?.querySelectorAll<HTMLElement>('[data-day]') ?? [])];
  days[days.indexOf(from) + (key === 'ArrowUp' ? -1 : 1)]?.focus();
  return true;
}

/** The same day of the month beside, or its last one. */
function toMonth(document: Document, day: string, key: 'PageUp' | 'PageDown'): boolean {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const there = month - 1 + (key === 'PageUp' ? -1 : 1);
  const last = new Date(Date.UTC(year, there + 1, 0)).getUTCDate();
  const to = new Date(Date.UTC(year, there, Math.min(date, last))).toISOString().slice(0, 10);
  return go(document, key === 'PageUp' ? 'prev' : 'next', to);
}

/** Follows the page's own link, so that search and filters go along; the day there takes the focus. */
function go(document: Document, rel: 'prev' | 'next', day: string): boolean {
  const link = document.querySelector<HTMLAnchorElement>(`[data-calendar] a[rel=${rel}]`);
  if (!link) return false;
  document.defaultView?.location.assign(`${link.href}#day-${day}`);
  return true;
}
