import { classes, codeColourClass } from './attributes.ts';
import type { Content, Extra } from './attributes.ts';
import { Icon } from './Icon.tsx';

/** A state in a word: planned, stale, disputed. The word carries the meaning, the colour helps. */
export const Badge = ({
  tone,
  children,
}: {
  tone?: 'plain' | 'accent' | 'warn' | 'bad' | 'good' | undefined;
  children?: Content;
}) => (
  <span class={classes('badge', tone !== undefined && tone !== 'plain' && `badge-${tone}`)}>
    {children}
  </span>
);

export type CodeSwatchProps = {
  name: Content;
  /** 1 to 8 */
  colour: number;
  /** Names of the codes above it, from the theme down. */
  path?: readonly string[] | undefined;
  href?: string | undefined;
};

/** A code as people see it everywhere: colour, the codes above it, name. */
export const CodeSwatch = ({ name, colour, path = [], href }: CodeSwatchProps) => (
  <span class={classes('code', codeColourClass(colour))}>
    <span class="swatch" aria-hidden="true" />
    <span>
      {path.length > 0 && <span class="code-path">{`${path.join(' › ')} › `}</span>}
      {href === undefined ? name : <a href={href}>{name}</a>}
    </span>
  </span>
);

export const Kbd = ({ children }: { children?: Content }) => <kbd class="kbd">{children}</kbd>;

/** Two letters for a person, in that person's colour. The full name is its text for screen readers. */
export const Avatar = ({
  initials,
  name,
  colour,
}: {
  initials: string;
  name: string;
  colour?: number | undefined;
}) => (
  <span class={classes('avatar', colour !== undefined && codeColourClass(colour))} title={name}>
    <span aria-hidden="true">{initials}</span>
    <span class="visually-hidden">{name}</span>
  </span>
);

/** What few need, folded away under a line that says what it is. */
export const Disclosure = ({
  summary,
  open,
  children,
  class: extra,
  ...rest
}: Extra & { summary: Content; open?: boolean | undefined; children?: Content }) => (
  <details class={classes('disclosure', extra)} open={open} {...rest}>
    <summary>
      <Icon name="chevron" />
      {summary}
    </summary>
    <div class="disclosure-body">{children}</div>
  </details>
);

/** Facts about one thing: term and what it is. Empty ones are left out. */
export const DefinitionList = ({
  items,
}: {
  items: readonly { term: Content; value: Content }[];
}) => (
  <dl class="definitions">
    {items
      .filter((item) => item.value != null && item.value !== '')
      .map((item) => (
        <>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </>
      ))}
  </dl>
);

/** A share as a bar; the number itself stands beside it in words. */
export const Bar = ({
  value,
  max,
  colour,
}: {
  value: number;
  max: number;
  colour?: number | undefined;
}) => (
  <svg
    class={classes('bar', colour !== undefined && codeColourClass(colour))}
    viewBox="0 0 100 8"
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    <rect class="bar-track" width="100" height="8" />
    <rect
      class="bar-fill"
      width={max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)).toFixed(2) : '0'}
      height="8"
    />
  </svg>
);
