/**
 * Who was talked to, in the form of an interview: respondents are offered as one types, and someone new is described in
 * place. Without script the same form has a list to choose from for each respondent; this takes their place.
 */
import { announcer } from './announce.ts';
import { search, type Candidate } from './fuzzy.ts';
import { listbox } from './listbox.ts';
import { describeNew } from './people-new.ts';
import { wordsFrom } from './words.ts';

interface Person extends Candidate {
  id: string;
  label: string;
}

/** More than anyone reads through; what is left out is one letter away. */
const SHOWN = 40;

export function tendPeople(document: Document): void {
  const box = document.querySelector<HTMLElement>('[data-people]');
  const lists = document.querySelector<HTMLElement>('[data-people-lists]');
  const field = box?.querySelector<HTMLInputElement>('[role=combobox]');
  const list = box?.querySelector<HTMLElement>('[role=listbox]');
  const chosen = box?.querySelector<HTMLElement>('[data-people-chosen]');
  if (!box || !lists || !field || !list || !chosen) return;
  const words = wordsFrom(box.dataset['words']);
  const { say } = announcer(document);
  const people = peopleIn(lists);
  const isChosen = ({ id }: Person): boolean =>
    chosen.querySelector(`input[value="${id}"]`) !== null;
  let found: Person[] = [];

  const choose = (person: Person): void => {
    chosen.append(chip(document, person, words('remove', { label: person.label })));
    say(words('chosen', { label: person.label }));
  };
  const take = (at: number): void => {
    const person = found[at];
    const typed = field.value.trim();
    close();
    field.value = '';
    if (person) choose(person);
    else if (typed !== '') describeNew(document, typed);
  };
  const options = listbox(field, list, take);
  const open = (): void => {
    const typed = field.value.trim();
    found = search(
      typed,
      people.filter((person) => !isChosen(person)),
    )
      .slice(0, SHOWN)
      .map(({ item }) => item);
    const labels = found.map(({ label }) => label);
    if (typed !== '') labels.push(words('someoneNew', { name: typed }));
    options.show(labels.map((label, at) => optionOf(document, label, at, at >= found.length)));
    list.hidden = labels.length === 0;
    field.ariaExpanded = String(!list.hidden);
    if (typed !== '') say(words('found', { count: found.length }));
  };
  const close = (): void => {
    list.hidden = true;
    field.ariaExpanded = 'false';
    field.removeAttribute('aria-activedescendant');
  };
  const lastChosen = (): HTMLElement | null => chosen.querySelector('li:last-child');

  field.addEventListener('input', open);
  field.addEventListener('click', open);
  field.addEventListener('blur', close);
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (list.hidden) open();
      else options.move(key === 'ArrowDown' ? 1 : -1);
    } else if (key === 'Enter' && !list.hidden) take(options.active());
    else if (key === 'Escape' && !list.hidden) close();
    else if (key === 'Escape' && field.value !== '') field.value = '';
    else if (key === 'Backspace' && field.value === '') lastChosen()?.remove();
    else return;
    event.preventDefault();
  });
  chosen.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    button?.closest('li')?.remove();
    if (button) field.focus();
  });

  for (const id of valuesIn(lists)) {
    const person = people.find((one) => one.id === id);
    if (person) choose(person);
  }
  lists.remove();
  box.hidden = false;
}

/** Everyone the first list offers: `R-07 · Workers · Africa · Secretary`. */
function peopleIn(lists: HTMLElement): Person[] {
  const options = lists.querySelector('select')?.options ?? [];
  return [...options]
    .filter(({ value }) => value !== '')
    .map(({ value, label }) => ({ id: value, label, path: label.split(' · ') }));
}

const valuesIn = (lists: HTMLElement): string[] =>
  [...lists.querySelectorAll('select')].map(({ value }) => value);

function optionOf(document: Document, label: string, at: number, isNew: boolean): HTMLElement {
  const option = document.createElement('li');
  option.id = `people-option-${at}`;
  option.role = 'option';
  option.className = isNew ? 'combobox-option is-new' : 'combobox-option';
  option.textContent = label;
  return option;
}

/** A chosen respondent: what the form sends, its words, and the way to take it out again. */
function chip(document: Document, { id, label }: Person, remove: string): HTMLElement {
  const item = document.createElement('li');
  item.className = 'chip';
  const input = Object.assign(document.createElement('input'), {
    type: 'hidden',
    name: 'respondent',
    value: id,
  });
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'chip-remove';
  button.ariaLabel = remove;
  button.textContent = '×';
  item.append(input, label, button);
  return item;
}
