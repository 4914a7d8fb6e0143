import { foldName, tidyName } from '../names.ts';
import type { GuideReading } from './types.ts';

/** Numbers the questions that have none, and names those that cannot be kept. */
export function checked(reading: GuideReading): GuideReading {
  const problems = [...reading.problems];
  const taken = new Set(reading.questions.map((question) => foldName(question.number)));
  const seen = new Set<string>();
  let next = 1;
  const free = (): string => {
    while (taken.has(String(next))) next += 1;
    taken.add(String(next));
    return String(next);
  };
  const questions = reading.questions.map((question) => {
    const number = tidyName(question.number);
    const { line } = question;
    if (question.text.trim() === '')
      problems.push({ line, column: 1, reason: 'no-text', text: number });
    if (number !== '' && seen.has(foldName(number)))
      problems.push({ line, column: 1, reason: 'number-twice', text: number });
    seen.add(foldName(number));
    return {
      ...question,
      number: number === '' ? free() : number,
      section: tidyName(question.section),
      text: question.text.trim(),
      prompts: question.prompts.trim(),
      serves: tidyName(question.serves),
      forWhom: tidyName(question.forWhom),
    };
  });
  if (questions.length === 0 && problems.length === 0)
    problems.push({ line: 1, column: 1, reason: 'no-questions', text: '' });
  return { ...reading, questions, problems };
}
