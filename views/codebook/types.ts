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

/** A passage that stands as an example in the rule of its code. */
export interface ExampleView {
  codingId: number;
  codeId: number;
  sourceId: number;
  source: string;
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

/** A named state of the codebook. */
export interface VersionView {
  id: number;
  name: string;
  /** Number of the last change of codes that it has. */
  seq: number;
  by: string;
  at: string;
}

/** What the codebook leaves as. */
export const EXPORT_FORMATS = ['csv', 'xlsx', 'md', 'qdc', 'docx'] as const;

/** The codebook as it was after a change. */
export const pastHref = (projectId: number, seq: number): string =>
  codebookHref(projectId, `/past?at=${seq}`);

/** @param to null for now */
export const compareHref = (projectId: number, from: number, to: number | null): string =>
  codebookHref(projectId, `/compare?from=${from}&to=${to ?? 'now'}`);
