/** The workbench's entry: finds its parts on the page and says which key, button and click does what. */
import { announcer } from './announce.ts';
import { createActions } from './actions.ts';
import { Armed } from './armed.ts';
import { Bench } from './bench.ts';
import { closeCardWhenDone } from './card.ts';
import { Chosen, codingOnPage } from './chosen.ts';
import { listenToClicks } from './clicks.ts';
import { codeKeys, codeLabel, codesOf } from './codes.ts';
import { tendFind } from './find.ts';
import { tendFilter } from './filter.ts';
import { listenToDrags } from './drag.ts';
import { tendLegend } from './legend.ts';
import { tendMinimap } from './minimap.ts';
import { watchScreen } from './onscreen.ts';
import { tendView } from './view.ts';
import { tendHandles } from './handles.ts';
import { createGo, placeOf, tendGo } from './go.ts';
import { listenToKeys } from './keys.ts';
import { tendLive } from './live.ts';
import { PassageCursor } from './passage-cursor.ts';
import { Passage } from './passage.ts';
import { createPicker } from './picker.ts';
import { tendProgress } from './progress.ts';
import { tendRail } from './rail.ts';
import { tendReload } from './reload.ts';
import { recentCodes } from './recent.ts';
import { tendPlace } from './revisit.ts';
import { tendRule } from './rule.ts';
import { segmentsOf } from './selection.ts';
import { sender } from './send.ts';
import { spareFromHtmx } from './spare.ts';
import { watchStripes } from './stripes.ts';
import { watchSwaps } from './swapped.ts';
import { tendTip } from './tip.ts';
import { showToast, tendToasts } from './toast.ts';
import { trims } from './trim.ts';
import { Underway } from './underway.ts';
import { resend } from './unsent.ts';
import { tendUnsaved } from './unsaved.ts';
import { wordsFrom } from './words.ts';

/** Height of a label in the margin, as in `workbench.css`; px. */
const LABEL = 24;

