/** The year that an address asks for; null where it asks for none. */
export function yearAsked({ searchParams }: URL): number | null {
  const year = searchParams.get('year') ?? '';
  return /^\d{4}$/.test(year) ? Number(year) : null;
}
