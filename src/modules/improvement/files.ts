import { csvText } from '#core/csv';
import { decisionShortNames, improvementNames, rampStepNames, testStatusNames } from './labels.ts';
import { isRatio } from './measures/figures.ts';
import type { Measure } from './measures/kinds.ts';
import type { MeasureValue, Test } from './types.ts';

/** Records as files to take away. */

type TestRow = Pick<
  Test,
  | 'number'
  | 'changeTried'
  | 'rampStep'
  | 'plannedFor'
  | 'doneOn'
  | 'status'
  | 'wasImprovement'
  | 'learnt'
  | 'decision'
> & { readonly projectTitle: string; readonly idea: string; readonly setting: string };

/** Tests of change as rows of text, headings first. */
export function testsTable(tests: readonly TestRow[]): string[][] {
  const headings = [
    'Project',
    'Test',
    'Change idea',
    'What was tried',
    'Where',
    'With how many',
    'Planned for',
    'Done on',
    'State',
    'How it came out',
    'What was learnt',
    'Decided'
  ];
  const rows = tests.map((test) => [
    test.projectTitle,
    String(test.number),
    test.idea,
    test.changeTried,
    test.setting,
    rampStepNames[test.rampStep],
    test.plannedFor,
    test.doneOn ?? '',
    testStatusNames[test.status],
    test.wasImprovement === null ? '' : improvementNames[test.wasImprovement],
    test.learnt,
    test.decision === null ? '' : decisionShortNames[test.decision]
  ]);
  return [headings, ...rows];
}

/** The values of a measure, as they were entered or made safe, in the form that can be pasted back. */
export function valuesCsv(measure: Measure, values: readonly MeasureValue[]): string {
  const ratio = isRatio(measure.valueForm);
  const headings = ratio
    ? ['Date', 'Numerator', 'Denominator', 'Note', 'State']
    : ['Date', 'Value', 'Note', 'State'];
  const rows = values.map(({ measuredOn, figure, note, status }) => {
    const missing = figure.kind === 'missing' ? figure.why.replaceAll('-', ' ') : '';
    const numbers = ratio
      ? figure.kind === 'ratio'
        ? [String(figure.numerator), String(figure.denominator)]
        : [missing, '']
      : [figure.kind === 'value' ? String(figure.value) : missing];
    return [measuredOn, ...numbers, note, status === 'final' ? '' : status];
  });
  return csvText([headings, ...rows]);
}
