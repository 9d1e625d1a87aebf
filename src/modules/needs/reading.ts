import type { PackProblem } from '#modules/vocabulary';

export { readShape } from '#modules/vocabulary';

/** A problem for every id that stands twice in a list. */
export function repeatedIds(
  file: string,
  path: string,
  list: readonly { readonly id: string }[]
): PackProblem[] {
  return list.flatMap(({ id }, index) =>
    list.findIndex((other) => other.id === id) === index
      ? []
      : [{ kind: 'repeated-id' as const, file, path: `${path}.${index}`, id }]
  );
}

/** A problem for every id that is not among those known. */
export function unknownIds(
  file: string,
  known: ReadonlySet<string>,
  used: readonly { readonly path: string; readonly id: string }[]
): PackProblem[] {
  return used
    .filter(({ id }) => !known.has(id))
    .map(({ path, id }) => ({ kind: 'unknown-id' as const, file, path, id }));
}
