import type { ShellMessages } from '../messages/en/shell.ts';
import type { Content } from '../ui/attributes.ts';
import { Icon } from '../ui/Icon.tsx';
import { Avatar } from '../ui/pieces.tsx';
import { Brand } from './Brand.tsx';

export type NavKey = keyof ShellMessages['nav'];

/** The project whose pages the navigation leads to; `href` without a final slash. */
export type ShellProject = {
  name: string;
  href: string;
  links?: Partial<Record<NavKey, string>> | undefined;
};

export type ShellUser = {
  id: number;
  name: string;
  initials: string;
  colour?: number | undefined;
  accountHref: string;
  /** Where signing out posts to; absent when one person works without accounts. */
  signOutAction?: string | undefined;
};

type HeaderProps = {
  t: ShellMessages;
  project?: ShellProject | undefined;
  current?: NavKey | undefined;
  user?: ShellUser | undefined;
  status?: Content;
  helpHref: string;
};

const order = [
  'overview',
  'interviews',
  'respondents',
  'sources',
  'codebook',
  'themes',
  'search',
  'activity',
  'help',
] as const;

const hrefOf = (key: NavKey, project: ShellProject, helpHref: string): string =>
  project.links?.[key] ??
  (key === 'overview' ? project.href : key === 'help' ? helpHref : `${project.href}/${key}`);

const NavList = ({ t, project, current, helpHref }: HeaderProps & { project: ShellProject }) => (
  <ul class="nav-list">
    {order.map((key) => (
      <li>
        <a
          class="nav-link"
          data-label={t.nav[key]}
          href={hrefOf(key, project, helpHref)}
          aria-current={key === current ? 'page' : undefined}
        >
          {t.nav[key]}
        </a>
      </li>
    ))}
  </ul>
);

const UserMenu = ({ t, user }: { t: ShellMessages; user: ShellUser }) => (
  <details class="menu" data-menu>
    <summary class="menu-avatar" aria-label={t.person.menu(user.name)}>
      <Avatar initials={user.initials} name={user.name} colour={user.colour} />
    </summary>
    <ul class="menu-list">
      <li>
        <a class="menu-item" href={user.accountHref}>
          {t.person.account}
        </a>
      </li>
      {user.signOutAction !== undefined && (
        <li>
          <form method="post" action={user.signOutAction}>
            <button class="menu-item">{t.person.signOut}</button>
          </form>
        </li>
      )}
    </ul>
  </details>
);

/** Mark, project, navigation and person. Where the navigation does not fit it folds into a menu that needs no script. */
export const Header = (props: HeaderProps) => {
  const { t, project, user, status } = props;
  return (
    <header class={project === undefined ? 'page-header' : 'page-header has-project'}>
      <Brand href="/" name={t.product} label={t.home} />
      {project !== undefined && (
        <>
          <a class="header-project" href={project.href} title={project.name}>
            {project.name}
          </a>
          <nav class="header-nav" aria-label={t.projectNavigation}>
            <NavList {...props} project={project} />
          </nav>
        </>
      )}
      <div class="header-end">
        {status != null && <span class="header-status">{status}</span>}
        {user !== undefined && <UserMenu t={t} user={user} />}
        {project !== undefined && (
          <details class="menu nav-menu" data-menu>
            <summary class="button button-quiet">
              <Icon name="menu" />
              {t.menu}
            </summary>
            <nav class="menu-list" aria-label={t.projectNavigation}>
              <NavList {...props} project={project} />
            </nav>
          </details>
        )}
      </div>
    </header>
  );
};
