/**
 * The code picker: a text field that searches codes by full path, with the list below it (the combobox pattern
 * of ARIA 1.2: the focus stays in the field, `aria-activedescendant` says which code Enter takes).
 */
import type { Candidate, Match } from './fuzzy.ts';
import { search } from './fuzzy.ts';
import { listbox } from './listbox.ts';
import { placeBeside } from './place.ts';
import { optionElement } from './picker-option.ts';
import type { Words } from './words.ts';

export interface PickerCode extends Candidate {
  id: number;
  /** Class that carries its colour. */
  colour: string;
  /** Its own key, or ''. */
  key: string;
}

export interface PickerHost {
  codes(): PickerCode[];
  apply(code: number): void;
  /** @param name as typed: a new code's name or path */
  create(name: string): void;
  say(sentence: string): void;
  /** Called when it closes without a choice as well. */
  closed(): void;
}

export interface Picker {
  /**
   * @param beside where the passage is in the window; px
   * @param instead takes the one code that is chosen, in place of coding the passage; nothing new is made then
   */
  open(beside: DOMRect | null, instead?: (code: number) => void): void;
  /** To be called when codes may have come or gone: an open list shows them, the one just made as applied. */
  refresh(made?: number): void;
}

/** More than anyone reads through; what is left out is one letter away. */
const SHOWN = 40;

type Choice = { code: PickerCode } | { create: string };

/** @param box the popover with `[role=combobox]` and `[role=listbox]` in it */
export function createPicker(box: HTMLElement, words: Words, host: PickerHost): Picker {
  const field = box.querySelector<HTMLInputElement>('[role=combobox]');
  const list = box.querySelector<HTMLElement>('[role=listbox]');
  if (!field || !list) throw new Error('the picker needs a combobox and a listbox');
  let codes: PickerCode[] = [];
  let choices: Choice[] = [];
  let instead: ((code: number) => void) | null = null;
  const done = new Set<number>();
  const options = listbox(field, list, (at) => take(choices[at]));

  const show = (): void => {
    const typed = field.value.trim();
    const found = search(typed, codes).slice(0, SHOWN);
    choices = found.map((match) => ({ code: match.item }));
    if (!instead && typed !== '' && !found.some((match) => isNamed(match, typed)))
      choices.push({ create: typed });
    options.show([
      ...found.map((match, at) =>
        optionElement(
          list.ownerDocument,
          match,
          at,
          done.has(match.item.id) ? words('isDone') : '',
        ),
      ),
      ...choices.flatMap((choice, at) =>
        'create' in choice ? [newOption(choice.create, at)] : [],
      ),
    ]);
    if (typed !== '') host.say(words('found', { count: found.length }));
  };
  const newOption = (name: string, at: number): HTMLElement => {
    const option = list.ownerDocument.createElement('li');
    option.id = `picker-option-${at}`;
    option.role = 'option';
    option.className = 'picker-option picker-new';
    option.textContent = words('newCode', { name });
    return option;
  };
  /** Without an element to go back to, the focus stays in the hidden field until the next frame, and eats a quick key. */
  const close = (): void => {
    box.hidePopover();
    if (field.ownerDocument.activeElement === field) field.blur();
  };
  const take = (choice: Choice | undefined): void => {
    if (!choice) return;
    close();
    if ('create' in choice) host.create(choice.create);
    else (instead ?? host.apply)(choice.code.id);
  };
  /** Applies a code and stays for the next one. */
  const takeToo = (choice: Choice | undefined): void => {
    if (!choice || instead) return take(choice);
    if ('create' in choice) host.create(choice.create);
    else {
      host.apply(choice.code.id);
      done.add(choice.code.id);
    }
    field.value = '';
    show();
  };

  field.addEventListener('input', show);
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') options.move(1);
    else if (event.key === 'ArrowUp') options.move(-1);
    else if (event.key === 'Enter')
      (event.ctrlKey || event.metaKey ? takeToo : take)(choices[options.active()]);
    else if (event.key === 'Tab' || event.key === 'Escape') close();
    else return;
    // Tab goes on from where the focus was before, which closing has restored.
    if (event.key !== 'Tab') event.preventDefault();
    event.stopPropagation();
  });
  box.addEventListener('toggle', (event) => {
    const open = (event as ToggleEvent).newState === 'open';
    field.ariaExpanded = String(open);
    if (!open) host.closed();
  });
  return {
    refresh(made) {
      if (!box.matches(':popover-open')) return;
      const now = host.codes();
      const isNew = made !== undefined && !done.has(made);
      const isSame = now.length === codes.length && now.every(({ id }, at) => id === codes[at]?.id);
      codes = now;
      if (isNew) done.add(made);
      // Whoever is on their way down the list is not sent back to its top for nothing.
      if (isNew || !isSame) show();
    },
    open(beside, other) {
      instead = other ?? null;
      done.clear();
      codes = host.codes();
      field.value = '';
      box.showPopover();
      show();
      placeBeside(box, beside);
      field.focus();
    },
  };
}

/** Whether a code is called just so, by name or by path; then there is nothing to create. */
function isNamed({ item }: Match<PickerCode>, typed: string): boolean {
  const fold = (text: string): string => text.toLocaleLowerCase().replace(/\s*[>›]\s*/g, ' > ');
  return (
    fold(typed) === fold(item.path.join(' > ')) ||
    (item.path.length === 1 && fold(typed) === fold(item.path[0] ?? ''))
  );
}
