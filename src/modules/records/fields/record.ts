import * as fields from '#platform/fields';
import * as v from 'valibot';
import { made, type Said, type DeclaredOther } from '../field.ts';
import { chosen, pick } from './identifiers.ts';

const { fieldSentences } = fields;

/** Fields that name other records of the partnership. */

const uuid = v.pipe(v.string(), v.uuid());

/** A record of another kind of this partnership, which must be chosen. */
export function record<Id extends string = string>(
  say: Said & { readonly of: DeclaredOther; readonly needed: string }
) {
  const schema = v.pipe(
    v.string(say.needed),
    v.uuid(say.needed),
    v.transform((value) => value as Id) // whether it is there is asked before anything is saved
  );
  return made(schema, say, { as: 'pick', from: say.of }, { isOptional: false });
}

/**
 * The record of another kind that this one is part of. It is named when one is added, has to be here (`not-found`), and never changes;
 * what only one may hold, only one may hold in it.
 */
export function partOf<Id extends string = string>(say: Said & { readonly of: DeclaredOther }) {
  const parent = made(fields.id<Id>(), say, { as: 'parent', of: say.of }, { isOptional: false });
  return { ...parent, isParent: true as const };
}

/** A record of another kind of this partnership, or null. */
export function recordOrNone<Id extends string = string>(
  say: Said & { readonly of: DeclaredOther; readonly placeholder?: string }
) {
  return made(fields.optionalId<Id>(), say, pick(say.of, say.placeholder));
}

/** Any number of records of another kind. */
export function records<Id extends string = string>(say: Said & { readonly of: DeclaredOther }) {
  const schema = v.pipe(
    chosen<Id>(),
    v.check((ids) => ids.every((id) => v.is(uuid, id)), fieldSentences.choice)
  );
  return made(schema, say, { as: 'picks', from: say.of });
}
