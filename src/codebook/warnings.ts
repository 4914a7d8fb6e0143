import type { QdcWarning } from '../files/index.ts';

/** Something to know about an import that is not wrong: a code of the messages' `warnings`. */
export interface Warning {
  code: QdcWarning['code'] | 'columnLeft' | 'parentMade';
  params: Readonly<Record<string, string>>;
}
