export const interviews = {
  errors: {},
  changes: {},
};
