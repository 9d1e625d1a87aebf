/** Numbers from one to ninety-nine as words, the words of a year's last two figures. */
const units = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const teens = [
  'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'
]; // prettier-ignore
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const belowHundred = `(?:(?:${tens.join('|')})(?:[\\s-]+(?:${units.join('|')}))?|${teens.join('|')}|${units.join('|')})`;
/** The years 1901 to 2099 in words, as the inside of a pattern without groups. */
export const yearInWords = `(?:two\\s+thousand(?:\\s+and)?(?:[\\s-]+${belowHundred})?|(?:twenty|nineteen)[\\s-]+(?:oh[\\s-]+)?${belowHundred})`;

/** "twenty twenty-one" and "two thousand and twenty-one" are 2021; null where the words are no year. */
export function yearOfWords(words: string): number | null {
  const parts: readonly string[] = words.toLowerCase().match(/[a-z]+/g) ?? [];
  const thousand = parts.indexOf('thousand');
  const century = thousand >= 0 ? 2000 : parts[0] === 'nineteen' ? 1900 : 2000;
  const rest = parts
    .slice(thousand >= 0 ? thousand + 1 : 1)
    .filter((one) => one !== 'and' && one !== 'oh');
  if (thousand < 0 && rest.length === 0) return null;
  return rest.reduce(
    (total, one) =>
      total +
      (units.includes(one)
        ? units.indexOf(one) + 1
        : teens.includes(one)
          ? teens.indexOf(one) + 10
          : (tens.indexOf(one) + 2) * 10),
    century
  );
}
