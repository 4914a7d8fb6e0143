/** A code as the pages show it; the slice's rows fit. */
export interface CodeView {
  id: number;
  parentId: number | null;
  name: string;
  path: string;
  names: readonly string[];
  depth: number;
  below: number;
  definition: string;
  useWhen: string;
  notWhen: string;
  example: string;
  colour: string;
  colourNumber: number;
  key: string | null;
  isCodable: boolean;
  revision: number;
}

/** Codings of a code: own, and with its sub-codes. */
export interface UsageView {
  own: number;
  all: number;
}

export interface PassageView {
  id: number;
  sourceId: number;
  source: string;
  codeId: number;
  coder: string;
  start: number;
  end: number;
  text: string;
}

export interface MemoView {
  id: number;
  html: string;
  /** Markdown. */
  body: string;
  author: string;
  updatedAt: string;
  revision: number;
  /** What was typed when it could not be saved, and why not. */
  edit: { body: string; error: string | undefined } | null;
}

/** The edit form as typed. */
export interface CodeFormView {
  name: string;
  definition: string;
  use_when: string;
  not_when: string;
  example: string;
  colour: string;
  key: string;
  structure: boolean;
  revision: string;
}

export type Errors = Readonly<Record<string, string>>;

export const codebookHref = (projectId: number, rest = ''): string =>
  `/projects/${projectId}/codebook${rest}`;
