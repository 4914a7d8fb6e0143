export { decodeAs, decodeText, ENCODINGS, type Notice } from './decode.ts';
export { DOCX_TYPE, readDocx } from './docx.ts';
export { FileRefused, type FileRefusal } from './refused.ts';
export { sniff, type FileKind } from './sniff.ts';
