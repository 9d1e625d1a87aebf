/**
 * How what a route gives away was made safe, said in the route itself: `export const _leaving: Leaving = …`. A fence asks for
 * it, so that nobody adds a way out without having thought of small numbers.
 */
export type Leaving =
  /** Nobody is counted in it: texts, names of services, a template. */
  | { readonly kind: 'no-counts'; readonly because: string }
  /** Published already, by a publisher or as a snapshot that passed the rule. */
  | { readonly kind: 'published'; readonly because: string }
  /** Counts of people, made safe by the rule that the partnership set for this way out. */
  | { readonly kind: 'rule'; readonly output: 'public-page' | 'collaborative' | 'export' | 'api' }
  /** As it was entered, for those who work on it and may see it on the screen: never for passing on. */
  | { readonly kind: 'as-entered'; readonly because: string };
