export const help = {
  title: 'Help',
  contents: 'The guide',
  errors: {
    noPage: () => 'There is no such page in the guide. Its contents are at /help.',
  },
};
