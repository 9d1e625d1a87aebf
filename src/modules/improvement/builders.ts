import { dateFrom } from '#core/dates';
import type { Measure } from './measures/kinds.ts';
import type {
  ChangeIdeaId,
  Figure,
  MeasureId,
  MeasureValue,
  ProjectId,
  Test,
  TestId
} from './types.ts';

/** Plainly made-up measures, values and tests of change, for tests. */

const madeUpMeasure: Measure = {
  id: '10000000-0000-4000-8000-000000000000' as MeasureId, // made up here
  projectId: '20000000-0000-4000-8000-000000000000' as ProjectId, // made up here
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
  boundaryId: null,
  createdAt: new Date('2025-01-06T09:00:00Z'),
  version: 1
};

export function someMeasure(parts: Partial<Measure> = {}): Measure {
  return { ...madeUpMeasure, ...parts };
}

/** The value of a week, counted from 0 at 6 January 2025. */
export function someValue(week: number, figure: Figure): MeasureValue {
  const measuredOn = dateFrom(2025, 1, 6 + 7 * week);
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

const madeUpTest: Test = {
  id: '40000000-0000-4000-8000-000000000000' as TestId, // made up here
  projectId: madeUpMeasure.projectId,
  changeIdeaId: '50000000-0000-4000-8000-000000000000' as ChangeIdeaId, // made up here
  number: 1,
  followsId: null,
  status: 'planned',
  rampStep: '1',
  sizeWords: '',
  objective: '',
  changeTried: 'A book in a bag',
  who: '',
  place: '',
  plannedFor: '2026-03-02',
  tasks: '',
  dataPlan: '',
  conditions: '',
  staysSame: '',
  changesNow: '',
  predictions: [],
  carriedOut: null,
  observations: '',
  problems: '',
  doneOn: null,
  wasImprovement: null,
  surprises: '',
  learnt: '',
  studiedOn: null,
  decision: null,
  nextStep: '',
  toldAtHome: '',
  degreeOfBelief: null,
  decidedOn: null,
  version: 1
};

export function someTest(parts: Partial<Test> = {}): Test {
  return { ...madeUpTest, ...parts };
}
