import { filterStudy, type StudyFilter } from '../../../src/domain/crosstab/filter.ts';
import type { Study, StudyCoding } from '../../../src/domain/crosstab/study.ts';

const WHOLE: StudyFilter = {
  respondents: null,
  interviews: null,
  sources: null,
  coders: null,
  questions: null,
};

/** A study limited to part of it; what is not named is not limited. */
export const limited = <C extends StudyCoding>(
  study: Study<C>,
  filter: Partial<StudyFilter>,
): Study<C> => filterStudy(study, { ...WHOLE, ...filter });
