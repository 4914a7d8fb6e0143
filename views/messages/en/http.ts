export const http = {
  errorTitle: 'That did not work',
  toOverview: 'To the project’s overview',
  toProjects: 'To all projects',
  errors: {
    notFound: () =>
      'There is nothing at this address. It may have been removed, or it is in another project.',
    noUser: () => 'This database has no user. Start Earmark with “npm start”, which makes one.',
    readOnly: () => 'You may read this project, but not change it. Ask its lead for another role.',
    tooLarge: ({ megabytes }: { megabytes: number }) =>
      `This is larger than ${megabytes} MB, the most that can be sent at once. Nothing was kept; divide it, or leave out pictures.`,
    busy: () =>
      'The database is busy with another job. Nothing was changed; what you typed is still here. Try again in a few seconds.',
    unexpected: () =>
      'Something went wrong on our side, and nothing was changed. Try again; if it happens once more, the server’s log says why.',
  },
};
