import type { LinkedWord } from '#core/linked-words';
import type { Result } from '#core/result';
import * as v from 'valibot';
import { idOf, readShape, repeatedIds, sentence, unless } from './reading.ts';
import type { PackProblem } from './types.ts';

/** What a word is about, in the order in which the page explains them. */
export const wordTopics = ['working-together', 'evidence-and-need', 'changing', 'figures'] as const;

export const wordTopicNames: Readonly<Record<(typeof wordTopics)[number], string>> = {
  'working-together': 'Working together',
  'evidence-and-need': 'Evidence and need',
  changing: 'Trying and changing',
  figures: 'Figures and charts'
};

const schema = v.strictObject({
  words: v.pipe(
    v.array(
      v.strictObject({
        id: idOf<string>(),
        word: sentence,
        /** Other forms in which it is met, such as the plural. */
        also: v.array(sentence),
        means: sentence,
        topic: v.picklist(wordTopics),
        /** A word of everyday English too: it is explained, and linked on the pages of stages alone. */
        everyday: v.optional(v.boolean(), false)
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

/** The words as texts are looked through for them. */
export function wordsToLink(words: readonly FieldWord[]): readonly LinkedWord[] {
  return words.map((one) => ({ id: one.id, forms: formsOf(one) }));
}

/** Other names of a word, without its plural. */
export function otherNames({ word, also }: FieldWord): readonly string[] {
  const bare = (text: string) => text.toLowerCase().replaceAll(/\b(\w+?)(?:ies\b|s\b|y\b)/g, '$1');
  return also.filter((form) => bare(form) !== bare(word));
}
