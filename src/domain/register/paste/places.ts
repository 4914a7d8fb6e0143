import { fold } from './text.ts';

/** Seats of organisations that give no time zone its name. */
const SEATS = `Abuja;Addis Ababa;Ankara;Beijing;Bern;Bonn;Canberra;Dar es Salaam;Geneva;Genève;Ginebra;Hanoi;Harare;Hague;
  The Hague;Islamabad;New Delhi;Ottawa;Phnom Penh;Pretoria;Quito;Rabat;Strasbourg;Suva;Turin;Washington;
  Washington DC;Washington, D.C.;Wellington;Yaoundé;Milan;Barcelona;Lyon;Asia and the Pacific;Arab States;Middle East;
  Latin America and the Caribbean;Central and Eastern Europe;North America;The Americas`;

const LANGUAGES = ['en', 'fr', 'es'];
const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));

/** ISO 3166 countries and UN M49 regions, as the runtime's own tables name them. */
function countriesAndRegions(): string[] {
  const codes = letters.flatMap((a) => letters.map((b) => a + b));
  const regions = '001 002 003 005 009 011 013 014 015 017 018 019 021 029 030 034 035 039 053 054';
  const more = '057 061 142 143 145 150 151 154 155 202 419';
  return LANGUAGES.flatMap((language) => {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    return [...codes, ...`${regions} ${more}`.split(' ')].flatMap((code) => names.of(code) ?? []);
  });
}

/** Time zones are named after cities: `America/New_York`. */
const zoneCities = (): string[] =>
  Intl.supportedValuesOf('timeZone').flatMap((zone) =>
    zone.includes('/') ? [(zone.split('/').at(-1) ?? '').replaceAll('_', ' ')] : [],
  );

let places: ReadonlySet<string> | null = null;

const all = (): ReadonlySet<string> =>
  (places ??= new Set(
    [...countriesAndRegions(), ...zoneCities(), ...SEATS.split(/;\s*/)].map(fold),
  ));

/** Whether the whole text is a continent, region, country or well-known city. Many such words are family names too. */
export function isPlace(text: string): boolean {
  return all().has(fold(text.replace(/^[\s(]+|[\s).,:]+$/g, '')));
}
