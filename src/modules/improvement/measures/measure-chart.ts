import type { Result } from '#core/result';
import {
  analyseChart,
  type Analysis,
  type Annotation,
  type ChartProblem,
  type ChartRow,
  type ChartSpec
} from '#modules/charts';
import { isRatio } from './figures.ts';
import type { Measure } from './kinds.ts';
import type { MeasureAnnotation, MeasurePhase, MeasureValue, Test } from '../types.ts';

/** From a stored measure to its chart. Every figure that a page shows of a measure comes from here. */

export type MeasureRecord = {
  readonly measure: Measure;
  /** In time order. */
  readonly values: readonly MeasureValue[];
  readonly phases: readonly MeasurePhase[];
};

function rowOf(value: MeasureValue): ChartRow {
  const { figure, measuredOn: x } = value;
  const base = value.status === 'left-out' ? { x, excluded: true } : { x };
  switch (figure.kind) {
    case 'value':
      return { ...base, y: figure.value };
    case 'ratio':
      return { ...base, y: figure.numerator, n: figure.denominator };
    case 'missing':
      return { ...base, y: null, whyMissing: figure.why };
  }
}

const numbers = new Intl.NumberFormat('en-GB');

/** The unit as read after a number: what was given, a share's per cent, a rate's "per 1,000". */
export function unitOf(measure: Pick<Measure, 'valueForm' | 'unit' | 'ratePer'>): string {
  if (measure.unit !== '') return measure.unit;
  if (measure.valueForm === 'share') return '%';
  if (measure.valueForm === 'rate' && measure.ratePer > 1) {
    return `per ${numbers.format(measure.ratePer)}`;
  }
  return '';
}

/**
 * The chart that a measure asks for, as `cairn chart` takes it.
 * A frozen baseline is so many values up to its date; phases and a frozen baseline exclude each other.
 */
export function chartSpecOf({ measure, values, phases }: MeasureRecord): ChartSpec {
  const { frozenThrough } = measure;
  const frozen =
    frozenThrough === null || phases.length > 0
      ? 0
      : values.filter(({ measuredOn }) => measuredOn <= frozenThrough).length;
  const factor =
    measure.valueForm === 'share' ? 100 : isRatio(measure.valueForm) ? measure.ratePer : 1;
  const last = values.at(-1)?.measuredOn ?? '';
  return {
    type: measure.chartType,
    xKind: 'date',
    points: values.map(rowOf),
    measure: measure.title,
    unit: unitOf(measure),
    improvement: measure.direction,
    ...(factor === 1 ? {} : { multiply: factor }),
    ...(measure.goal === null ? {} : { target: { value: measure.goal, label: 'Goal' } }),
    ...(frozen >= 2 ? { freeze: frozen } : {}),
    phases: phases
      .filter(({ startsOn }) => startsOn <= last)
      .map(({ startsOn, reason }) => ({ startsAt: startsOn, label: reason }))
  };
}

/** What the chart of a measure says. Refuses what the charts module refuses, no values among it. */
export function analyseMeasure(record: MeasureRecord): Result<Analysis, ChartProblem> {
  return analyseChart(chartSpecOf(record));
}

/** The tests of the project and the marks of the measure, on the time axis; those outside its values are left out. */
export function marksOf(
  values: readonly MeasureValue[],
  annotations: readonly MeasureAnnotation[],
  tests: readonly Pick<Test, 'number' | 'changeTried' | 'doneOn'>[]
): Annotation[] {
  const first = values[0]?.measuredOn;
  const last = values.at(-1)?.measuredOn;
  if (first === undefined || last === undefined) return [];
  const cycles: Annotation[] = tests.flatMap((test) =>
    test.doneOn === null
      ? []
      : [
          {
            x: test.doneOn,
            kind: 'cycle',
            label: `Test ${test.number}: ${shortened(test.changeTried)}`
          }
        ]
  );
  const marks: Annotation[] = annotations.map(({ markedOn, label, kind }) => ({
    x: markedOn,
    label,
    kind
  }));
  const notes: Annotation[] = values.flatMap((value) =>
    value.note === '' ? [] : [{ x: value.measuredOn, kind: 'note', label: shortened(value.note) }]
  );
  return [...cycles, ...marks, ...notes]
    .filter(({ x }) => String(x) >= first && String(x) <= last)
    .sort((one, other) => (String(one.x) < String(other.x) ? -1 : 1));
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text;
}
