import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/sources/reading/read.ts';
import { asDocx, asHtml, asMarkdown, asOdt, asPdf, asRtf, CANONICAL } from './same.ts';

describe('the same content comes out as the same text', () => {
  it.each([
    ['plain text', 'a.txt', () => Buffer.from(CANONICAL.replaceAll('\n', '\r\n'))],
    ['Markdown', 'a.md', asMarkdown],
    ['a web page', 'a.html', asHtml],
    ['a Word document', 'a.docx', asDocx],
    ['an OpenDocument text', 'a.odt', asOdt],
    ['rich text', 'a.rtf', asRtf],
    ['a PDF', 'a.pdf', asPdf],
  ])('from %s', async (_format, name, make) => {
    expect((await readFile(name, await make())).text).toBe(CANONICAL);
  });

  it('from captions of both kinds', async () => {
    const cues = [
      ['00:00:01', '00:00:02', 'Ana: They know.'],
      ['00:00:02', '00:00:03', 'All of it.'],
      ['00:00:03', '00:00:04', 'Bo: Łódź & Да.'],
    ];
    const srt = cues
      .map(([from, to, text], n) => `${n + 1}\r\n${from},000 --> ${to},000\r\n${text}\r\n`)
      .join('\r\n');
    const vtt = cues
      .map(([from, to, text]) => `${from}.000 --> ${to}.000\n${text?.replace('&', '&amp;')}\n`)
      .join('\n');
    const texts = await Promise.all([
      readFile('a.srt', Buffer.from(srt)),
      readFile('a.vtt', Buffer.from(`WEBVTT\n\n${vtt}`)),
    ]);
    for (const { text } of texts)
      expect(text).toBe('[00:00:01] Ana: They know. All of it.\n\n[00:00:03] Bo: Łódź & Да.');
  });
});
