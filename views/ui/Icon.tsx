import { classes } from './attributes.ts';

const paths = {
  add: 'M8 3v10M3 8h10',
  arrow: 'M3 8h10M9 4l4 4-4 4',
  back: 'M13 8H3M7 4 3 8l4 4',
  check: 'M3 8.5 6.5 12 13 4.5',
  chevron: 'm6 3.5 4.5 4.5L6 12.5',
  close: 'M4 4l8 8M12 4l-8 8',
  down: 'm3.5 6 4.5 4.5L12.5 6',
  download: 'M8 2.5v8M4.5 7.5 8 11l3.5-3.5M3 13.5h10',
  upload: 'M8 11V3M4.5 6 8 2.5 11.5 6M3 13.5h10',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.5 10.5l3 3',
  sort: 'M8 3v10M4.5 6.5 8 3l3.5 3.5',
  undo: 'M5.5 3 2.5 6l3 3M2.5 6h6.5a4 4 0 0 1 0 8H6',
  warn: 'M8 2 14.5 13.5h-13ZM8 6.5v3.5M8 12h.01',
  lock: 'M4 7.5h8v6H4ZM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  edit: 'M3 13l.7-3L11 2.7 13.3 5 6 12.3Z',
} as const;

export type IconName = keyof typeof paths;

/** A small stroke picture beside a word. It says nothing on its own: the word beside it does. */
export const Icon = ({ name, class: extra }: { name: IconName; class?: string | undefined }) => (
  <svg class={classes('icon', extra)} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d={paths[name]} />
  </svg>
);
