import { classes } from './attributes.ts';
import type { Content } from './attributes.ts';
import { Icon } from './Icon.tsx';

/** First thing on the page for the keyboard: leads past the header. */
export const SkipLink = ({
  href = '#main',
  children,
}: {
  href?: string | undefined;
  children?: Content;
}) => (
  <a class="skip-link visually-hidden" href={href}>
    {children}
  </a>
);

export const VisuallyHidden = ({ children }: { children?: Content }) => (
  <span class="visually-hidden">{children}</span>
);

/** Between two texts that only the eye sees apart; without it a screen reader hears "5" and "100 %" as "5100 %". */
export const Pause = () => <span class="pause">, </span>;

export type PageHeaderProps = {
  title: Content;
  /** A small line above the title: the reference, the kind of thing. */
  eyebrow?: Content;
  /** One sentence: what is here, or what is counted. */
  lead?: Content;
  actions?: Content;
};

/** The page's one h1, its sentence and what can be done. */
export const PageHeader = ({ title, eyebrow, lead, actions }: PageHeaderProps) => (
  <div class="page-head">
    <div class="page-head-text">
      {eyebrow != null && <p class="page-eyebrow">{eyebrow}</p>}
      <h1>{title}</h1>
      {lead != null && <p class="lead">{lead}</p>}
    </div>
    {actions != null && <div class="actions">{actions}</div>}
  </div>
);

/** A heading inside the page with its own actions. */
export const SectionHeader = ({
  title,
  id,
  actions,
}: {
  title: Content;
  id?: string | undefined;
  actions?: Content;
}) => (
  <div class="section-head">
    <h2 id={id}>{title}</h2>
    {actions != null && <div class="actions">{actions}</div>}
  </div>
);

/** Where this page hangs. The page itself is its h1 and not repeated here. */
export const Breadcrumbs = ({
  label,
  items,
}: {
  label: string;
  items: readonly { href: string; label: Content }[];
}) => (
  <nav class="breadcrumbs" aria-label={label}>
    <ol class="breadcrumbs-list">
      {items.map((item) => (
        <li>
          <a href={item.href}>{item.label}</a>
        </li>
      ))}
    </ol>
  </nav>
);

export type Tab = {
  href: string;
  label: Content;
  count?: number | undefined;
  current?: boolean | undefined;
};

/** The pages of one thing, as links. */
export const Tabs = ({
  label,
  items,
  class: extra,
}: {
  label: string;
  items: readonly Tab[];
  class?: string | undefined;
}) => (
  <nav class={classes('tabs', extra)} aria-label={label}>
    <ul class="tabs-list">
      {items.map((item) => (
        <li>
          <a class="tab" href={item.href} aria-current={item.current === true ? 'page' : undefined}>
            {item.label}
            {item.count !== undefined && <span class="tab-count">{item.count}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

export type PaginationProps = {
  label: string;
  /** "51 to 100 of 212" */
  summary: Content;
  previous?: { href: string; label: string } | undefined;
  next?: { href: string; label: string } | undefined;
};

/** Back and on through a long list. */
export const Pagination = ({ label, summary, previous, next }: PaginationProps) => (
  <nav class="pagination" aria-label={label}>
    <span>{summary}</span>
    <span class="actions">
      {previous !== undefined && (
        <a class="button" rel="prev" href={previous.href}>
          <Icon name="back" />
          {previous.label}
        </a>
      )}
      {next !== undefined && (
        <a class="button" rel="next" href={next.href}>
          {next.label}
          <Icon name="arrow" />
        </a>
      )}
    </span>
  </nav>
);

export type MenuItem = {
  label: Content;
  danger?: boolean | undefined;
  icon?: 'edit' | 'download' | 'close' | 'lock' | undefined;
} & (
  | { href: string; download?: boolean | undefined }
  | { action: string; fields?: Record<string, string | number> | undefined }
);

const MenuEntry = ({ item }: { item: MenuItem }) => {
  const look = classes('menu-item', item.danger === true && 'menu-item-danger');
  const inside = (
    <>
      {item.icon !== undefined && <Icon name={item.icon} />}
      {item.label}
    </>
  );
  return 'href' in item ? (
    <a class={look} href={item.href} download={item.download}>
      {inside}
    </a>
  ) : (
    <form method="post" action={item.action}>
      {Object.entries(item.fields ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={String(value)} />
      ))}
      <button class={look}>{inside}</button>
    </form>
  );
};

export type MenuProps = {
  /** Spoken name of the summary when it shows only a picture. */
  label: string;
  summary?: Content;
  items: readonly MenuItem[];
  align?: 'start' | 'end' | undefined;
};

/** A few seldom-needed things behind one button. Opens without script, and script closes it on Escape. */
export const Menu = ({ label, summary, items, align = 'end' }: MenuProps) => (
  <details class={classes('menu', align === 'start' && 'menu-start')} data-menu>
    <summary class="button button-quiet" aria-label={summary == null ? label : undefined}>
      {summary ?? <Icon name="more" />}
      {summary != null && <Icon name="down" />}
    </summary>
    <ul class="menu-list">
      {items.map((item) => (
        <li>
          <MenuEntry item={item} />
        </li>
      ))}
    </ul>
  </details>
);
