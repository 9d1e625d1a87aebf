import * as fields from '#platform/fields';
import * as v from 'valibot';
import type { Asked, ChoicesFrom } from '../field.ts';

const { fieldSentences } = fields;

/** What fields that name something else have in common: the shape of an identifier, and how a form offers what may be named. */

/** Whether it has the shape of an identifier: nobody looks through those, so no words may hide in one. */
export function isName(value: string): boolean {
  return /^[\w.:-]{1,100}$/.test(value);
}

/** Any number of texts from the boxes that were ticked. */
export function chosen<Id extends string>() {
  return v.pipe(
    v.nullish(v.union([v.string(), v.array(v.string())], fieldSentences.choice), []),
    // Whether it is known is asked of the database before anything is saved.
    v.transform((value) => [value].flat().filter((one): one is Id => one !== '')),
    v.check((ids) => ids.every(isName), fieldSentences.choice)
  );
}

export function orNone<Id extends string>() {
  return v.pipe(
    v.nullish(v.string(fieldSentences.choice), ''),
    v.check((value) => value === '' || isName(value), fieldSentences.choice),
    // As in `chosen`.
    v.transform((value) => (value === '' ? null : (value as Id)))
  );
}

export function one<Id extends string>(needed: string) {
  return v.pipe(
    fields.neededText(needed),
    v.check(isName, needed),
    v.transform((value) => value as Id) // as in `chosen`
  );
}

export function pick(
  from: ChoicesFrom,
  placeholder: string | undefined
): Extract<Asked, { readonly as: 'pick' }> {
  return { as: 'pick', from, ...(placeholder === undefined ? {} : { placeholder }) };
}
