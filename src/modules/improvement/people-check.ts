import { scanText } from '#modules/disclosure';
import type { PeopleFind } from './problems.ts';

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
const notFree =
  /(^|\.)(id|[a-z]+Id|[a-z]+Ids|[a-z]+On|aimBy|plannedFor|version|value|numerator|denominator)$/;

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
