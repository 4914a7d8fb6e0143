/** Which of the labels found at the starts of lines are speakers, and which are a `Note:` in prose. */

/** Labels that recur must open at least this share of the paragraphs, or they are a report's `Source:`. */
const LEAST_SHARE = 0.1;
/** From this share on, a paragraph without a label goes on with the turn before it: long answers have several. */
const TRANSCRIPT = 0.2;
/** From this share on, a label seen once is a speaker too. */
const MOST = 0.5;

/** What interviewers and transcription services call people; recurring is enough for these. */
const ROLE =
  /^(?:interviewer|interviewee|respondent|participant|informant|moderator|facilitator|speaker|interpreter|translator|researcher|enquêteur|enquêteuse|enquêté|enquêtée|intervieweur|interviewé|interviewée|entrevistador|entrevistadora|entrevistado|entrevistada|participante|orador|interviewerin|befragte|befragter|sprecher|sprecherin|[IRPQASMF])[\s_-]*\d{0,3}$/iu;

const INTERVIEWER =
  /^(?:interviewer|interviewerin|moderator|facilitator|researcher|enquêteur|enquêteuse|intervieweur|entrevistador|entrevistadora|I|Q)[\s_-]*\d{0,3}$/iu;

/** Whether a label says by itself that this is who asks. */
export function isInterviewerLabel(label: string): boolean {
  return INTERVIEWER.test(label.trim());
}

export type Speakers = {
  isSpeaker(label: string): boolean;
  /** The text is an exchange, so that a paragraph without a label continues the turn before it. */
  transcript: boolean;
};

/**
 * `labels`: the label of every line that has one, in order. `starts`: the number of paragraphs,
 * lines with a label included.
 */
export function readSpeakers(labels: readonly string[], starts: number): Speakers {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(labelKey(label), (counts.get(labelKey(label)) ?? 0) + 1);
  const recurs = (label: string): boolean => (counts.get(labelKey(label)) ?? 0) > 1;
  const recurring = labels.filter(recurs).length;
  const most = labels.length > 1 && labels.length / starts >= MOST;
  return {
    transcript: most || recurring / starts >= TRANSCRIPT,
    isSpeaker(label) {
      return most || (recurs(label) && (recurring / starts >= LEAST_SHARE || ROLE.test(label)));
    },
  };
}

/** The finding with what people said about labels laid over it. */
export function withSaid(
  found: Speakers,
  said: ReadonlyMap<string, boolean> | undefined,
): Speakers {
  if (said === undefined || said.size === 0) return found;
  return {
    transcript: found.transcript,
    isSpeaker: (label) => said.get(labelKey(label)) ?? found.isSpeaker(label),
  };
}

/** A label as labels are compared: `Interviewer` and `INTERVIEWER` are one. */
export function labelKey(label: string): string {
  return label.toLowerCase();
}
