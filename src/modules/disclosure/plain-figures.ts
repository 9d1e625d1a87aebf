/**
 * Figures and letters as people's own keyboards and copied pages write them, made plain before a text is looked through. Every character
 * stays one UTF-16 unit, so that positions hold in the text as it was written.
 */

/** The noughts of scripts in which families write figures: Arabic, Persian and Urdu, Devanagari, Bengali, Gurmukhi, Gujarati, full width. */
const noughts = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0xff10];
const otherDigits = new RegExp(
  `[${noughts.map((nought) => `\\u{${nought.toString(16)}}-\\u{${(nought + 9).toString(16)}}`).join('')}]`,
  'gu'
);
/** Letters and marks of full width lie so far beyond the plain ones. */
const fullWidth = 0xfee0;
/** What nobody sees: soft hyphens, joiners, and marks that turn the direction of writing. */
const unseen = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * A text with plain figures, and with blanks for what nobody sees.
 *
 * @example
 * plainFigures('٠٧٧٠٠ ٩٠٠١٢٣') // '07700 900123'
 */
export function plainFigures(text: string): string {
  return text
    .replace(otherDigits, (digit) => {
      const nought = noughts.findLast((one) => one <= digit.charCodeAt(0)) ?? 0;
      return String(digit.charCodeAt(0) - nought);
    })
    .replace(/[\uff0b-\uff5a]/g, (one) => String.fromCharCode(one.charCodeAt(0) - fullWidth))
    .replace(unseen, ' ');
}
