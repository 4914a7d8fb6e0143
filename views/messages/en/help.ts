export const help = {
  title: 'Help',
  lead: 'How to work with Earmark, page by page.',
  noPage: 'There is no such page in the guide.',
};
