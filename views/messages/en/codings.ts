export const codings = {
  errors: {},
  changes: {},
};
