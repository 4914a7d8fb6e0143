import type * as Docx from 'docx';
import type { Messages } from '../../views/messages/index.ts';
import { withoutControls } from '../domain/xml.ts';
import type { PickedExample } from './examples.ts';
import type { CodeRow } from './queries.ts';
import type { Usage } from './usage.ts';

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What the document says besides the codes. */
export interface DocumentHead {
  project: string;
  /** Which past state it is; null for the codebook as it stands. */
  state: string | null;
  /** How many interviews count nowhere; 0 is not said. */
  withdrawn: number;
}

type Library = typeof Docx;

/** What stands in the texts now. */
export interface Counted {
  usage: ReadonlyMap<number, Usage>;
  examples: ReadonlyMap<number, readonly PickedExample[]>;
}

/**
 * The codebook to read on paper or to attach to a report: rules, examples and counts, as a Word document.
 * @param counted how often each code was used, and its picked examples; null for a past state, which has neither
 */
export async function codebookDocx(
  codes: readonly CodeRow[],
  counted: Counted | null,
  head: DocumentHead,
  t: Messages,
): Promise<Uint8Array> {
  const library = await import('docx');
  const { Document, HeadingLevel, Packer } = library;
  const words = t.codebook.document;
  const total = codes.reduce((sum, code) => sum + (counted?.usage.get(code.id)?.own ?? 0), 0);
  const summary =
    head.state === null
      ? t.codebook.summary({ codes: codes.length, codings: total })
      : `${head.state}. ${t.codebook.versions.past.codes(codes.length)}`;
  const document = new Document({
    title: words.titleOf(head.project),
    creator: 'Earmark',
    styles: { default: { document: { run: { font: 'Calibri', size: 22 } } } },
    sections: [
      {
        children: [
          paragraph(library, words.titleOf(head.project), { heading: HeadingLevel.TITLE }),
          paragraph(library, summary),
          ...(head.withdrawn > 0 ? [paragraph(library, t.consent.leftOut(head.withdrawn))] : []),
          ...codes.flatMap((code) => entry(library, code, counted, t)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** One code: its heading, its counts, its rule. */
function entry(library: Library, code: CodeRow, counted: Counted | null, t: Messages) {
  const words = t.codebook;
  const used = counted?.usage.get(code.id);
  const examples = counted?.examples.get(code.id) ?? [];
  const facts = [
    ...(used ? [words.codingsOf({ own: used.own, all: code.below > 0 ? used.all : null })] : []),
    ...(code.key === null ? [] : [`${words.key} ${code.key.toUpperCase()}`]),
    ...(code.isCodable ? [] : [words.structure]),
  ];
  const rule = [
    ['', code.definition],
    [words.useWhen, code.useWhen],
    [words.notWhen, code.notWhen],
    [words.example, code.example],
  ] as const;
  return [
    heading(library, code),
    ...(facts.length > 0 ? [paragraph(library, facts.join(' · '), { soft: true })] : []),
    ...rule.flatMap(([label, text]) => (text === '' ? [] : ruleLines(library, label, text))),
    ...examples.flatMap(({ text, source }) =>
      ruleLines(library, words.example, t.code.examples.quote(text, source)),
    ),
  ];
}

function heading({ HeadingLevel, Paragraph, TextRun, ShadingType }: Library, code: CodeRow) {
  const levels = [
    HeadingLevel.HEADING_1,
    HeadingLevel.HEADING_2,
    HeadingLevel.HEADING_3,
    HeadingLevel.HEADING_4,
    HeadingLevel.HEADING_5,
    HeadingLevel.HEADING_6,
  ];
  const fill = code.colour.slice(1);
  return new Paragraph({
    heading: levels[Math.min(code.depth, levels.length - 1)] ?? HeadingLevel.HEADING_6,
    keepNext: true,
    children: [
      // The code's colour as a square before its name; the name itself stays black, to be read on any printer.
      new TextRun({ text: '\u2002', shading: { type: ShadingType.CLEAR, fill, color: 'auto' } }),
      new TextRun({ text: ` ${withoutControls(code.depth < 6 ? code.name : code.path)}` }),
    ],
  });
}

/** A text with its label before the first line; each line is a paragraph of its own. */
function ruleLines(library: Library, label: string, text: string) {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, at) => paragraph(library, line, { label: at === 0 ? label : '' }));
}

function paragraph(
  { Paragraph, TextRun }: Library,
  text: string,
  {
    heading: level,
    label = '',
    soft = false,
  }: {
    heading?: Library['HeadingLevel'][keyof Library['HeadingLevel']];
    label?: string;
    soft?: boolean;
  } = {},
) {
  return new Paragraph({
    ...(level === undefined ? {} : { heading: level }),
    spacing: { after: 80 },
    children: [
      ...(label === '' ? [] : [new TextRun({ text: `${label}: `, bold: true })]),
      new TextRun({ text: withoutControls(text), ...(soft ? { color: '595959', size: 20 } : {}) }),
    ],
  });
}
