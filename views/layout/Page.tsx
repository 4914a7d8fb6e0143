import { raw } from 'hono/html';
import type { ShellMessages } from '../messages/en/shell.ts';
import { classes } from '../ui/attributes.ts';
import type { Content } from '../ui/attributes.ts';
import { ToastRegion } from '../ui/feedback.tsx';
import type { ToastMessage } from '../ui/feedback.tsx';
import { SkipLink } from '../ui/navigation.tsx';
import { Header } from './Header.tsx';
import type { NavKey, ShellProject, ShellUser } from './Header.tsx';

export type PageProps = {
  t: ShellMessages;
  /** Tag of the style sheets and scripts; see `asset`. */
  assets: string;
  /** Names the page in the window's title; the project's name is added. */
  title: string;
  lang?: string | undefined;
  project?: ShellProject | undefined;
  current?: NavKey | undefined;
  user?: ShellUser | undefined;
  toast?: ToastMessage | undefined;
  /** `normal` for reading, `wide` for tables, `workbench` fills the window and scrolls inside. */
  variant?: 'normal' | 'wide' | 'workbench' | undefined;
  /** Without it the reader's system decides. */
  theme?: 'light' | 'dark' | undefined;
  /** A few words at the right of the header, such as "Saved". */
  status?: Content;
  helpHref?: string | undefined;
  /** Further links past what stands in front, after the one to the page. */
  skips?: Content;
  children?: Content;
};

/**
 * htmx under a policy without inline style, inline script and eval: it adds no style of its own,
 * and expressions in attributes (`hx-on`, `js:`, filters in `hx-trigger`) must not be used.
 */
const htmxConfig = JSON.stringify({
  includeIndicatorCSS: false,
  mode: 'same-origin',
  defaultTimeout: 60_000,
  // What a reader has unfolded stays so when the page around it is renewed.
  morphIgnore: ['data-htmx-powered', 'open'],
});

type HeadProps = Pick<PageProps, 't' | 'title' | 'project' | 'assets'>;

/** What every page is set in, asked for at once so that the first layout has it and words do not move. */
const FIRST_FONTS = ['inter', 'source-serif-4'].map(
  (name) => `/static/vendor/fonts/${name}-latin-wght-normal.woff2`,
);

/** The address of a style sheet or script, never asked for twice. `path` is below `static/`. */
export const asset = (tag: string, path: string): string => `/static/${path}?v=${tag}`;

const Head = ({ t, title, project, assets }: HeadProps) => (
  <head>
    <meta charset="utf-8" />
    <title>{t.pageTitle(title, project?.name)}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="theme-color" content="#fbfaf6" media="(prefers-color-scheme: light)" />
    <meta name="theme-color" content="#17181a" media="(prefers-color-scheme: dark)" />
    <meta name="htmx-config" content={htmxConfig} />
    <link rel="icon" type="image/svg+xml" href={asset(assets, 'icons/favicon.svg')} />
    {FIRST_FONTS.map((font) => (
      <link rel="preload" as="font" type="font/woff2" crossorigin="anonymous" href={font} />
    ))}
    <link rel="stylesheet" href={asset(assets, 'build/app.css')} />
    <script src={asset(assets, 'vendor/htmx.min.js')} defer />
    <script type="module" src={asset(assets, 'build/app.js')} />
  </head>
);

const Footer = ({ t, helpHref }: { t: ShellMessages; helpHref: string }) => (
  <footer class="page-footer">
    <a href={helpHref}>{t.footer.help}</a>
    <a href={`${helpHref}/about`}>{t.footer.about}</a>
  </footer>
);

/** A whole page: head, header, main landmark, toast and live region. Links are plain, so focus, title and Back are the browser's. */
export const Page = (props: PageProps) => {
  const { t, lang = 'en', theme, variant = 'normal', helpHref = '/help', children } = props;
  return (
    <html lang={lang} data-theme={theme}>
      <Head t={t} title={props.title} project={props.project} assets={props.assets} />
      <body class={classes('page', `page-${variant}`)} data-me={props.user?.id}>
        <SkipLink>{t.skipToText}</SkipLink>
        {props.skips}
        <Header
          t={t}
          project={props.project}
          current={props.current}
          user={props.user}
          status={props.status}
          helpHref={helpHref}
        />
        <main class="page-main" id="main" tabindex={-1}>
          {children}
        </main>
        <Footer t={t} helpHref={helpHref} />
        <ToastRegion label={t.messages} toast={props.toast} />
        <div id="announce" class="visually-hidden" aria-live="polite" />
      </body>
    </html>
  );
};

/** The page as it is sent: hono/jsx prints no doctype, and without one browsers lay out as in 1998. */
export const document = (node: Content) => (
  <>
    {raw('<!doctype html>')}
    {node}
  </>
);
