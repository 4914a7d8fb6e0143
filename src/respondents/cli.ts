import { Invalid } from '../domain/errors.ts';
import type { AnyCommand } from '../terminal/index.ts';
import { planErasing } from './erase-plan.ts';
import { eraseRespondent } from './erase.ts';
import { getRespondent, respondentReferenced } from './queries.ts';
import { splitRespondent } from './split.ts';

const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');

export const respondentCommands: AnyCommand[] = [
  {
    name: 'respondents erase',
    usage: 'respondents erase REF [--confirm REF] [--whole INTERVIEW]… [--word WORD]…',
    summary: 'says what erasing a respondent takes away; with --confirm erases for good',
    options: {
      confirm: { type: 'string' },
      whole: { type: 'string', multiple: true },
      word: { type: 'string', multiple: true },
    },
    positionals: [1, 1],
    run: async ({ project, t, say }, { positionals: [reference = ''], values }) => {
      const ctx = await project();
      const id = await respondentReferenced(ctx, reference);
      const named = listOf(values['whole']);
      const joint = (await planErasing(ctx, id)).interviews.filter((i) => i.others.length > 0);
      const unknown = named.find((ref) => joint.every((interview) => interview.reference !== ref));
      if (unknown !== undefined)
        throw new Invalid('respondents.notJoint', { interview: unknown, reference });
      const whole = joint.filter((i) => named.includes(i.reference)).map((i) => i.id);
      if (typeof values['confirm'] !== 'string') {
        const { interviews, sources } = await planErasing(ctx, id, new Set(whole));
        say(t.respondents.erase.dryRun(reference));
        return { json: { dry_run: true, reference, interviews, sources } };
      }
      const input = { confirmed: values['confirm'], whole, words: listOf(values['word']) };
      const { value } = await eraseRespondent(ctx, id, input);
      if (!value.isComplete) say(t.respondents.erase.incomplete);
      return {
        json: {
          reference,
          interviews: value.interviews,
          sources: value.sources,
          blacked_out: value.blackedOut,
          complete: value.isComplete,
        },
      };
    },
  },
  {
    name: 'respondents split',
    usage: 'respondents split REF INTERVIEW… [--as REF]',
    summary: 'makes two respondents of one: the interviews named go to a new one',
    options: { as: { type: 'string' } },
    positionals: [2, 200],
    run: async ({ project }, { positionals: [reference = '', ...names], values }) => {
      const ctx = await project();
      const id = await respondentReferenced(ctx, reference);
      const { interviews } = await getRespondent(ctx, id);
      const moving = names.map((name) => {
        const found = interviews.find((interview) => interview.reference === name);
        if (!found) throw new Invalid('respondents.notTheirs', { interview: name, reference });
        return found.id;
      });
      const wanted = typeof values['as'] === 'string' ? values['as'] : '';
      const { value } = await splitRespondent(ctx, id, { interviews: moving, reference: wanted });
      const made = await getRespondent(ctx, value.id);
      return {
        json: {
          reference: made.respondent.reference,
          interviews: made.interviews.map((interview) => interview.reference).toSorted(),
          from: reference,
        },
      };
    },
  },
];
