const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december'
];
const fewestLetters = 3;

/**
 * 1 to 12 from the English name of a month or its beginning, three letters or more; 0 when it is none.
 *
 * @example monthNumber('Sept') // 9
 */
export function monthNumber(name: string): number {
  const given = name.toLowerCase();
  if (given.length < fewestLetters) return 0;
  return monthNames.findIndex((month) => month.startsWith(given)) + 1;
}
