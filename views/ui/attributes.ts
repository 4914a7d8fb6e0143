import type { Child } from 'hono/jsx';

/** What a part shows: text or markup made elsewhere, always in the reader's language. */
export type Content = Child;

/**
 * Attributes that any part hands on to its element: htmx, data, ARIA, id and further classes.
 * `style` and `on…` are left out on purpose: the content security policy refuses them.
 */
export type Extra = {
  id?: string | undefined;
  class?: string | undefined;
  [name: `hx-${string}`]: string | boolean | undefined;
  [name: `data-${string}`]: string | number | boolean | undefined;
  [name: `aria-${string}`]: string | number | boolean | undefined;
};

/** Joins class names, leaving out what is not wanted. */
export const classes = (...names: (string | false | undefined)[]): string =>
  names.filter(Boolean).join(' ');

/** Colours a code may have, 1 to 8; a number beyond is folded back so that no code is without one. */
export const codeColourClass = (colour: number): string =>
  `code-colour-${(((((Math.trunc(colour) || 1) - 1) % 8) + 8) % 8) + 1}`;
