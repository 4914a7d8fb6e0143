export const search = {
  errors: {},
  changes: {},
};
