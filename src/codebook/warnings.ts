/** Something to know about an import that is not wrong: a code of the messages' `warnings`. */
export interface Warning {
  code:
    | 'columnLeft'
    | 'parentMade'
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
    | 'qdcSetsLeft'
    | 'qdcMore';
  params: Readonly<Record<string, string>>;
}
