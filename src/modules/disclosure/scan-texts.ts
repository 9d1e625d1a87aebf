import { peopleField } from '#core/form-state';
import { err, ok, type Result } from '#core/result';
import type { FindKind } from './find.ts';
import { scanText } from './scan-text.ts';
import { findsInWords } from './sentences.ts';

/** A free text that may let somebody be recognised: which field, and what was found in it. */
export type PeopleFind = { readonly field: string; readonly found: readonly FindKind[] };

/**
 * What was found, as sentences beside the fields of a form.
 * `nameOf` gives a field as people read it.
 */
export function peopleErrors(
  finds: readonly PeopleFind[],
  nameOf: (field: string) => string
): Record<string, string> {
  return {
    ...Object.fromEntries(finds.map((find) => [find.field, peopleSentence(find, nameOf)])),
    [peopleField]: 'Take out what could identify somebody, or tick that nobody can be recognised.'
  };
}

/** What was found in a field, as a sentence beside it. `nameOf` gives the field as people read it; one without a name is “this”. */
export function peopleSentence(
  { field, found }: PeopleFind,
  nameOf?: (field: string) => string
): string {
  const name = nameOf?.(field) ?? field;
  return `${name === field ? 'This' : `“${name}”`} may hold ${findsInWords(found)}.`;
}

/**
 * Looks through free texts for personal details before they are saved. Numbers of a field name its position as forms do:
 * `results.0.result`.
 */
export function findPeople(texts: Readonly<Record<string, unknown>>): PeopleFind[] {
  return [...textsIn(texts, '')].flatMap(([field, text]) => {
    const found = [...new Set(scanText(text).map((find) => find.kind))];
    return found.length === 0 ? [] : [{ field, found }];
  });
}

/** Fields whose text is not written by a person: identifiers, dates, choices. */
const notFree = /(^|\.)(id|[a-z]+Id|[a-z]+Ids|[a-z]+On|aimBy|plannedFor|version)$/;

function* textsIn(value: unknown, path: string): Generator<[string, string]> {
  if (notFree.test(path)) return;
  if (typeof value === 'string') {
    if (value !== '') yield [path, value];
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, one] of Object.entries(value)) {
      yield* textsIn(one, path === '' ? name : `${path}.${name}`);
    }
  }
}

/** Personal details were seen in free text, and nobody has said that they were checked. */
export type PersonalDetails = {
  readonly kind: 'personal-details';
  readonly found: readonly { readonly field: string; readonly kinds: readonly FindKind[] }[];
};

/**
 * The personal details seen in free texts, by field; null when none was seen, or when somebody said that they were checked.
 * What is not text is passed over. An empty answer is no promise: names and stories are not looked for.
 */
export function personalDetailsIn(
  texts: Readonly<Record<string, unknown>>,
  isChecked: boolean
): PersonalDetails | null {
  const found = isChecked ? [] : findPeople(texts);
  return found.length === 0
    ? null
    : {
        kind: 'personal-details',
        found: found.map((find) => ({ field: find.field, kinds: find.found }))
      };
}

/** What seems to be a personal detail, field by field, and what to do about it. `nameOf` gives a field as people read it. */
export function personalDetailsSentence(
  { found }: PersonalDetails,
  nameOf: (field: string) => string
): string {
  const places = found.map(
    ({ field, kinds }) => `“${nameOf(field)}” seems to hold ${findsInWords(kinds)}`
  );
  return `${places.join('; ')}. Take it out, or say that you have checked it.`;
}

export type MayNameSomeone = {
  readonly kind: 'may-name-someone';
  readonly finds: readonly PeopleFind[];
};

/** Refuses texts that may let somebody be recognised, until a person has looked and said that they do not. */
export function checkPeople(input: {
  readonly checkedForPeople: boolean;
}): Result<undefined, MayNameSomeone> {
  if (input.checkedForPeople) return ok();
  const finds = findPeople(input);
  return finds.length === 0 ? ok() : err({ kind: 'may-name-someone', finds });
}
