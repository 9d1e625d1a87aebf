import type { FindKind } from './find.ts';
import { scanText } from './scan-text.ts';

/** A free text that may let somebody be recognised: which field, and what was found in it. */
export type PeopleFind = { readonly field: string; readonly found: readonly FindKind[] };

/**
 * Looks through free texts for personal details. Numbers of a field name its position as forms do: `results.0.result`.
 * Fields named in `except` are passed over, however deep.
 * An empty answer is no promise: names and stories are not looked for.
 */
export function findPeople(
  texts: Readonly<Record<string, unknown>>,
  except: readonly string[] = []
): PeopleFind[] {
  return [...textsIn(texts, '', except)].flatMap(([field, text]) => {
    const found = [...new Set(scanText(text).map((find) => find.kind))];
    return found.length === 0 ? [] : [{ field, found }];
  });
}

/** Fields whose text is not written by a person: identifiers, dates, choices. */
const notFree = /(^|\.)(id|[A-Za-z]+(Id|Ids|On)|aimBy|plannedFor|version)$/;

function* textsIn(
  value: unknown,
  path: string,
  except: readonly string[]
): Generator<[string, string]> {
  if (notFree.test(path)) return;
  if (typeof value === 'string') {
    if (value !== '') yield [path, value];
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, one] of Object.entries(value)) {
      if (!except.includes(name))
        yield* textsIn(one, path === '' ? name : `${path}.${name}`, except);
    }
  }
}
