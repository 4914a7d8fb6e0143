import type { QdcCode, QdcSet } from '../../domain/codetree/qdc.ts';

/** Something to know about a REFI-QDA file that is not wrong. */
export interface QdcWarning {
  code:
    | 'qdcNamespace'
    | 'qdcCase'
    | 'qdcBraces'
    | 'qdcMark'
    | 'qdcGuid'
    | 'qdcGuidTwice'
    | 'qdcNameless'
    | 'qdcNameCut'
    | 'qdcNameTwice'
    | 'qdcColour'
    | 'qdcSetsEmpty'
    | 'qdcSetEmpty'
    | 'qdcSetMembers'
    | 'qdcSetCut'
    | 'qdcMore';
  params: Readonly<Record<string, string>>;
}

/** How much a codebook may hold. */
export interface QdcLimits {
  codes: number;
  /** Sets and members of them. */
  members: number;
  /** Code units of a name, and of a text. */
  name: number;
  text: number;
}

/** A code as read, with the line of the file it begins on. */
export interface ReadCode extends QdcCode {
  line: number;
  names: string[];
}

export interface ReadQdc {
  codes: ReadCode[];
  sets: QdcSet[];
  warnings: QdcWarning[];
}

/** What reading comes to: the codes, or why they cannot be read, as an error of the codebook. */
export type QdcAnswer =
  | ({ refused: null } & ReadQdc)
  | { refused: { code: string; params: Readonly<Record<string, string | number>> } };
