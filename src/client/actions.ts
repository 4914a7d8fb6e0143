/** What each act of the key table does, whether a key or a button asks for it. */
import { formatPath } from '../domain/codetree/path.ts';
import {
  isGo,
  type Act,
  type Command,
  type GoAct,
  type StepAct,
} from '../domain/workbench/keymap.ts';
import type { Bench } from './bench.ts';
import { listenToCard, openCard } from './card.ts';
import { showCodeKeys } from './code-keys.ts';
import { codingOnPage } from './chosen.ts';
import { codeLabel, pathOfCode } from './codes.ts';
import type { Find } from './find.ts';
import type { Go } from './go.ts';
import type { Picker } from './picker.ts';

/** Longest name of a code; code units. */
const NAME_LIMIT = 200;

/** @returns whether there was something to do: if not, the key is the browser's */
export type Run = (command: Command) => boolean;

export function createActions(bench: Bench, picker: Picker | null, go: Go, find: Find): Run {
  const { document, passage, chosen, armed, recent, send, words, say, tell } = bench.parts;

  /** The code used last that is still in the book; when there is none it says so. */
  const lastCode = (): number | null => {
    const code = recent.list().find((id) => pathOfCode(document, id).length > 0) ?? null;
    if (code === null) tell(words('noLast'));
    return code;
  };

  const acts: Record<Exclude<Act, StepAct | GoAct>, () => boolean | undefined> = {
    pick: () => {
      if (bench.marked()) picker?.open(passage.lastLine);
      return true;
    },
    last: () => {
      const code = lastCode();
      if (code !== null) bench.apply(code);
      return true;
    },
    arm: () => {
      const code = armed.code === null ? lastCode() : null;
      if (code !== null || armed.code !== null) armed.code = code;
      return true;
    },
    inVivo: () => {
      const name = passage.text.replace(/\s+/gu, ' ').trim();
      if (name.length > NAME_LIMIT) tell(words('inVivoLong', { limit: NAME_LIMIT }));
      else bench.create(formatPath([name]));
      return true;
    },
    memo: () => {
      const coding = bench.meant();
      if (coding) void openCard(document, send, coding.id, passage.lastLine, 'memo');
      return true;
    },
    card: () => {
      const coding = bench.meant();
      if (coding) void openCard(document, send, coding.id, passage.lastLine, 'acts');
      return true;
    },
    replace: () => {
      const coding = bench.meant();
      if (coding) picker?.open(passage.lastLine, (code) => bench.replace(coding.id, code));
      return true;
    },
    report: () => {
      const coding = bench.meant();
      if (coding) bench.report(coding);
      return true;
    },
    quote: () => {
      const coding = bench.meant();
      if (coding) bench.quote(coding.id);
      return true;
    },
    uncode: () => {
      const coding = bench.meant();
      if (coding) void send.post(`/codings/${coding.id}/remove`);
      return true;
    },
    cycle: () => {
      const { codings } = bench;
      const coding = chosen.nextOf(codings);
      if (!coding) {
        tell(words(passage.span ? 'noCoding' : 'selectFirst'));
        return true;
      }
      chosen.choose(coding.id);
      say(
        words('chosen', {
          code: codeLabel(document, coding.codeId),
          coder: coding.initials,
          at: codings.findIndex(({ id }) => id === coding.id) + 1,
          count: codings.length,
        }),
      );
      return true;
    },
    correct: () => {
      const { transcript } = bench.parts;
      const at = bench.marked()?.start;
      if (at !== undefined)
        document.location.assign(`${transcript.dataset['href'] ?? ''}/correct?at=${at}`);
      return true;
    },
    'end.grow': () => bench.grow('end', 1),
    'end.shrink': () => bench.grow('end', -1),
    'start.grow': () => bench.grow('start', -1),
    'start.shrink': () => bench.grow('start', 1),
    find: () => {
      find.open();
      return true;
    },
    search: () => document.dispatchEvent(new Event('earmark:search')),
    keys: () => {
      showCodeKeys(document);
      document.querySelector<HTMLDialogElement>('#keys')?.showModal();
      return true;
    },
    undo: () => {
      void send.post('/undo');
      return true;
    },
    redo: () => {
      void send.post('/redo');
      return true;
    },
    escape: () => {
      if (armed.code !== null) armed.code = null;
      else if (chosen.coding) chosen.choose(null);
      else if (passage.span) passage.take(null);
      else return find.close();
      return true;
    },
  };

  listenToCard(document, (what, id) => {
    if (what === 'quote') bench.quote(id);
    else if (what === 'replace') picker?.open(passage.lastLine, (code) => bench.replace(id, code));
    else {
      // The passage may be a part of the coding's.
      passage.take(codingOnPage(bench.parts.transcript, id), { scroll: false });
      picker?.open(passage.lastLine);
    }
  });

  return (command) => {
    // A key may come before the browser has told of the selection that it is meant for.
    passage.readSelection();
    if (command.act === 'code') {
      bench.apply(command.code);
      return true;
    }
    if ('unit' in command) {
      chosen.choose(null);
      passage.step(command.unit, command.by, command.extend);
      return true;
    }
    if (isGo(command.act)) {
      go(command.act);
      return true;
    }
    return acts[command.act]() ?? true;
  };
}
