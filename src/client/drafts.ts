/** What was typed into one note and not acknowledged yet. */
export interface Draft {
  state: string;
  notes: string;
  /** What the note was based on: see `NoteToken`. */
  token: string;
  /** When it was typed, ISO 8601. */
  at: string;
  /** `answerPrint` or `fingerprint` of what was sent since without an answer, the newest last. */
  sent: string[];
}

const PREFIX = 'earmark:note:';
/** Sent and unanswered texts that are remembered; with the longest waits between tries that is a quarter of an hour. */
const REMEMBERED = 20;

/** Drafts in the browser's own storage; where it is full or forbidden nothing is kept, and nothing breaks. */
export class Drafts {
  constructor(private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>) {}

  get(key: string): Draft | null {
    try {
      const text = this.storage.getItem(PREFIX + key);
      return text === null ? null : (JSON.parse(text) as Draft);
    } catch {
      return null;
    }
  }

  put(key: string, draft: Draft): void {
    try {
      this.storage.setItem(
        PREFIX + key,
        JSON.stringify({ ...draft, sent: draft.sent.slice(-REMEMBERED) }),
      );
    } catch {
      // Full or forbidden: the field itself still has the words, and saving goes on.
    }
  }

  drop(key: string): void {
    this.storage.removeItem(PREFIX + key);
  }
}

/** Words as people count them: runs of anything but white space. */
export const countWords = (text: string): number => text.split(/\s+/u).filter(Boolean).length;
