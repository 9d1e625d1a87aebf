/** Ways that a change to a charter can be refused. */
export type CharterProblem =
  | { readonly kind: 'scored-meanwhile'; readonly score: number; readonly by: string | null }
  | { readonly kind: 'done-ahead'; readonly doneOn: string }
  | { readonly kind: 'scored-ahead'; readonly scoredOn: string };
