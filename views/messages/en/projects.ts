export const projects = {
  title: 'Projects',
  lead: 'One project is one study. Nothing crosses from one to another.',
  newProject: 'New project',
  name: 'Name',
  nameHint: 'For example “Labour migration evaluation, 2013”.',
  description: 'What it is about',
  create: 'Create project',
  counts: (n: { interviews: number; sources: number; codings: number }) =>
    `${n.interviews} interviews, ${n.sources} sources, ${n.codings} codings`,
  lastChange: 'last change',
  settings: {
    title: 'Settings',
    lead: 'How this project counts and reads. Each change is recorded and can be undone.',
    dateOrder: 'A date such as 03/04/2013 is read as',
    dateOrders: { day: '3 April (day first)', month: 'March 4 (month first)' },
    minCell: 'Smallest group shown in tables to share',
    minCellHint:
      'Cells with fewer respondents than this are hidden, so that nobody can be recognised. 0 hides none.',
    countsDebriefs: 'Count debriefs as interviews',
    countsDebriefsHint:
      'A debrief looks back on other interviews; counting it counts the same words twice.',
    save: 'Save settings',
    yours: 'What you typed',
    theirs: 'What stands now',
  },
  empty: 'There is no project yet.',
  emptyStep: 'Give your study a name, and begin with the people you want to talk to.',
  errors: {
    nameEmpty: () => 'A project needs a name.',
    nameLong: () => 'This name is longer than 200 characters. Put the rest into the description.',
    descriptionLong: () => 'This description is longer than 20,000 characters.',
    minCell: () => 'Write a whole number from 0 to 100.',
    noCoderName: () => 'A coding names no coder. Write the coder’s name or initials.',
  },
  changes: {
    'project.created': ({ name }: { name: string }) => `Project “${name}” created`,
    'project.changed': ({ name }: { name: string }) => `Settings of “${name}” changed`,
  },
};
