/** The page where a person changes their keys. Everything on it is kept in this browser, since a keyboard is a machine's. */
import { KEYMAP, type Act } from '../domain/workbench/keymap.ts';
import {
  keyProblems,
  readKeys,
  writeKeys,
  type KeyProblem,
  type OwnKeys,
} from '../domain/workbench/own-keys.ts';
import { keepOwnKeys, ownKeys } from './own-keys.ts';
import { showToast } from './toast.ts';
import { wordsFrom, type Words } from './words.ts';

const ACTS = new Map(KEYMAP.map(({ act, keys }) => [act, keys]));

export function tendKeysForm(document: Document, storage: Storage): void {
  const form = document.querySelector<HTMLFormElement>('[data-keys-form]');
  if (!form) return;
  const words = wordsFrom(form.dataset['words']);
  const codes = new Map(
    Object.entries(JSON.parse(form.dataset['codes'] ?? '{}') as Record<string, string>),
  );
  const fields = [...form.querySelectorAll<HTMLInputElement>('input[data-act-keys]')];
  const actOf = (field: HTMLInputElement): Act => field.dataset['actKeys'] as Act;
  const labelOf = (act: Act): string =>
    fields.find((field) => actOf(field) === act)?.labels?.[0]?.textContent?.trim() ?? act;

  const fill = (own: OwnKeys): void => {
    for (const field of fields) {
      field.value = writeKeys(own[actOf(field)] ?? ACTS.get(actOf(field)) ?? []);
      showProblem(field, null);
    }
  };
  const typed = (): OwnKeys =>
    Object.fromEntries(
      fields
        .map((field) => [actOf(field), readKeys(field.value)] as const)
        .filter(([act, keys]) => keys.join(' ') !== ACTS.get(act)?.join(' ')),
    );

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const own = typed();
    const problems = keyProblems(own, codes);
    for (const field of fields) {
      const problem = problems.get(actOf(field));
      showProblem(field, problem ? sentenceOf(problem, words, labelOf) : null);
    }
    const first = fields.find((field) => problems.has(actOf(field)));
    if (first) {
      first.focus();
      return;
    }
    keepOwnKeys(storage, own);
    fill(own);
    showToast(document, words('saved'));
  });
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    keepOwnKeys(storage, {});
    fill({});
    showToast(document, words('reset'));
  });
  fill(ownKeys(storage));
}

function sentenceOf(problem: KeyProblem, words: Words, labelOf: (act: Act) => string): string {
  const key = writeKeys([problem.key]);
  if (problem.code === 'codes') return words('codes', { key, by: problem.by });
  if ('by' in problem) return words(problem.code, { key, by: labelOf(problem.by) });
  return words(problem.code, { key });
}

/** Puts what is wrong beside the field, where a screen reader finds it too; null takes it away. */
function showProblem(field: HTMLInputElement, sentence: string | null): void {
  const id = `${field.id}-error`;
  const { ownerDocument: document } = field;
  document.getElementById(id)?.remove();
  field.ariaInvalid = sentence === null ? null : 'true';
  const described = (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((one) => one !== '' && one !== id);
  if (sentence !== null) {
    const error = document.createElement('span');
    error.className = 'field-error';
    error.id = id;
    error.textContent = sentence;
    field.after(error);
    described.push(id);
  }
  if (described.length > 0) field.setAttribute('aria-describedby', described.join(' '));
  else field.removeAttribute('aria-describedby');
}
