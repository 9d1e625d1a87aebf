import type { FormValues } from '#core/form-state';
import type { MeasureValue, Test } from './types.ts';

/** What the second of two editors is shown: the stored record, by the names of the form's fields. */

export function planFields(test: Test): FormValues {
  const values: FormValues = {
    changeTried: test.changeTried,
    objective: test.objective,
    rampStep: test.rampStep,
    sizeWords: test.sizeWords,
    who: test.who,
    place: test.place,
    plannedFor: test.plannedFor,
    tasks: test.tasks,
    dataPlan: test.dataPlan,
    conditions: test.conditions,
    staysSame: test.staysSame,
    changesNow: test.changesNow
  };
  test.predictions.forEach((one, index) => {
    values[`predictions.${index}.question`] = one.question;
    values[`predictions.${index}.prediction`] = one.prediction;
  });
  return values;
}

export function doingFields(test: Test): FormValues {
  return {
    carriedOut: test.carriedOut ?? '',
    observations: test.observations,
    problems: test.problems,
    doneOn: test.doneOn ?? ''
  };
}

export function studyFields(test: Test): FormValues {
  const values: FormValues = {
    wasImprovement: test.wasImprovement ?? '',
    surprises: test.surprises,
    learnt: test.learnt
  };
  test.predictions.forEach((one, index) => {
    values[`results.${index}.result`] = one.result ?? '';
  });
  return values;
}

export function decisionFields(test: Test): FormValues {
  return {
    decision: test.decision ?? '',
    nextStep: test.nextStep,
    degreeOfBelief: test.degreeOfBelief === null ? '' : String(test.degreeOfBelief)
  };
}

export function valueFields(value: MeasureValue): FormValues {
  const { figure } = value;
  return {
    measuredOn: value.measuredOn,
    value:
      figure.kind === 'value'
        ? String(figure.value)
        : figure.kind === 'missing'
          ? wordsOf(figure.why)
          : '',
    numerator:
      figure.kind === 'ratio'
        ? String(figure.numerator)
        : figure.kind === 'missing'
          ? wordsOf(figure.why)
          : '',
    denominator: figure.kind === 'ratio' ? String(figure.denominator) : '',
    note: value.note,
    status: value.status
  };
}

/** The words that `readFigure` reads back as the same reason. */
function wordsOf(why: string): string {
  return why.replaceAll('-', ' ');
}
