import type { ImprovementProblem } from './problems.ts';
import { explainImprovementProblem, figureTextSentence } from './sentences.ts';

/** The field that a problem belongs to, where it belongs to one. */
const fieldOf: { readonly [kind in ImprovementProblem['kind']]?: string } = {
  'idea-of-another-project': 'changeIdeaId',
  'no-prediction': 'predictions.0.prediction',
  'project-missing': 'newProject',
  'done-ahead': 'doneOn',
  'next-step-missing': 'nextStep',
  'date-ahead': 'measuredOn',
  'date-taken': 'measuredOn',
  'left-out-without-reason': 'note',
  'chart-does-not-fit': 'chartType',
  'form-has-values': 'valueForm',
  'baseline-too-short': 'frozenThrough',
  'baseline-and-phases': 'frozenThrough',
  'phase-without-values': 'startsOn',
  'phase-taken': 'startsOn',
  'summary-missing': 'publicSummary',
  'nothing-to-read': 'pasted',
  'too-many-rows': 'pasted',
  'wrong-headings': 'pasted'
};

/** A problem as sentences beside the fields of a form; empty when it belongs to the form as a whole. */
export function fieldErrors(problem: ImprovementProblem): Record<string, string> {
  switch (problem.kind) {
    case 'result-missing':
      return Object.fromEntries(
        problem.positions.map((position) => [
          `results.${position - 1}.result`,
          `Set a result beside prediction ${position}. “Nobody looked” is a result too.`
        ])
      );
    case 'bad-figure':
      return Object.fromEntries(
        problem.problems.map((one) => {
          const { field, sentence } = figureTextSentence(one);
          return [field, sentence];
        })
      );
    default: {
      const field = fieldOf[problem.kind];
      return field === undefined ? {} : { [field]: explainImprovementProblem(problem) };
    }
  }
}
