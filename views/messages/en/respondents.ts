export const respondents = {
  errors: {},
  changes: {},
};
