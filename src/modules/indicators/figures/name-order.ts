/** By name, the partnership's own area first: areas are laid side by side, never ranked. */
export function inNameOrder<Row extends { readonly name: string; readonly isHere: boolean }>(
  rows: readonly Row[]
): Row[] {
  return [...rows].sort(
    (one, other) =>
      Number(other.isHere) - Number(one.isHere) || one.name.localeCompare(other.name, 'en-GB')
  );
}