function start(transcript: HTMLElement, pane: HTMLElement): void {
  spareFromHtmx(document, transcript);
  const words = wordsFrom(transcript.dataset['words']);
  const segments = segmentsOf(transcript);
  const { say } = announcer(document);
  const tell = (sentence: string): void => showToast(document, sentence);
  const passage: Passage = new Passage({
    pane,
    transcript,
    segments,
    trims: () => trims(localStorage),
    selects: () => !passageCursor.hasFocus,
    changed: () => passageChanged(),
  });
  const passageCursor: PassageCursor = new PassageCursor(document, () => passage.text);
  const chosen = new Chosen(transcript, segments, () => handles.place());
  const armed = new Armed(document, words, say);
  const recent = recentCodes(localStorage, transcript.dataset['project'] ?? '');
  const send = sender(transcript);
  const underway = new Underway(segments);
  const bench = new Bench({
    document,
    transcript,
    passage,
    chosen,
    armed,
    recent,
    send,
    underway,
    words,
    say,
    tell,
  });
  const handles = tendHandles(bench, segments);
  const stripes = watchStripes({
    root: pane,
    line: LABEL,
    more: (count) => words('more', { count }),
  });
  const progress = tendProgress(document, transcript, words);
  const filter = tendFilter({
    document,
    transcript,
    words,
    say,
    painted: (turns) => {
      chosen.repaint();
      stripes.repaint();
      minimap.repaint(turns);
      look();
    },
  });

  const minimap = tendMinimap(document, transcript, segments);
  const legend = tendLegend(document, segments, localStorage);
  const find = tendFind({
    ...{ document, segments, passage, words, say, tell },
    codes: () => codesSaid(),
    at: () => placeOf(bench, pane, segments),
    found: (hits) => minimap.hits(hits),
  });
  const look = watchScreen(pane, segments, (now) => {
    minimap.here(now);
    legend.show(now);
    find.here(now);
  });
  const view = tendView(document, transcript, look);
  look();
  minimap.repaint([...transcript.querySelectorAll<HTMLElement>('.turn:has(> [data-stripes])')]);

  /** The codes on the passage. Across several turns it may bear the same code in each of them: it is said once. */
  const codesSaid = (): string => {
    const ids = new Set(bench.codings.map(({ codeId }) => codeId));
    const codes = [...ids].map((id) => codeLabel(document, id)).join(', ');
    if (codes !== '') return words('passageCodes', { codes });
    return words(filter.isOn ? 'passageNoneShown' : 'passageUncoded');
  };

  const passageSaid = (): string => {
    const speaker = passage.segments[0]?.element.querySelector('.turn-speaker')?.textContent;
    return words('passage', {
      speaker: speaker ? `${speaker}: ` : '',
      text: passage.text,
      codes: codesSaid(),
    });
  };
  const setCursor = (): void => {
    if (passage.span) passageCursor.set(passage.span, passageSaid());
    else passageCursor.clear();
  };

  /** Reads the passage out when it was not selected by hand: then the reader knows. */
  const passageChanged = (): void => {
    // On a phone the bar at the foot shows what can be done with it.
    pane.parentElement?.toggleAttribute('data-marked', passage.span !== null);
    view.reveal(passage.segments);
    setCursor();
    if (!passage.span) return;
    if (passage.by === 'mouse') chosen.choose(null);
    // A value that changes is told where it has the focus, and only there.
    else if (!passageCursor.hasFocus) say(passageSaid());
  };

  const pickerBox = document.getElementById('picker');
  const picker =
    pickerBox &&
    createPicker(pickerBox, words, {
      codes: () => codesOf(document, recent.list()),
      apply: (code) => bench.apply(code),
      create: (name) => bench.create(name),
      say,
      closed: () => passage.repaint(),
    });
  const go = createGo(bench, pane, segments, find);
  const run = createActions(bench, picker, go, find);

  listenToClicks(bench);
  listenToDrags(bench, segments);
  closeCardWhenDone(document);
  listenToKeys(document, localStorage, { codes: () => codeKeys(document), run });
  tendRail(bench, run);
  tendRule(document, send);
  tendTip(document);
  tendGo(document, localStorage, go);
  tendToasts(document);
  tendLive(document, { transcript, send, words });
  tendReload(document, transcript, passage);

  document.addEventListener('earmark:coded', (event) => {
    const { id, code } = (event as CustomEvent<{ id: number; code: number }>).detail;
    recent.used(code);
    picker?.refresh(code);
    filter.keep(id);
    chosen.choose(id);
  });
  let restore = (): void => undefined;
  document.addEventListener('htmx:before:swap', () => {
    restore = passage.keepThrough();
  });
  const swaps = watchSwaps(transcript);
  document.addEventListener('htmx:after:swap', () => {
    const turns = swaps.take();
    // What writes comes before what measures, so that the page is laid out once.
    filter.refresh(turns);
    chosen.repaint();
    armed.repaint();
    progress.count(turns);
    restore();
    underway.repaint();
    handles.place();
    stripes.refresh(turns);
    minimap.repaint(turns);
    picker?.refresh();
    find.repaint();
    setCursor();
    look();
  });
  tendUnsaved(document, words);
  // htmx listens from a timer of its own that may come after the page is loaded; this one is set later than that.
  const sendKept = (): void =>
    void window.setTimeout(() => void resend({ transcript, words, tell }));
  if (document.readyState === 'complete') sendKept();
  else window.addEventListener('load', sendKept, { once: true });
  document.addEventListener('htmx:error', (event) => {
    const { ctx } = (event as CustomEvent<{ ctx?: { request: { method: string } } }>).detail;
    if (ctx && ctx.request.method !== 'GET') tell(words('offline'));
  });
  if (!tendPlace(window, { pane, transcript, segments, passage, chosen })) {
    openAddress(bench);
    // The address may name only words: then the first place with them is where to begin.
    if (passage.span === null) void find.ready.then(() => find.begin());
  }
}

/** The address may name a coding or a place: it is marked, and brought to the screen. */
function openAddress({ parts: { transcript, passage, chosen } }: Bench): void {
  const { at, coding } = transcript.dataset;
  const named = coding ? codingOnPage(transcript, Number(coding)) : null;
  if (named) {
    passage.take(named);
    chosen.choose(named.id);
  } else if (at) {
    const [start = 0, end = 0] = at.split('-').map(Number);
    passage.take({ start, end });
    // Until here the server's own mark showed the place; from now on the passage can move.
    for (const mark of transcript.querySelectorAll('.passage')) mark.classList.remove('passage');
  }
}

const transcript = document.getElementById('transcript');
const pane = document.getElementById('text-pane');
if (transcript && pane) start(transcript, pane);
