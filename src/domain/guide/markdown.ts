import { foldName, tidyName } from '../names.ts';
import { checked } from './check.ts';
import type { GuideReading, QuestionDraft } from './types.ts';

const HEADING = /^#{1,6}\s+(.*?)\s*#*$/;
const NUMBERED = /^ {0,3}(\d+[a-z]?)[.)]\s+(\S.*)$/i;
const BULLET = /^( *)[-*+]\s+(\S.*)$/;
const FIELD = /^(serves|for|prompts?)\s*:\s*(.*)$/i;
/** A bullet this far in belongs to the question above it. */
const INDENT = 2;

type Draft = GuideReading['questions'][number];

/**
 * Reads a guide written as Markdown: headings are sections (a first `#` alone is the guide's title), numbered lines are
 * questions, and what is indented below one belongs to it: bullets are prompts, `Serves:` and `For:` say what they say.
 */
export function readMarkdownGuide(text: string): GuideReading {
  const questions: Draft[] = [];
  const warnings: GuideReading['warnings'] = [];
  let section = '';
  let question: Draft | undefined;
  const begin = (line: number, number: string, words: string): void => {
    question = { line, number, section, text: words, prompts: '', serves: '', forWhom: '' };
    questions.push(question);
  };
  text.split(/\r\n|\r|\n/).forEach((raw, i) => {
    const line = i + 1;
    const content = raw.replaceAll('\t', '    ').trimEnd();
    const heading = HEADING.exec(content);
    const numbered = NUMBERED.exec(content);
    const bullet = BULLET.exec(content);
    if (content.trim() === '') return;
    if (heading) {
      section = content.startsWith('# ') ? '' : tidyName(heading[1] ?? '');
      question = undefined;
    } else if (numbered) begin(line, numbered[1] ?? '', numbered[2] ?? '');
    else if (bullet && (bullet[1] ?? '').length < INDENT) begin(line, '', bullet[2] ?? '');
    else if (question && content.startsWith(' '))
      belongs(question, bullet?.[2] ?? content.trim(), bullet !== null);
    else warnings.push({ line, reason: 'line-left-out', text: content.trim() });
  });
  return checked({ questions, warnings, problems: [] });
}

function belongs(question: Draft, words: string, isBullet: boolean): void {
  const [, field = '', value = ''] = FIELD.exec(words) ?? [];
  if (foldName(field) === 'serves') question.serves = value;
  else if (foldName(field) === 'for') question.forWhom = value;
  else if (isBullet || field !== '')
    question.prompts += (question.prompts === '' ? '' : '\n') + (value || words);
  else question.text += ` ${words}`;
}

/** The guide as Markdown that `readMarkdownGuide` reads back; line ends inside a question's text become spaces. */
export function writeMarkdownGuide(title: string, questions: readonly QuestionDraft[]): string {
  const lines = [`# ${title}`];
  let section = '';
  for (const question of questions) {
    if (question.section !== section)
      lines.push('', question.section === '' ? `# ${title}` : `## ${question.section}`);
    section = question.section;
    lines.push('', `${question.number}. ${tidyName(question.text)}`);
    const prompts = question.prompts.split('\n').filter((prompt) => prompt.trim() !== '');
    const below = [
      ...prompts.map((prompt) =>
        FIELD.test(prompt.trim()) ? `Prompt: ${prompt.trim()}` : prompt.trim(),
      ),
      ...(question.serves === '' ? [] : [`Serves: ${tidyName(question.serves)}`]),
      ...(question.forWhom === '' ? [] : [`For: ${tidyName(question.forWhom)}`]),
    ];
    lines.push(...below.map((item) => `   - ${item}`));
  }
  return `${lines.join('\n')}\n`;
}
