/** One thing that `check` found: what kind, and what its sentence needs. Never interview text, never identities. */
export interface Problem {
  kind: ProblemKind;
  params: Readonly<Record<string, string | number>>;
}

export type ProblemKind =
  | 'database'
  | 'foreignKey'
  | 'text'
  | 'textFacts'
  | 'codingText'
  | 'codingOutside'
  | 'codingSplits'
  | 'codingElsewhere'
  | 'lostElsewhere'
  | 'lostText'
  | 'segments'
  | 'chain'
  | 'kept'
  | 'unforgotten'
  | 'originalMissing'
  | 'originalChanged';
