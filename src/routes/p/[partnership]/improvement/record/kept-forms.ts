/** The forms that a phone keeps, by name: `record`, `report:<test>`, `value:<measure>`; and the pages on which they stand. */

/** Which form an address asks for; without what it asks (`null`), the one that stands on the page by itself. */
export function formOf(page: string, asked: Pick<URLSearchParams, 'get'> | null): string {
  if (page === 'add-data') return `value:${asked?.get('measure') ?? ''}`;
  const test = asked?.get('test') ?? null;
  return test === null ? 'record' : `report:${test}`;
}

/** Where a form is opened in a place. */
export function addressOf(place: string, form: string): string {
  const improvement = `/p/${place}/improvement`;
  const [kind, id = ''] = form.split(':');
  if (kind === 'value') return `${improvement}/add-data${id === '' ? '' : `?measure=${id}`}`;
  return `${improvement}/record${kind === 'report' ? `?test=${id}` : ''}`;
}
