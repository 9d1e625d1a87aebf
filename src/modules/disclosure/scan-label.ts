/**
 * What says that a number or a code is nobody's: the name of a list it is from, or the address it is part of.
 */

/** Registers of books, bodies, places and goods, and what an office numbers. None of them numbers people. */
const register =
  '(?:ISBN(?:-1[03])?|ISSN|DOI|UPRN|USRN|URN|UKPRN|LAESTAB|estab(?:lishment)?|(?:company|charity|invoice|purchase\\s+order|order|grant|award|licen[cs]e|permit|part|serial|tender|contract|quote|quotation|cheque|asset|ticket|job|stock|data\\s?set|data\\s?zone|file|table|VAT|budget|cost\\s+code|meter|product|item|ISRC|EAN|GTIN|bar\\s?code|grid\\s+ref(?:erence)?|OS\\s+(?:grid|ref)|ICD(?:-?1[01])?|SNOMED(?:\\s+CT)?)(?:\\s+(?:code|concept))?|indicator|ward|output\\s+area)';
const saysRegister = new RegExp(
  `(?<![\\p{L}\\d])${register}(?:\\s+(?:no|nos|number|numbers|code|id|ref(?:erence)?))?\\.?[\\s:#=("'“]{0,4}$`,
  'iu'
);

/** Whether the words just before `start` say that what follows is a number of a register that holds no people. */
export function isOfRegister(text: string, start: number): boolean {
  return saysRegister.test(text.slice(Math.max(0, start - 48), start));
}

/** A universally unique identifier, the name of an article (DOI) and an address of the web. */
const machineMade =
  /(?<![\p{L}\d])[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}(?![\p{L}\d])|(?<![\d.])10\.\d{4,9}\/[^\s"<>]+|(?:https?:\/\/|www\.)[^\s"<>]+/giu;

/**
 * The stretches of a text that a machine made: a number inside is seldom a person's. In an address what a word announces
 * ("nhs=", "chi=") still counts; the caller looks for that.
 */
export function machineMadeIn(text: string): { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(machineMade)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length
  }));
}
