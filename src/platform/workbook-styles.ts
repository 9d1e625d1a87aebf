import { attribute, plainMarkup } from './markup.ts';

/** The styles of an Excel workbook that show a number as something else, by their index. */
export type NumberFormats = {
  readonly percent: ReadonlySet<number>;
  readonly date: ReadonlySet<number>;
};

/** Formats that every program knows by their number: those of dates and times, in East Asia and Thailand among them. */
const builtInDates = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
  [71, 81]
] as const;
const longestCode = 255; // that Excel takes

/**
 * How the styles of a workbook show numbers: as percentages (built-in formats 9 and 10, and those of its own with a per cent sign outside
 * quotation marks), or as dates and times. A style that names no format has that of the style it is made from.
 *
 * Source: ECMA-376, Part 1, 18.8.30 (numFmt) and 18.8.45 (xf).
 */
export function numberFormatsOf(stylesXml: string): NumberFormats {
  const percents = new Set([9, 10]);
  const dates = new Set<number>();
  for (const [first, last] of builtInDates)
    for (let id: number = first; id <= last; id += 1) dates.add(id);
  for (const [, attributes = ''] of stylesXml.matchAll(/<(?:[^\s<>/:]+:)*numFmt(?=\s)([^<>]*)>/g)) {
    const code = plainMarkup(attribute(attributes, 'formatCode') ?? '');
    const id = Number(attribute(attributes, 'numFmtId'));
    const bare = withoutWords(code);
    if (bare.includes('%')) percents.add(id);
    else percents.delete(id);
    // What stands for a built-in number is what every program knows by it.
    if (id >= 100 && bare.split(';').some(isDateCode)) dates.add(id);
  }
  const bases = formatsIn(stylesXml, 'cellStyleXfs');
  const percent = new Set<number>();
  const date = new Set<number>();
  for (const [index, style] of formatsIn(stylesXml, 'cellXfs').entries()) {
    const format = style.format ?? bases[style.base ?? -1]?.format ?? 0;
    if (percents.has(format)) percent.add(index);
    if (dates.has(format)) date.add(index);
  }
  return { percent, date };
}

/** A format's code without words between quotation marks, single letters, and colours, conditions and languages between brackets. */
function withoutWords(code: string): string {
  if (code.length > longestCode) return '';
  return code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/\[[^\]]*\]/g, '');
}

/** Whether a part of a code shows a date or a time: it speaks of years, months, days, hours, minutes or seconds, and of no digits but their parts. */
function isDateCode(part: string): boolean {
  const code = part.toLowerCase().replace(/([smhd])[.,]0{1,3}/g, '$1');
  return /[ymdhse]/.test(code) && !/[0#?%]|general|standard/.test(code);
}

type Style = { readonly format: number | null; readonly base: number | null };

function formatsIn(stylesXml: string, list: 'cellStyleXfs' | 'cellXfs'): Style[] {
  const begins = stylesXml.search(new RegExp(`<(?:[^\\s<>/:]+:)*${list}(?=[\\s>])`));
  const rest = begins < 0 ? '' : stylesXml.slice(begins);
  const ends = rest.search(new RegExp(`</(?:[^\\s<>/:]+:)*${list}(?=[\\s>])`));
  const styles = ends < 0 ? '' : rest.slice(0, ends);
  const numberOf = (text: string | undefined) => (text === undefined ? null : Number(text));
  return [...styles.matchAll(/<(?:[^\s<>/:]+:)*xf(?=[\s/>])([^<>]*)>/g)].map(
    ([, attributes = '']) => ({
      format: numberOf(attribute(attributes, 'numFmtId')),
      base: numberOf(attribute(attributes, 'xfId'))
    })
  );
}

const day = 24 * 60 * 60 * 1000; // milliseconds
const daysBefore1970 = 25_569; // as Excel counts them, with the 29 February 1900 that never was
const daysBefore1904 = 1462;
const lastMoment = 8.64e15; // milliseconds from 1970, either way

/** Whether a cell's number can be a date. */
export function isSerial(value: string): boolean {
  const number = Number(value);
  return Math.abs((number + daysBefore1904 - daysBefore1970) * day) < lastMoment;
}

/**
 * The moment that a number of a workbook stands for: days from the end of 1899, or from 1904 where the workbook counts so.
 * @example dateOfSerial(45292, false) // 1 January 2024
 */
export function dateOfSerial(serial: number, countsFrom1904: boolean): Date {
  const days = serial + (countsFrom1904 ? daysBefore1904 : 0) - daysBefore1970;
  return new Date(Math.floor(days * day));
}
