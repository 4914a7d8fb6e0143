import { codeLabel, treeIn } from './codes.ts';
import type { Words } from './words.ts';

/** The code that every selection takes, until Escape. */
export class Armed {
  private armed: number | null = null;

  constructor(
    private readonly document: Document,
    private readonly words: Words,
    private readonly say: (sentence: string) => void,
  ) {}

  get code(): number | null {
    return this.armed;
  }

  set code(code: number | null) {
    this.armed = code;
    const { document, words } = this;
    const sentence =
      code === null ? words('disarmed') : words('armed', { code: codeLabel(document, code) });
    const shown = document.getElementById('armed');
    if (shown) {
      shown.hidden = code === null;
      shown.textContent = sentence;
    }
    this.repaint();
    this.say(sentence);
  }

  /** Marks its row in the codebook; to be called again when the tree was replaced. */
  repaint(): void {
    for (const row of treeIn(this.document).querySelectorAll<HTMLElement>('[data-code]'))
      row.classList.toggle('is-armed', row.dataset['code'] === String(this.armed));
  }
}
