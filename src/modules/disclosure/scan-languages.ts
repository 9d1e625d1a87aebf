/**
 * How a date of birth is announced in other languages that families and their workers write, and their names of months. Each is the inside
 * of a pattern without groups. Welsh and Gaelic have verbs with the name of the child between them and the day.
 */

/** Names of date of birth and birthday: what follows is a date. */
export const birthWordsElsewhere = [
  'dyddiad\\s+(?:ei\\s+)?geni', 'pen-?\\s?blwydd', // Welsh
  'ceann-latha\\s+breith', 'latha[\\s-]+breith', 'c[oò]-?\\s?l[aà](?:tha)?-?\\s?breith', // Gaelic
  'dáta\\s+breithe', // Irish
  'data\\s+ur(?:odzenia|\\.)', 'urodziny', '(?:ur|urodz)\\.', // Polish
  'data\\s+na(?:ș|ş|s)terii', 'data\\s+di\\s+nascita', 'data\\s+de\\s+nasc?imento', 'fecha\\s+de\\s+nacimiento',
  'date\\s+de\\s+naissance', 'geburtsdatum', 'geburtstag', 'gimimo\\s+data', 'dzimšanas\\s+datums', 'datum\\s+narození',
  'dátum\\s+narodenia', 'születési\\s+(?:dátum|idő)', 'do(?:ğ|g)um\\s+tarihi', 'taariikhda\\s+dhalashada', 'datëlindja',
  'дата\\s+(?:народження|рождения|на\\s+раждане)', 'تاريخ\\s+(?:ال)?(?:ميلاد|ولادة)', 'تاریخ\\s+(?:پیدائش|تولد)',
  'जन्म\\s*(?:तिथि|तारीख)', 'ਜਨਮ\\s*(?:ਮਿਤੀ|ਤਾਰੀਖ)', 'জন্ম\\s*(?:তারিখ|তািরখ)', '出生日期'
].join('|'); // prettier-ignore

/** Verbs for being born; up to three words, a name among them, may stand before the day. */
export const bornElsewhere = [
  'ganwyd', 'ganed', '(?:ei|wedi[\u2019\']i)\\s+(?:g|ch)eni', 'rugadh',
  'urodził[ao]?(?:\\s+się)?', 'urodzon[aey]', 'născut[ăa]?', 'née?\\s+le', 'nacid[oa]', 'nascid[oa]', 'nat[oa]\\s+il', 'geboren',
  'gim(?:ė|ęs|usi)', 'ولدت?', 'وُلدت?', 'مواليد', 'родил(?:ся|ась)', 'народил(?:ся|ася)'
].join('|'); // prettier-ignore
/** "On", before the day. */
export const onElsewhere =
  '(?:ar|air|le|el|il|am|la|pe|w\\s+dniu|dnia|dn\\.|em|di|في|بتاريخ|يوم)\\s+(?:y\\s+|an\\s+)?';

/** What makes "3ydd o Ebrill" and "12mh den Mhàrt" the third and the twelfth of a month. */
export const ordinalElsewhere = '(?:ydd|ail|fed|ed|eg|ain|af|mh|na|er)';
export const ofElsewhere = '(?:o|de|(?:latha\\s+)?(?:den|dhen))';

/** Each month by the beginnings of its names, in small letters without accents. Where two begin alike the longer is looked for first. */
const beginnings: readonly (readonly string[])[] = [
  ['ionawr', 'faoill', 'stycz', 'ianuarie', 'januar', 'janvier', 'enero'],
  ['chwefror', 'gearran', 'lut', 'februar', 'fevrier', 'febrero'],
  ['mawrth', 'mart', 'marc', 'mars', 'marz'],
  ['ebrill', 'giblean', 'kwie', 'aprilie', 'avril', 'abril'],
  ['mai', 'ceitean', 'maj', 'mayo'],
  ['mehefin', 'ogmhios', 'czerw', 'iunie', 'juin', 'junio'],
  ['gorffennaf', 'iuchar', 'lip', 'iulie', 'juillet', 'julio'],
  ['awst', 'lunastal', 'sierp', 'aout', 'agosto'],
  ['medi', 'sultain', 'wrze', 'septiembre', 'septembr'],
  ['hydref', 'damhair', 'pazdz', 'octombrie', 'octobre', 'octubre'],
  ['tachwedd', 'samhain', 'listopad', 'noiembrie', 'novembre', 'noviembre'],
  ['rhagfyr', 'dubhlachd', 'grud', 'decembrie', 'decembre', 'diciembre']
];

/** Names of months in Welsh, Gaelic, Polish, Romanian, French and Spanish. */
export const monthElsewhere =
  '(?:ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr' +
  "|(?:an\\s+|am\\s+|a[’']\\s*)?(?:(?:fh?|t-?)aoilleach|gh?earran|m[hà]+rt|ghiblean|giblean|ch?[eè]itean|[oò]gmhios|iuchar|l[uù]nastal|t?-?sultain|dh?[aà]mhair|t?-?samhain|d[uù]bhlachd)" +
  '|stycz(?:eń|nia)|lut(?:y|ego)|marc(?:a|zec)|marzec|kwie(?:cień|tnia)|maja?|czerw(?:iec|ca)|lip(?:iec|ca)|sierp(?:ień|nia)|wrze(?:sień|śnia)|pa[zź]dziernika?|listopada?|grud(?:zień|nia)' +
  '|ianuarie|februarie|martie|aprilie|iunie|iulie|septembrie|octombrie|noiembrie|decembrie' +
  '|janvier|f[eé]vrier|mars|avril|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[eé]cembre' +
  '|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)';

/** Which month, 1 to 12, a name of one of these languages is; 0 for none. */
export function monthOfElsewhere(name: string): number {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^(?:an\s+|am\s+|a[’']\s*)/, '')
    .replace(/^t-/, '')
    .replace(/^taoill/, 'faoill')
    .replace(/^([gcdmf])h(?=[aei])/, (_, first: string) => first);
  return (
    beginnings.findIndex((names) => names.some((beginning) => plain.startsWith(beginning))) + 1
  );
}
