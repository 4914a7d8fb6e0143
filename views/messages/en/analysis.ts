export const analysis = {
  errors: {},
  changes: {},
};
