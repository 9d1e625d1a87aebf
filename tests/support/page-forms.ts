import fs from 'node:fs';
import path from 'node:path';

/** Which pages are one page with other records: for tests that open one of each. */

const folder = path.resolve(import.meta.dirname, '../../src/routes');

/** The routes below a partnership, each as its parts. */
const routes = fs
  .readdirSync(path.join(folder, 'p'), { recursive: true, encoding: 'utf8' })
  .map((name) => `/p/${name.replaceAll('\\', '/')}`)
  .filter((name) => /\/\+(page\.svelte|server\.ts)$/.test(name))
  .map((name) => name.replace(/\/\+[^/]*$/, '').split('/'));

const isOpen = (part: string): boolean => part.startsWith('[');
const namedParts = (route: readonly string[]): number =>
  route.filter((part) => !isOpen(part)).length;

/** The route that an address belongs to: of several that fit, the one that names the most of it. */
export function routeOf(pathname: string): string | null {
  const parts = pathname.split('/');
  const fits = routes.filter(
    (route) =>
      route.length === parts.length &&
      route.every((part, index) => isOpen(part) || part === parts[index])
  );
  const [best] = fits.toSorted((one, other) => namedParts(other) - namedParts(one));
  return best?.join('/') ?? null;
}

/** Pages of one form count as one: the route and the names of the filters. The place is kept, as places differ in what they have. */
export function formOf(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://here');
  const filters = [...new Set(searchParams.keys())].sort().join('&');
  return `${pathname.split('/')[2] ?? ''} ${routeOf(pathname) ?? pathname}?${filters}`;
}
