export const codebook = {
  errors: {},
  changes: {},
};
