import type { ChangedMeanwhile } from '#platform/command';

/** What may be wrong with any change to a record of a kind. */
export type RecordProblem =
  | ChangedMeanwhile
  /** A field names a factor, an outcome or a record that is not here. */
  | { readonly kind: 'unknown-link'; readonly field: string }
  /** Another record holds what only one may hold; the sentence is the kind's own. */
  | { readonly kind: 'taken'; readonly field: string; readonly sentence: string }
  /** Other records need this one; the sentence is the kind's own. */
  | { readonly kind: 'in-use'; readonly sentence: string };

const changedMeanwhileSentence =
  'Somebody else saved this while you were writing. Compare the two versions and choose.';

/** The sentence for a problem that any kind of record may have, and the field it stands beside. */
export function explainRecordProblem(
  problem: RecordProblem
): string | { field: string; sentence: string } {
  switch (problem.kind) {
    case 'changed-meanwhile':
      return changedMeanwhileSentence;
    case 'unknown-link':
      return {
        field: problem.field,
        sentence: 'Choose from the list: this is not one of the records here.'
      };
    case 'taken':
      return { field: problem.field, sentence: problem.sentence };
    case 'in-use':
      return problem.sentence;
  }
}

/** Whether a problem is one that any kind of record may have. */
export function isRecordProblem(problem: { readonly kind: string }): problem is RecordProblem {
  return ['changed-meanwhile', 'unknown-link', 'taken', 'in-use'].includes(problem.kind);
}
