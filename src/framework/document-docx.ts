import type * as Docx from 'docx';
import {
  remarkOn,
  type DocumentCell,
  type DocumentSection,
} from '../../views/framework/document-types.ts';
import type { Messages } from '../../views/messages/index.ts';
import { withoutControls } from '../domain/xml.ts';

type Library = typeof Docx;

/**
 * The framework grid to read on paper or to attach to a report, as a Word document. Summaries stand as they were written,
 * Markdown signs included: a report's writer edits them there.
 * @param says what is in it, a sentence each
 */
export async function frameworkDocx(
  sections: readonly DocumentSection[],
  { title, says }: { title: string; says: readonly string[] },
  t: Messages,
): Promise<Uint8Array> {
  const library = await import('docx');
  const { Document, HeadingLevel, Packer } = library;
  const document = new Document({
    title,
    creator: 'Earmark',
    styles: { default: { document: { run: { font: 'Calibri', size: 22 } } } },
    sections: [
      {
        children: [
          heading(library, title, HeadingLevel.TITLE),
          ...says.map((sentence) => paragraph(library, sentence, 'soft')),
          ...sections.flatMap((section) => [
            heading(library, section.title, HeadingLevel.HEADING_1),
            ...(section.facts === '' ? [] : [paragraph(library, section.facts, 'soft')]),
            ...section.cells.flatMap((cell) => entry(library, cell, t)),
          ]),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function entry(library: Library, { title, state, body, passages }: DocumentCell, t: Messages) {
  const remark = remarkOn(t, state);
  return [
    heading(library, title, library.HeadingLevel.HEADING_2),
    ...linesOf(body).map((line) => paragraph(library, line)),
    ...(remark === '' ? [] : [paragraph(library, remark, 'soft')]),
    ...passages.flatMap(({ text, place }) => [
      ...linesOf(text).map((line) => paragraph(library, line, 'quote')),
      paragraph(library, place, 'place'),
    ]),
  ];
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

function heading(
  { Paragraph, TextRun }: Library,
  text: string,
  level: Library['HeadingLevel'][keyof Library['HeadingLevel']],
) {
  const children = [new TextRun({ text: withoutControls(text) })];
  return new Paragraph({ heading: level, keepNext: true, spacing: { after: 80 }, children });
}

const LOOKS = {
  plain: {},
  soft: { color: '595959', size: 20 },
  quote: { italics: true },
  place: { color: '595959', size: 18 },
};

function paragraph(
  { Paragraph, TextRun }: Library,
  text: string,
  look: keyof typeof LOOKS = 'plain',
) {
  // Half a centimetre, in twentieths of a point.
  const isSetIn = look === 'quote' || look === 'place';
  return new Paragraph({
    ...(isSetIn ? { indent: { left: 284 } } : {}),
    spacing: { after: 80 },
    children: [new TextRun({ text: withoutControls(text), ...LOOKS[look] })],
  });
}
