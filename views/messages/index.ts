import { en } from './en.ts';

/** Every word a person reads. `en` is the type; other languages follow it. */
export type Messages = typeof en & {
  /** The sentence for an error code such as `codebook.nameTaken`. */
  errorSentence(code: string, params: Params): string;
  /** The sentence for a change: what was done, or undone. */
  sentenceOf(entry: { kind: string; detail: Params; undoDepth: number }): string;
};

type Params = Readonly<Record<string, string | number>>;
type Sentences = Record<string, (params: never) => string>;
type Slice = { errors?: Sentences; changes?: Sentences };

/** The messages of a language. English only for now. */
export function messages(_language: 'en'): Messages {
  return { ...en, errorSentence, sentenceOf };
}

function errorSentence(code: string, params: Params): string {
  const [slice = '', name = ''] = code.split('.');
  return sentence((en as Record<string, Slice>)[slice]?.errors, name, params) ?? code;
}

function sentenceOf({
  kind,
  detail,
  undoDepth,
}: {
  kind: string;
  detail: Params;
  undoDepth: number;
}): string {
  const done = (Object.values(en) as Slice[])
    .map((slice) => sentence(slice.changes, kind, detail))
    .find((found) => found !== undefined);
  const what = done ?? kind;
  if (undoDepth === 0) return what;
  const left = Number(detail['left'] ?? 0);
  const rest = left > 0 ? `. ${en.history.left(left)}` : '';
  return (undoDepth % 2 === 1 ? en.history.undone(what) : en.history.redone(what)) + rest;
}

function sentence(
  sentences: Sentences | undefined,
  name: string,
  params: Params,
): string | undefined {
  if (!sentences || !Object.hasOwn(sentences, name)) return undefined;
  return sentences[name]?.(params as never);
}
