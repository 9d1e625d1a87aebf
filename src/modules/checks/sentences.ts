export const fieldSentences = {
  title: 'Enter a title',
  state: 'Choose how far it is met',
  rule: 'Choose what answers it'
} as const;

export type AnswerProblem =
  { readonly kind: 'overruled-without-reason' } | { readonly kind: 'by-hand-without-reason' };

export function explainAnswer({ kind }: AnswerProblem): { field: string; sentence: string } {
  return {
    field: 'reason',
    sentence:
      kind === 'overruled-without-reason'
        ? 'You say otherwise than the records do. Enter why.'
        : 'No rule answers this line. Enter what you go by.'
  };
}
