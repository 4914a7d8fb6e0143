import { Invalid } from '../domain/errors.ts';
import type { Arguments } from '../terminal/index.ts';
import type { ReviewChoice } from './reading/review.ts';

/**
 * What `--tracked` and `--comments` say.
 * @throws Invalid `sources.noTracked`, `sources.noComments`
 */
export function reviewNamed({ tracked, comments }: Arguments['values']): ReviewChoice {
  if (tracked !== undefined && tracked !== 'accepted' && tracked !== 'rejected')
    throw new Invalid('sources.noTracked', { value: String(tracked) });
  if (comments !== undefined && comments !== 'leave' && comments !== 'memos')
    throw new Invalid('sources.noComments', { value: String(comments) });
  return { tracked, comments: comments === 'memos' };
}
