export const guide = {
  errors: {},
  changes: {},
};
