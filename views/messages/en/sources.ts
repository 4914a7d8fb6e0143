export const sources = {
  errors: {},
  changes: {},
};
