import {
  buildPastedRegister,
  type Decisions,
  type DoubtReason,
  type LineKind,
  type PastedInterview,
  type PasteDoubt,
  type PastedReading,
  type PasteOptions,
} from '../../../../src/domain/register/paste/index.ts';

export const NOBODY: PasteOptions['known'] = { respondents: [], interviewers: [] };

export function read(text: string, options: Partial<PasteOptions> = {}): PastedReading {
  return buildPastedRegister(text, { order: null, known: NOBODY, ...options });
}

export const decided = (text: string, decisions: Decisions): PastedReading =>
  read(text, { decisions });

export const kinds = (reading: PastedReading): LineKind[] => reading.lines.map((line) => line.kind);

/** The interview at this place; a missing one fails the test that asks for it. */
export function interview(reading: PastedReading, place = 0): PastedInterview {
  const found = reading.interviews[place];
  if (!found) throw new Error(`there is no interview ${place}`);
  return found;
}

export const names = (reading: PastedReading): string[][] =>
  reading.interviews.map((i) => i.respondents.map((respondent) => respondent.name));

export const departments = (reading: PastedReading): string[] =>
  reading.interviews.map((i) => i.respondents[0]?.department ?? '');

export const doubts = (reading: PastedReading, reason: DoubtReason): PasteDoubt[] =>
  reading.doubts.filter((doubt) => doubt.reason === reason);

/** A list of nobody in the manner of those that come out of a printed report. */
export const LIST = ` Annex 2 List of people and bodies met
Name Department Date  Interviewers
Nairobi
Tora Melk SEED-FW 14.2.2011 KP & RtH
Ilse Brandvik HARVEST 14.2.2011 KP & RtH
Friends of the
Farmers' group
  14.2.2011 KP & RtH
Odd Rasmusgard Technical Adviser and
Norms (Nairobi)
14.2.2011 KP & RtH
Wenche Solbakk-
Dahl
HARVEST 26.2.11 DOb
Pia Quist HARVEST 27.2.11 DOb
Liv Mona Aasen
Torvald
Nora Fjeld HARVEST 26.2.11 RRtH
Inga Holt SOIL/WATER 27.2.11 RRtH
Runa Vik
Marit Bakke Senior Harvest
Specialist
27.2.11 RRtH
Wenche Solbakk-
Dahl (2nd)
HARVEST 21.4.11 RRtH
Pia Quist
(2nd)
HARVEST 21.4.11 RRtH
Accra
Sol Ness ACCRA 22.3.11-
25.3.11
KP &RRtH
FHB KLM  ACCRA 24.3.11 KP &RRtH
Lars de Boer ACCRA 23.3.11 KP &RRtH
MOF (6 people) ACCRA 25.3.11 KP &RRtH
Fish Union
Delegates (3
ACCRA 26.3.11 KP &RRtH
 persons)
Nora Fjeld
(INTERVIEW ABOUT
ACCRA)
HARVEST 18.3.11 DOb & KP &
RRtH
Debrief with senior
officers
  8.4.11 RtH & LL
Africa
Mr.
Ola Nordby
Deputy Director
Fair Harvest Team for
Eastern and Southern
Africa.
21.4.11 RRtH
Siri Moe Chief of the 17,4,11 LL
 Planning Services
in the Regional Office
(The East)
Outside Interviews
Kari Lund Director of Research,
ABC
22,4,11 KP`;
