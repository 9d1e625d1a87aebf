/** The part of an address that says beside what an indicator is shown; empty for the usual comparators. */
export function besideOf(params: URLSearchParams): string[] {
  return params.getAll('beside').filter((id) => id !== '');
}

/** The same as the end of an address: "?beside=own&beside=nation", or nothing. */
export function besideQuery(
  beside: readonly string[],
  more: Readonly<Record<string, string>> = {}
): string {
  const params = new URLSearchParams([
    ...Object.entries(more),
    ...beside.map((id) => ['beside', id])
  ]);
  return params.size === 0 ? '' : `?${params.toString()}`;
}
