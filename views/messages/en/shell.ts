/** The words of the page frame itself: header, navigation, footer, and the small parts every page shares. */
export const shell = {
  product: 'Earmark',
  pageTitle: (page: string, project?: string) =>
    project === undefined ? `${page} · Earmark` : `${page} · ${project} · Earmark`,
  skipToText: 'Skip to the page',
  home: 'All projects',
  menu: 'Menu',
  projectNavigation: 'Project',
  nav: {
    overview: 'Overview',
    interviews: 'Interviews',
    respondents: 'Respondents',
    sources: 'Sources',
    codebook: 'Codebook',
    themes: 'Themes',
    search: 'Search',
    activity: 'Activity',
    help: 'Help',
  },
  person: {
    menu: (name: string) => `${name}: account and sign out`,
    account: 'Your account',
    signOut: 'Sign out',
  },
  messages: 'Messages',
  undo: 'Undo',
  dismiss: 'Close',
  required: 'required',
  optional: 'optional',
  errorSummary: (count: number) =>
    count === 1 ? 'One thing to put right' : `${count} things to put right`,
  waiting: 'One moment…',
  footer: {
    help: 'Help',
    about: 'About Earmark',
  },
  workbench: {
    left: 'Interview',
    right: 'Codes',
    close: 'Close',
  },
};

export type ShellMessages = typeof shell;
