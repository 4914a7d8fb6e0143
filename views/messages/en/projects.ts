export const projects = {
  title: 'Projects',
  lead: 'One project is one study. Nothing crosses from one to another.',
  newProject: 'New project',
  name: 'Name',
  nameHint: 'For example “Labour migration evaluation, 2013”.',
  description: 'What it is about',
  create: 'Create project',
  empty: 'There is no project yet.',
  emptyStep: 'Give your study a name, and begin with the people you want to talk to.',
  errors: {
    nameEmpty: () => 'A project needs a name.',
    nameLong: () => 'This name is longer than 200 characters. Put the rest into the description.',
    descriptionLong: () => 'This description is longer than 20,000 characters.',
    noCoderName: () => 'A coding names no coder. Write the coder’s name or initials.',
  },
  changes: {
    'project.created': ({ name }: { name: string }) => `Project “${name}” created`,
    'project.changed': ({ name }: { name: string }) => `Settings of “${name}” changed`,
  },
};
