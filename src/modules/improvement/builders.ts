import type { Figure, Measure, MeasureId, MeasureValue, ProjectId } from './types.ts';

/** Plainly made-up measures and values, for tests. */

const madeUpMeasure: Measure = {
  id: '10000000-0000-4000-8000-000000000000' as MeasureId, // made up here
  projectId: '20000000-0000-4000-8000-000000000000' as ProjectId, // likewise
  title: 'Stories at home',
  kind: 'outcome',
  valueForm: 'value',
  operationalDefinition: '',
  numeratorWords: '',
  denominatorWords: '',
  exclusions: '',
  unit: '',
  ratePer: 1,
  direction: 'increase',
  chartType: 'run',
  chartReason: '',
  goal: null,
  frozenThrough: null,
  frozenReason: '',
  source: '',
  collectorRole: '',
  frequency: 'weekly',
  sample: '',
  createdAt: new Date('2025-01-06T09:00:00Z'),
  version: 1
};

export function someMeasure(parts: Partial<Measure> = {}): Measure {
  return { ...madeUpMeasure, ...parts };
}

/** The value of a week, counted from 0 at 6 January 2025. */
export function someValue(week: number, figure: Figure): MeasureValue {
  const measuredOn = new Date(Date.UTC(2025, 0, 6 + 7 * week)).toISOString().slice(0, 10);
  return {
    id: `30000000-0000-4000-8000-${String(week).padStart(12, '0')}`,
    measureId: madeUpMeasure.id,
    measuredOn,
    figure,
    note: '',
    status: 'final',
    addedAt: madeUpMeasure.createdAt,
    addedBy: null,
    version: 1
  };
}
