export { decodeAs, decodeHtml, decodeText, ENCODINGS, type Notice } from './decode.ts';
export { DOCX_TYPE, readDocx } from './docx.ts';
export { readDocument } from './document.ts';
export { readHtml } from './html.ts';
export { likeness } from './likeness.ts';
export { FileRefused, type FileRefusal } from './refused.ts';
export { sniff, type FileKind } from './sniff.ts';
export { readXlsx, writeXlsx, XLSX_TYPE, type SheetToWrite } from './xlsx.ts';
export type { Sheet, SheetRow } from './xlsx-read.ts';
