export { addCode, addCodeIn, type NewCode } from './add.ts';
export { codeOf, codesIn, listCodes, type CodeRow } from './queries.ts';
