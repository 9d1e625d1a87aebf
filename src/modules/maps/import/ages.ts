import type { AgeId, Spine } from '#modules/vocabulary';

type Age = Pick<Spine['ages'][number], 'id' | 'fromMonth' | 'toMonth' | 'openEnded'>;
/** Months since birth, from and before; before birth they are below zero. Null: without an end. */
export type AgeRange = { readonly from: number; readonly before: number | null };

/** Ages that people name by a word, in months. “Pre-school” is three to five, as directories use it. */
const named: readonly (readonly [RegExp, AgeRange])[] = [
  [/\b(pregnan\w*|antenatal|ante natal|expectant|expecting|prenatal|before birth|bump)\b/, { from: -9, before: 0 }],
  [/\b(new ?borns?|postnatal|post natal)\b/, { from: 0, before: 3 }],
  [/\b(baby|babies|infants?|first year)\b/, { from: 0, before: 12 }],
  [/\b(toddlers?)\b/, { from: 12, before: 36 }],
  [/\b(pre ?schoolers?|pre ?school|nursery age)\b/, { from: 36, before: 60 }],
  [/\b(early years)\b/, { from: 0, before: 60 }],
  [/\b(reception)\b/, { from: 48, before: 60 }]
]; // prettier-ignore

/** Ages that say everybody. */
const everybody = /^(all|all ages|any|any age|all children|all families|everyone|everybody)$/;

const numbers: Readonly<Record<string, string>> = {
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8'
};

/**
 * The bands of the spine that a text about ages means, in their order: “0-5”, “18m+”, “under 2s”, “babies and toddlers”. A number without
 * a unit counts years. A band is meant where the text covers half of it, or lies in it by half.
 * Answers null where the text says no age, and an empty list where it says one that no band holds.
 *
 * @example
 * agesIn('18m+', ages) // ['months-8-36', 'months-30-60']
 */
export function agesIn(text: string, ages: readonly Age[]): AgeId[] | null {
  const plain = plainAges(text);
  if (everybody.test(plain)) return ages.map(({ id }) => id);
  const whole = rangeIn(plain);
  const ranges = whole === null ? rangesIn(plain) : [whole];
  if (ranges === null) return null;
  return ages.filter((age) => ranges.some((range) => isMeant(age, range))).map(({ id }) => id);
}

/** Small letters, one kind of dash, digits for words, units as `m`, `w` and `y`. */
function plainAges(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[‐-―−]/g, '-')
    .replace(/['’]/g, '')
    .replace(/\b(ages?|aged|children|child|years? olds?|old|inclusive|suitable|for|approx|approximately|from the age of)\b/g, (word) =>
      word.startsWith('year') ? 'years' : ' '
    ) // prettier-ignore
    .replace(/\b(one|two|three|four|five|six|seven|eight)s?\b/g, (word) => numbers[word.replace(/s$/, '')] ?? word)
    .replace(/(\d)\s*-?\s*(weeks?|wks?|w)\b/g, '$1w')
    .replace(/(\d)\s*-?\s*(months?|mths?|mos?|m)\b/g, '$1m')
    .replace(/(\d)\s*-?\s*(years?|yrs?|y)\b/g, '$1y')
    .replace(/(\d)s\b/g, '$1')
    .replace(/\bbirth\b/g, '0')
    .replace(/[().:]/g, (sign) => (sign === '.' ? '.' : ' '))
    .replace(/\s+/g, ' ')
    .trim(); // prettier-ignore
}

const number = String.raw`(\d{1,3}(?:\.\d)?)([wmy]?)`;
const between = new RegExp(String.raw`^(?:from )?${number} ?(?:-|to|until|up to|and) ?${number}$`);
const upTo = new RegExp(String.raw`^(?:under|below|up to|younger than|less than|<)[ -]?${number}$`);
const from = new RegExp(
  String.raw`^(?:from |over |above )?${number} ?(?:\+|plus|and over|and above|and up|upwards|onwards|or over|and older)$`
);
const since = new RegExp(String.raw`^(?:from|over|above|>) ?${number}$`);
const only = new RegExp(String.raw`^${number}$`);

function rangeIn(text: string): AgeRange | null {
  const two = between.exec(text);
  if (two !== null) {
    const [, low = '', lowUnit = '', high = '', highUnit = ''] = two;
    const start = monthsOf(low, lowUnit || highUnit);
    const end = monthsOf(high, highUnit || lowUnit);
    if (start > end) return null;
    // “0-5” includes children of five; “6m-18m” those of eighteen months.
    return { from: start, before: end + lengthOf(highUnit || lowUnit) };
  }
  const below = upTo.exec(text);
  if (below !== null) {
    const end = monthsOf(below[1] ?? '', below[2] ?? '');
    const includes = text.startsWith('up to') ? lengthOf(below[2] ?? '') : 0;
    return { from: 0, before: end + includes };
  }
  const above = from.exec(text) ?? since.exec(text);
  if (above !== null) return { from: monthsOf(above[1] ?? '', above[2] ?? ''), before: null };
  const one = only.exec(text);
  if (one !== null) {
    const start = monthsOf(one[1] ?? '', one[2] ?? '');
    return { from: start, before: start + lengthOf(one[2] ?? '') };
  }
  return null;
}

/** Several ages in one text: each part says one, or names one by a word. Null where a part with a number in it says none. */
function rangesIn(text: string): AgeRange[] | null {
  const ranges: AgeRange[] = [];
  for (const part of text.split(/[,;/|+]| and | or | & /)) {
    const plain = part.trim();
    const range = rangeIn(plain);
    if (range !== null) ranges.push(range);
    else {
      const words = plain.replaceAll('-', ' ');
      const found = named.filter(([form]) => form.test(words)).map(([, one]) => one);
      if (found.length === 0 && /\d/.test(plain)) return null;
      ranges.push(...found);
    }
  }
  return ranges.length === 0 ? null : ranges;
}

/** Years count twelve months each; a week is a quarter of a month. */
function monthsOf(digits: string, unit: string): number {
  return Number(digits) * (unit === 'm' ? 1 : unit === 'w' ? 0.25 : 12);
}

/** How long the last age named lasts, in months: children of “5” are so for a year. */
function lengthOf(unit: string): number {
  return unit === 'm' ? 1 : unit === 'w' ? 0.25 : 12;
}

/** A band without an end is taken to reach two years further, so that services for teenagers are not for the youngest. */
const openMonths = 24;

function isMeant(age: Age, range: AgeRange): boolean {
  // A band to 11 months holds the whole of the twelfth.
  const end = age.openEnded ? age.toMonth + openMonths : age.toMonth + (age.toMonth > 0 ? 1 : 0);
  const before = range.before ?? Infinity;
  const shared = Math.min(before, end) - Math.max(range.from, age.fromMonth);
  return shared > 0 && (shared * 2 >= end - age.fromMonth || shared * 2 >= before - range.from);
}
