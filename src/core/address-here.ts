const here = 'http://cairn.invalid';

/**
 * An address of this site that somebody else's link named, written so that it can stand in a header; anything else leads home, so that
 * no link leads astray after signing in.
 *
 * @example addressHere('/p/fernhollow?q=é') // '/p/fernhollow?q=%C3%A9'
 */
export function addressHere(named: string | null): string {
  if (named === null || !named.startsWith('/') || !URL.canParse(named, here)) return '/';
  const found = new URL(named, here);
  return found.origin === here ? found.pathname + found.search + found.hash : '/';
}
