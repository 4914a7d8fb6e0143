import type { Messages } from '../../views/messages/index.ts';
import { Invalid } from '../domain/errors.ts';
import type { GuideReading } from '../domain/guide/index.ts';

/** @throws Invalid `guide.importRefused` with the first problem and how many there are besides; a guide without any passes */
export function refuseGuide(t: Messages, { problems }: GuideReading, file: string): void {
  const [first, ...others] = problems;
  if (!first) return;
  const problem = t.guide.problems[first.reason]({ text: first.text });
  const { line, column } = first;
  throw new Invalid(
    'guide.importRefused',
    { file, line, column, problem, more: others.length },
    'file',
  );
}
