import { type Find, matchesOf } from './find.ts';

/** Telephone numbers spelt out: "oh seven seven double oh nine …". */

const digitWords: Readonly<Record<string, string>> = {
  zero: '0', oh: '0', o: '0', nought: '0', one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9'
}; // prettier-ignore
const digitWord = `(?:(?:double|treble|triple)[\\s-]+)?(?:${Object.keys(digitWords).join('|')})`;
const spelt = new RegExp(
  `(?<![\\p{L}\\d])(?<words>${digitWord}(?:[\\s,.-]{1,3}${digitWord}){7,13})(?![\\p{L}\\d])`,
  'giu'
);

/** The figures of words for them: "double oh" is two noughts. */
function figuresOf(words: string): string {
  let times = 1;
  let figures = '';
  for (const word of words.toLowerCase().match(/\p{L}+/gu) ?? []) {
    const digit = digitWords[word];
    if (digit === undefined) times = word === 'double' ? 2 : 3;
    else {
      figures += digit.repeat(times);
      times = 1;
    }
  }
  return figures;
}

export function findSpeltPhones(text: string): Find[] {
  return matchesOf(text, spelt).flatMap(({ start, end, groups }) =>
    /^0[127]\d{8,9}$/.test(figuresOf(groups['words'] ?? ''))
      ? [{ kind: 'phone' as const, start, end }]
      : []
  );
}
