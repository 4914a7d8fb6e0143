import type { Messages } from '../messages/index.ts';

export interface RespondentChoice {
  id: number;
  /** R-07 */
  reference: string;
  hint: string;
}

export interface SpeakerLine {
  id: number;
  label: string;
  who: string;
  turns: number;
  words: number;
  sample: string;
}

export interface GuideQuestion {
  id: number;
  number: string;
  text: string;
}

type Options = { value: string | number; label: string }[];
type Group = { label: string; options: Options };

const named = ({ reference, hint }: RespondentChoice): string =>
  hint === '' ? reference : `${reference} · ${hint}`;

/** A group of choices, left out when there is none in it. */
export const group = (label: string, options: Options): Group[] =>
  options.length === 0 ? [] : [{ label, options }];

export const respondentOptions = (
  respondents: readonly RespondentChoice[],
  valueOf: (id: number) => string = String,
): Options =>
  respondents.map((respondent) => ({ value: valueOf(respondent.id), label: named(respondent) }));

/** Other spellings offered at most: those who say most. */
const MOST_SAME = 60;

/** Who a label can be, in the order in which most are chosen. */
export function whoOptions(
  t: Messages['structure']['speakers'],
  respondents: readonly RespondentChoice[],
  isOfInterview: boolean,
  same: readonly SpeakerLine[],
  own: { id: number; who: string } | null,
): (Options[number] | Group)[] {
  const isOffered = ({ id, who }: SpeakerLine): boolean =>
    id !== own?.id && who !== 'none' && !who.startsWith('same-');
  const offered = same.filter(isOffered).slice(0, MOST_SAME);
  const chosen = same.find(({ id }) => own?.who === `same-${id}`);
  const others = chosen && !offered.includes(chosen) ? [...offered, chosen] : offered;
  return [
    { value: 'interviewer', label: t.interviewer },
    { value: 'nobody', label: t.nobody },
    { value: 'none', label: t.noneOption },
    ...group(isOfInterview ? t.ofInterview : t.respondents, respondentOptions(respondents)),
    ...group(
      t.same,
      others.map(({ id, label }) => ({ value: `same-${id}`, label })),
    ),
  ];
}

/** What question can begin at a place. */
export function questionOptions(
  t: Messages['structure']['questions'],
  questions: readonly GuideQuestion[],
): (Options[number] | Group)[] {
  return [
    { value: 'found', label: t.found },
    ...group(
      t.ofGuide,
      questions.map(({ id, number, text }) => ({
        value: id,
        label: `${number} ${text.length > 90 ? `${text.slice(0, 88)} …` : text}`,
      })),
    ),
    { value: 'goesOn', label: t.goesOn },
    { value: 'none', label: t.noneHere },
  ];
}
