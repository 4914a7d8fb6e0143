type P = Record<string, string | number>;

export const example = {
  changes: {
    'example.register': ({ interviews, respondents }: P) =>
      `Register of the worked example loaded: ${interviews} interviews, ${respondents} respondents`,
    'example.coded': ({ n }: P) => `Codings of the worked example loaded: ${n}`,
  },
};
