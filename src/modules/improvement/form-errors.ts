import type { Explained } from '#core/form-state';
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

/** What is said in a form: beside the field or fields that a problem belongs to, else of the form as a whole. */
export function explainInForm(problem: ImprovementProblem): Explained {
  switch (problem.kind) {
    case 'result-missing':
      return problem.positions.map((position) => ({
        field: `results.${position - 1}.result`,
        sentence: `Set a result beside prediction ${position}. “Nobody looked” is a result too.`
      }));
    case 'bad-figure':
      return problem.problems.map(figureTextSentence);
    default: {
      const field = fieldOf[problem.kind];
      const sentence = explainImprovementProblem(problem);
      return field === undefined ? sentence : { field, sentence };
    }
  }
}
