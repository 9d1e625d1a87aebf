/** The markup that workbooks are written in, of Excel and of OpenDocument alike. */

const references: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'"
};
const lastCharacter = 0x10ffff;

/**
 * A text without the references that markup writes characters by; a reference to no character is left out.
 * @example plainMarkup('Tea &amp; toast') // 'Tea & toast'
 */
export function plainMarkup(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x?[\da-f]{1,6}|amp|lt|gt|quot|apos);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return references[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= lastCharacter ? String.fromCodePoint(code) : '';
  });
}

/**
 * A text of an Excel workbook without the way in which it writes characters that markup cannot hold.
 * @example unescaped('Two_x000A_lines') // 'Two\nlines'
 */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([\da-f]{4})_/gi, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16))
  );
}

/**
 * What a tag says of itself under a name, whatever short name stands before it; undefined where it says nothing. Walks from one attribute to
 * the next, never back.
 */
export function attribute(attributes: string, name: string): string | undefined {
  attributeForm.lastIndex = 0;
  for (;;) {
    const found = attributeForm.exec(attributes);
    if (found === null) return undefined;
    if (found[1] === name) return found[2] ?? found[3];
  }
}
// A name is tried where it begins and nowhere within it: a name of a hundred thousand signs would be tried at each of them.
const attributeForm = /(?<![^\s="'/:])([^\s="'/:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
