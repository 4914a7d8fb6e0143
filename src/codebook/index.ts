export { DOCX_TYPE } from './document-docx.ts';
export { addCode, addCodeIn, type NewCode } from './add.ts';
export { codebookCommands } from './cli.ts';
export { importCodebook, TableRefused, type Imported } from './import.ts';
export { codeOf, codesIn, listCodes, type CodeRow } from './queries.ts';
export { codebookRoutes } from './routes.tsx';
