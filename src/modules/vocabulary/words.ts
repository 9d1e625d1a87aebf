import type { Result } from '#core/result';
import * as v from 'valibot';
import { idOf, readShape, repeatedIds, sentence, unless } from './reading.ts';
import type { PackProblem } from './types.ts';

const schema = v.strictObject({
  words: v.pipe(
    v.array(
      v.strictObject({
        id: idOf<string>(),
        word: sentence,
        /** Other forms in which it is met, such as the plural. */
        also: v.array(sentence),
        means: sentence
      })
    ),
    v.minLength(1)
  )
});

/** A word of the field, explained. */
export type FieldWord = v.InferOutput<typeof schema>['words'][number];

/** Reads the words of the field. Refuses another shape, and a word or a form that stands twice. */
export function readWords(
  json: unknown,
  file = 'words.json'
): Result<readonly FieldWord[], readonly PackProblem[]> {
  const shape = readShape(schema, json, file);
  if (!shape.ok) return shape;
  const { words } = shape.value;
  const forms = words.flatMap((one) => formsOf(one).map((form) => ({ id: form.toLowerCase() })));
  return unless(
    [...repeatedIds(file, 'words', words), ...repeatedIds(file, 'forms', forms)],
    words
  );
}

const formsOf = ({ word, also }: FieldWord): readonly string[] => [word, ...also];

/** Other names of a word, without its plural. */
export function otherNames({ word, also }: FieldWord): readonly string[] {
  const bare = (text: string) => text.toLowerCase().replaceAll(/\b(\w+?)(?:ies\b|s\b|y\b)/g, '$1');
  return also.filter((form) => bare(form) !== bare(word));
}

/** A piece of a text; with the word that it uses for the first time, or null. */
export type TextPart = { readonly text: string; readonly word: string | null };

/**
 * A text in pieces, each word of the field apart where it is used for the first time. `seen` holds the words that the page has linked
 * already, and is added to. The longest word wins, and a word within a longer one is none: “system” is not in “systematic”.
 *
 * @example
 * linkedParts('Theory of change', words, new Set()) // [{ text: 'Theory of change', word: 'theory-of-change' }]
 */
export function linkedParts(
  text: string,
  words: readonly FieldWord[],
  seen: Set<string>
): readonly TextPart[] {
  const idsByForm = new Map(
    words.flatMap((one) => formsOf(one).map((form) => [form.toLowerCase(), one.id] as const))
  );
  const forms = [...idsByForm.keys()].toSorted((one, other) => other.length - one.length);
  if (forms.length === 0) return [{ text, word: null }];
  const escaped = forms.map((form) => form.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const anyForm = new RegExp(`(?<![\\p{L}-])(${escaped.join('|')})(?![\\p{L}-])`, 'giu');
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(anyForm)) {
    const id = idsByForm.get(match[0].toLowerCase());
    if (id === undefined || seen.has(id)) continue;
    seen.add(id);
    if (match.index > from) parts.push({ text: text.slice(from, match.index), word: null });
    parts.push({ text: match[0], word: id });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), word: null });
  return parts;
}
