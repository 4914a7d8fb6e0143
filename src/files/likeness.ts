/**
 * How much a text reads like one of the languages people write: read in the wrong encoding, letters turn into others that
 * no one language has, into signs within words, and into capitals after small ones.
 */

/** Letters beyond ASCII that a language has, in small letters. */
const LANGUAGES: readonly ReadonlySet<string>[] = [
  'éèàçêâîôûùëïœæü',
  'äöüß',
  'áéíóúüñºª',
  'ãõáàâçéêíóôú',
  'àèéìòù',
  'åäöæøé',
  'ëïéèüöó',
  'áðéíóúýþæö',
  'ąćęłńóśźż',
  'áčďéěíňóřšťúůýž',
  'áäčďéíľĺňóôŕšťúýž',
  'áéíóöőúüű',
  'ăâîşţșț',
  'čćđšž',
  'çğıöşüâî\u0307',
  'ąčęėįšųūž',
  'āčēģīķļņšūž',
  'äõöüšž',
  'àáâãèéêìíòóôõùúýăđĩũơư\u0300\u0301\u0303\u0309\u0323',
  'абвгдежзийклмнопрстуфхцчшщъыьэюяё',
  'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
  'абвгдђежзијклљмнњопрстћуфхцчџш',
  'абвгдеёжзійклмнопрстуўфхцчшыьэюя',
  'αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ',
  'אבגדהוזחטיךכלםמןנסעףפץצקרשתְֱֲֳִֵֶַָֹֻּֽׁׂ',
  'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي،؛؟\u064B\u064C\u064D\u064E\u064F\u0650\u0651\u0652',
  'ءآأئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیيكى،؛؟\u200C',
  'กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลวศษสหฬอฮฯะัาำิีึืฺุูเแโใไๅๆ็่้๊๋์ํ',
].map((letters) => new Set(letters));

/**
 * Letters that languages of other scripts write most. The small letters of another script are as good a word to a program,
 * but not as good a text.
 */
const FREQUENT = new Set(
  'оеаинтсрвлкі' + 'αοιετσνηρυπ' + 'יוהלאמרתשנב' + 'اليمونتربدةع' + 'านรกอเงยวมลท่้ั',
);
const OTHER_SCRIPT = /[^\p{sc=Latin}\p{M}]|\p{sc=Thai}/u;
/** What a letter counts that is not among the frequent ones of its script. */
const RARE = 0.4;

/** Signs that people write beside words, and where: within one (`’`), or at its edge. */
const WITHIN = new Set('’ʼ‑-·');
const AT_EDGE = new Set('“”‘’„«»‹›–—…€°§№•¿¡\u00A0');
const WORST = 5;
const BAD = 1.5;

/**
 * Higher is likelier; 0 for a text of ASCII alone.
 * @param text as one encoding gives it
 */
export function likeness(text: string): number {
  const letters = new Map<string, number>();
  let score = 0;
  let before = '';
  const signs = [...text];
  signs.forEach((sign, n) => {
    if (sign > '\x7F') {
      const after = signs[n + 1] ?? '';
      const small = sign.toLowerCase();
      if (/[\uFFFD\p{Cc}\p{Cn}\p{Co}]/u.test(sign)) score -= WORST;
      else if (/[\p{L}\p{M}]/u.test(sign)) {
        for (const one of small) letters.set(one, (letters.get(one) ?? 0) + 1);
        score -= strangeness(before, sign, after);
      } else score += placed(before, sign, after);
    } else if (before > '\x7F' && /[A-Z]/u.test(sign) && /\p{Ll}/u.test(before)) score -= BAD;
    before = sign;
  });
  return score + Math.max(...LANGUAGES.map((language) => spoken(letters, language)));
}

/** Letters of the language count for it, all others against it. */
function spoken(letters: ReadonlyMap<string, number>, language: ReadonlySet<string>): number {
  let score = 0;
  for (const [letter, count] of letters)
    score += language.has(letter) ? count * weight(letter) : -count;
  return score;
}

const weight = (letter: string): number =>
  OTHER_SCRIPT.test(letter) && !FREQUENT.has(letter) ? RARE : 1;

/** A capital after a small letter, and a letter of one script beside one of another. */
function strangeness(before: string, sign: string, after: string): number {
  const isCapital = /\p{Lu}/u.test(sign);
  const isStrange = isCapital && /\p{Ll}/u.test(before);
  // Of a word in capitals the small letters are the strange ones.
  const isSmallAmongCapitals = /\p{Ll}/u.test(sign) && /\p{Lu}/u.test(after);
  return (isStrange || isSmallAmongCapitals ? BAD : 0) + (isMixed(before, sign) ? BAD : 0);
}

const isLatin = (sign: string): boolean => /\p{sc=Latin}/u.test(sign);
const isMixed = (one: string, other: string): boolean =>
  /\p{L}/u.test(one) && /\p{L}/u.test(other) && isLatin(one) !== isLatin(other);

function placed(before: string, sign: string, after: string): number {
  const isWithin = /[\p{L}\p{M}]/u.test(before) && /[\p{L}\p{M}]/u.test(after);
  if (isWithin) return WITHIN.has(sign) ? 0.5 : -BAD;
  return AT_EDGE.has(sign) ? 0.5 : -0.7;
}
