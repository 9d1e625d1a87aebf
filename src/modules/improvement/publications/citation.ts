export const notReported = 'Not reported in the publication';

/** One part of a citation: words, or an address of the web with the name of its site. */
export type CitationPart = { readonly text: string; readonly href?: string };

/**
 * A citation as it can be shown: addresses of the web become links, all else stays words in their order.
 * @example
 * citationParts('NHS Fife 2019 https://example.org/a') // [{ text: 'NHS Fife 2019' }, { text: 'example.org', href: 'https://example.org/a' }]
 */
export function citationParts(source: string): CitationPart[] {
  const parts: CitationPart[] = [];
  for (const word of source.split(/\s+/).filter((one) => one !== '')) {
    const isAddress = /^https?:\/\//.test(word) && URL.canParse(word);
    const last = parts.at(-1);
    if (isAddress) parts.push({ text: new URL(word).hostname, href: word });
    else if (last !== undefined && last.href === undefined)
      parts[parts.length - 1] = { text: `${last.text} ${word}` };
    else parts.push({ text: word });
  }
  return parts;
}
