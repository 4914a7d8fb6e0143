import { announcer } from './announce.ts';
import { fetchOnce } from './once.ts';

interface Words {
  moved: string;
  first: string;
  last: string;
}

/** Alt with an arrow moves the question that has the focus up or down the guide; where it stands then is said. */
export function tendGuideOrder(document: Document): void {
  const given = document.querySelector<HTMLElement>('#guide-order')?.dataset['words'];
  if (given === undefined) return;
  const words = JSON.parse(given) as Words;
  const { say } = announcer(document);
  let queue: Promise<void> = Promise.resolve();
  document.addEventListener('keydown', (event) => {
    const { key, altKey, ctrlKey, metaKey, shiftKey, target } = event;
    if (!altKey || ctrlKey || metaKey || shiftKey || !(target instanceof HTMLElement)) return;
    const id = target.closest<HTMLElement>('[data-move]')?.id;
    if (id === undefined || (key !== 'ArrowUp' && key !== 'ArrowDown')) return;
    event.preventDefault();
    const way = key === 'ArrowUp' ? 'up' : 'down';
    const control = target.dataset['step'] ?? 'edit';
    // One move after the other: a second key waits for the first answer, so that none is lost.
    queue = queue
      .then(() => move(document, { id, way, control }, words, say))
      .catch(() => undefined);
  });
}

async function move(
  document: Document,
  { id, way, control }: { id: string; way: 'up' | 'down'; control: string },
  words: Words,
  say: (sentence: string) => void,
): Promise<void> {
  const questions = [...document.querySelectorAll<HTMLElement>('[data-move]')];
  const from = questions.findIndex((question) => question.id === id);
  if (from === (way === 'up' ? 0 : questions.length - 1)) {
    say(way === 'up' ? words.first : words.last);
    return;
  }
  const answer = await fetchOnce(`${questions[from]?.dataset['move'] ?? ''}/${way}`, {
    method: 'POST',
  });
  const html = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const list = html.querySelector('#guide-order');
  if (!answer.ok || !list) {
    say(html.querySelector('main')?.textContent.trim() ?? '');
    return;
  }
  document.querySelector('#guide-order')?.replaceWith(list);
  const moved = [...list.querySelectorAll<HTMLElement>('[data-move]')];
  const question = moved.find((each) => each.id === id);
  const controls = [...(question?.querySelectorAll<HTMLElement>('[data-step]') ?? [])];
  (
    controls.find((each) => each.dataset['step'] === control && !each.matches(':disabled')) ??
    controls[0]
  )?.focus();
  const place = moved.findIndex((each) => each.id === id) + 1;
  say(words.moved.replace('{place}', String(place)).replace('{count}', String(moved.length)));
}
