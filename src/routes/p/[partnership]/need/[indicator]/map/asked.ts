/** What the address of a map asks for, as text: the query falls back to what there is. */
export function askedOf(
  indicator: string,
  params: URLSearchParams
): { id: string; period: string; group: string; extent: string; classing: string } {
  const one = (name: string) => params.get(name) ?? '';
  return {
    id: indicator,
    period: one('period'),
    group: one('group'),
    extent: one('extent'),
    classing: one('classing')
  };
}
