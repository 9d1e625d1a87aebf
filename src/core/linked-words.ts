/** Words of the field in a text, each apart where a page uses it for the first time, to be linked to its explanation. */

/** A word that is explained: its identifier, and the forms in which it is met. */
export type LinkedWord = { readonly id: string; readonly forms: readonly string[] };

/** A piece of a text; with the word that it uses for the first time, or null. */
export type TextPart = { readonly text: string; readonly word: string | null };

/** What a list of words is looked for with, made once for each list. */
const finders = new WeakMap<readonly LinkedWord[], Finder>();

type Finder = { readonly ids: ReadonlyMap<string, string>; readonly anyForm: RegExp };

function finderOf(words: readonly LinkedWord[]): Finder {
  const known = finders.get(words);
  if (known !== undefined) return known;
  const ids = new Map(
    words.flatMap(({ id, forms }) => forms.map((form) => [form.toLowerCase(), id] as const))
  );
  const longestFirst = [...ids.keys()].toSorted((one, other) => other.length - one.length);
  const escaped = longestFirst.map((form) =>
    form.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  );
  const anyForm = new RegExp(`(?<![\\p{L}-])(${escaped.join('|')})(?![\\p{L}-])`, 'giu');
  const finder = { ids, anyForm };
  finders.set(words, finder);
  return finder;
}

/**
 * A text in pieces, each word of the field apart where it is used for the first time. `seen` holds the words that the page has linked
 * already, and is added to. The longest word wins, and a word within a longer one is none: “system” is not in “systematic”.
 *
 * @example
 * linkedParts('Theory of change', words, new Set()) // [{ text: 'Theory of change', word: 'theory-of-change' }]
 */
export function linkedParts(
  text: string,
  words: readonly LinkedWord[],
  seen: Set<string>
): readonly TextPart[] {
  if (words.length === 0) return [{ text, word: null }];
  const { ids, anyForm } = finderOf(words);
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(anyForm)) {
    const id = ids.get(match[0].toLowerCase());
    if (id === undefined || seen.has(id)) continue;
    seen.add(id);
    if (match.index > from) parts.push({ text: text.slice(from, match.index), word: null });
    parts.push({ text: match[0], word: id });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), word: null });
  return parts;
}
