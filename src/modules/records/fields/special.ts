import { fieldSentences } from '#platform/fields';
import * as v from 'valibot';
import { made, type AnySchema, type Said, type Asked, type Choice, type Field } from '../field.ts';

/** Fields of several parts, and those that a person lays out or no form asks for. */

type PartsOf = Readonly<Record<string, Field>>;
type EntriesOf<Parts extends PartsOf> = { readonly [Part in keyof Parts]: Parts[Part]['schema'] };

/**
 * Numbered rows of the same parts, kept in a JSON column. Rows without any words are left out; parts that are chosen from a list
 * do not count as words.
 */
export function rows<const Parts extends PartsOf>(
  say: Said & { readonly parts: Parts; readonly most: number }
) {
  const entries = Object.fromEntries(
    Object.entries(say.parts).map(([name, part]) => [name, part.schema])
  ) as unknown as EntriesOf<Parts>; // the same names, each with its schema
  const worded = Object.entries(say.parts)
    .filter(([, part]) => !('choices' in part.asked))
    .map(([name]) => name);
  const schema = v.pipe(
    v.nullish(v.array(v.record(v.string(), v.unknown())), []),
    v.transform((given) => given.filter((one) => worded.some((name) => (one[name] ?? '') !== ''))),
    v.array(v.object(entries)),
    v.maxLength(say.most, fieldSentences.tooLong)
  );
  const asked: Asked = { as: 'rows', parts: say.parts };
  return { ...made(schema, say, asked, { isLookedThrough: true }), isJson: true as const };
}

/** A field whose form a person lays out by hand. `choices` are the words of its values, where it has a few. */
export function own<Schema extends AnySchema, const IsJson extends boolean = false>(
  schema: Schema,
  say: Said & {
    readonly choices?: readonly Choice[];
    readonly isLookedThrough?: boolean;
    readonly isJson?: IsJson;
    readonly isOptional?: boolean;
  }
): Field<Schema> & { readonly isJson: IsJson } {
  const asked: Asked = {
    as: 'own',
    ...(say.choices === undefined ? {} : { choices: say.choices })
  };
  const more = {
    isOptional: say.isOptional ?? true,
    isLookedThrough: say.isLookedThrough ?? false
  };
  // Left out means that the column is no JSON.
  return { ...made(schema, say, asked, more), isJson: (say.isJson ?? false) as IsJson };
}

/** A field that no form asks for, such as a position: what is not sent stays as it is stored. */
export function kept<Schema extends AnySchema>(
  schema: Schema,
  say: Said & { readonly isLookedThrough?: boolean }
) {
  return made(
    v.optional(schema),
    say,
    { as: 'kept' },
    { isLookedThrough: say.isLookedThrough ?? false }
  );
}
