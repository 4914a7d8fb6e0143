/**
 * The list below a text field (the combobox pattern of ARIA 1.2): the focus stays in the field, and
 * `aria-activedescendant` says which option Enter takes.
 */
export interface Listbox {
  /** Puts these options into the list and makes the first one the active one. */
  show(options: readonly HTMLElement[]): void;
  /** Makes the next or the previous option active; after the last comes the first. */
  move(by: 1 | -1): void;
  /** Which option is active; -1 when there are none. */
  active(): number;
}

/** @param taken called with the number of the option that was clicked */
export function listbox(
  field: HTMLInputElement,
  list: HTMLElement,
  taken: (at: number) => void,
): Listbox {
  let active = -1;
  const activate = (at: number): void => {
    const options = [...list.children];
    active = options.length === 0 ? -1 : (at + options.length) % options.length;
    options.forEach((option, index) => {
      option.ariaSelected = String(index === active);
      if (index === active) option.scrollIntoView({ block: 'nearest' });
    });
    field.setAttribute('aria-activedescendant', options[active]?.id ?? '');
  };
  // A click in the list must not take the focus out of the field before it is understood.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    if (option) taken([...list.children].indexOf(option));
  });
  return {
    show(options) {
      list.replaceChildren(...options);
      activate(0);
    },
    move: (by) => activate(active + by),
    active: () => active,
  };
}
