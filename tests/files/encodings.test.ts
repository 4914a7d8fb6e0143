import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeAs, decodeText, ENCODINGS } from '../../src/files/index.ts';

/** A few sentences of each language, all invented. */
const TALK = {
  French:
    'Les élèves étaient très déçus de l’école fermée. « Oui », a-t-elle répondu à la fin de l’été, où ça coûtait déjà très cher à Genève.',
  'plain French':
    "Les élèves étaient très déçus de l'école fermée. A la fin de l'été ça coûtait déjà très cher à Genève.",
  'French with œ': "Le cœur de l'œuvre coûtait 5 € à la sœur aînée, déjà très déçue.",
  German:
    'Über die Straße gingen fünf größere Männer, während die Behörde schließlich für zwölf Monate geöffnet blieb.',
  Spanish: '¿Cuándo volvió el señor Núñez a la región? Según él, mañana habrá más información.',
  Danish: 'Børnene på øen gik tidligt i seng, fordi læreren også var træt. Hvornår kører båden?',
  Polish:
    'Pracownicy rozmawiali o migracji zarobkowej. Życie było trudne, więc wyjechaliśmy do Łodzi. Ktoś zażądał większej płacy.',
  Czech:
    'Dělníci hovořili o pracovní migraci a jejich právech. Život byl těžký, a proto odešli už v září.',
  Hungarian:
    'A munkások a jogaikról beszéltek. Őszintén szólva nagyon hűvös volt, és többen elköltöztek.',
  Russian:
    'Мы обсуждали трудовую миграцию и права рабочих в разных странах региона. Люди говорили, что им было трудно.',
  Ukrainian:
    'Ми обговорювали трудову міграцію та права працівників. Їм було важко знайти її в місті.',
  Greek:
    'Οι εργαζόμενοι συζήτησαν για τη μετανάστευση. Ήταν πολύ δύσκολο να βρουν δουλειά στην πόλη.',
  Turkish:
    'İşçiler göç ve haklar hakkında konuştular. Şehirde iş bulmak çok güçtü, çünkü ücretler düşüktü.',
  Hebrew: 'העובדים דיברו על הגירה ועל זכויות באזור. היה קשה מאוד למצוא עבודה בעיר.',
  Arabic: 'ناقش العمال الهجرة والحقوق في المنطقة. كان من الصعب جدا العثور على عمل في المدينة.',
  Lithuanian:
    'Darbininkai kalbėjo apie teises. Mieste buvo labai sunku rasti darbą, todėl daugelis išvyko į užsienį. Žmonės grįžta.',
  Thai: 'คนงานพูดคุยเกี่ยวกับการย้ายถิ่นและสิทธิในภูมิภาค มันยากมากที่จะหางานทำในเมือง',
  Japanese: '労働移民についての会議が開催されました。多くの人が参加しました。カタカナも使います。',
  Chinese: '工人们讨论了移民和该地区的权利。在城市里找工作非常困难，所以许多人出国了。',
  'traditional Chinese':
    '工人們討論了移民和該地區的權利。在城市裡找工作非常困難，所以許多人出國了。',
  Korean:
    '노동자들은 이주와 지역의 권리에 대해 이야기했습니다. 도시에서 일자리를 찾기가 매우 어려웠습니다.',
};
type Language = keyof typeof TALK;

/** What people have files in, as the programs of their time and place wrote them. */
const FILES: [encoding: string, Language][] = [
  ['UTF-8', 'Chinese'],
  ['UTF-16LE', 'French'],
  ['UTF-16LE', 'Russian'],
  ['UTF-16LE', 'Japanese'],
  ['UTF-16BE', 'Chinese'],
  ['UTF-16BE', 'Arabic'],
  ['windows-1250', 'Polish'],
  ['windows-1250', 'Czech'],
  ['windows-1250', 'Hungarian'],
  ['windows-1251', 'Russian'],
  ['windows-1251', 'Ukrainian'],
  ['windows-1252', 'French'],
  ['windows-1252', 'German'],
  ['windows-1252', 'Spanish'],
  ['windows-1252', 'Danish'],
  ['windows-1253', 'Greek'],
  ['windows-1254', 'Turkish'],
  ['windows-1255', 'Hebrew'],
  ['windows-1256', 'Arabic'],
  ['windows-1257', 'Lithuanian'],
  ['windows-874', 'Thai'],
  ['ISO-8859-1', 'plain French'],
  ['ISO-8859-1', 'Spanish'],
  ['ISO-8859-2', 'Polish'],
  ['ISO-8859-2', 'Czech'],
  ['ISO-8859-4', 'Lithuanian'],
  ['ISO-8859-5', 'Russian'],
  ['ISO-8859-6', 'Arabic'],
  ['ISO-8859-7', 'Greek'],
  ['ISO-8859-8', 'Hebrew'],
  ['ISO-8859-9', 'Turkish'],
  ['ISO-8859-13', 'Lithuanian'],
  ['ISO-8859-15', 'French with œ'],
  ['KOI8-R', 'Russian'],
  ['KOI8-U', 'Ukrainian'],
  ['macintosh', 'French'],
  ['macintosh', 'German'],
  ['macintosh', 'Danish'],
  ['maccyrillic', 'Russian'],
  ['maccenteuro', 'Polish'],
  ['IBM850', 'German'],
  ['IBM866', 'Russian'],
  ['Shift_JIS', 'Japanese'],
  ['EUC-JP', 'Japanese'],
  ['EUC-KR', 'Korean'],
  ['GB18030', 'Chinese'],
  ['Big5', 'traditional Chinese'],
];

describe('a text file comes in without one wrong character', () => {
  it.each(FILES)('in %s, in %s, although it does not say so', (encoding, language) => {
    const text = TALK[language];
    const bytes = iconv.encode(text, encoding, { addBOM: false });
    expect(iconv.decode(bytes, encoding), 'the encoding has these letters').toBe(text);
    expect(decodeText(bytes)?.text).toBe(text);
  });

  it.each(FILES)('in %s, in %s, also with a page of English before', (encoding, language) => {
    const text = `${'We met in the office and nobody took notes. '.repeat(60)}\n${TALK[language]}`;
    expect(decodeText(iconv.encode(text, encoding, { addBOM: false }))?.text).toBe(text);
  });

  it.each(FILES)('in %s, in %s, when the encoding is chosen', (encoding, language) => {
    const bytes = iconv.encode(TALK[language], encoding, { addBOM: false });
    expect(decodeAs(bytes, encoding)).toMatchObject({ text: TALK[language], notices: [] });
  });

  it('in words in capitals', () => {
    const text = 'ПРАВА РАБОЧИХ В РЕГИОНЕ. ÉCOLE';
    const russian = text.slice(0, text.indexOf(' ÉCOLE'));
    expect(decodeText(iconv.encode(russian, 'windows-1251'))?.text).toBe(russian);
  });
});

describe('the encodings that are offered', () => {
  it.each(ENCODINGS)('%s is one that the program can read', (encoding) => {
    expect(iconv.encodingExists(encoding)).toBe(true);
  });

  it('hold every one that a guess can be', () => {
    for (const [encoding] of FILES) expect(ENCODINGS).toContain(encoding);
  });
});
