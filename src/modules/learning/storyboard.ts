import { chartTable, drawChart, type ChartTable } from '#modules/charts';
import {
  aimOf,
  analyseMeasure,
  composeAim,
  leadMeasure,
  marksOf,
  rampStepNames,
  unitOf,
  type ProjectRecord,
  type Test
} from '#modules/improvement';
import type { Storyboard } from './kinds.ts';
import type { BoardChart, BoardProject, BoardTest, StoryboardContent } from './types.ts';

type Choices = Pick<
  Storyboard,
  'title' | 'testIds' | 'measureIds' | 'driver' | 'learnt' | 'nextStep'
>;

/**
 * What a storyboard shows, from the records as they stand: for each project its aim, its ideas, its tests in their order with
 * those that did not help among them, the charts with their sentences, what was learnt, and the next step.
 *
 * Tests: those chosen, else every test that has been studied. Charts: the measures chosen, else the leading measure of each
 * project that has values. The next step: what was written, else that of the latest test that names one.
 */
export function composeStoryboard(
  choices: Choices,
  records: readonly ProjectRecord[],
  where: { readonly place: string; readonly today: string }
): StoryboardContent {
  return {
    title: choices.title,
    place: where.place,
    driver: choices.driver,
    projects: records.map((record) => boardProject(record, choices)),
    learnt: choices.learnt,
    nextStep: choices.nextStep,
    asOf: where.today
  };
}

function boardProject(record: ProjectRecord, choices: Choices): BoardProject {
  const { project, ideas } = record;
  const tests = shownTests(record.tests, choices.testIds);
  return {
    title: project.title,
    aim: composeAim(aimOf(project)),
    ideas: ideas.map((idea) => ({
      text: idea.text,
      tests: record.tests.filter((test) => test.changeIdeaId === idea.id).length
    })),
    tests: tests.map(boardTest),
    charts: shownMeasures(record, choices.measureIds).flatMap((measure) =>
      boardChart(measure, record.tests)
    ),
    learnt: tests.map(({ learnt }) => learnt).filter((learnt) => learnt !== ''),
    nextStep: record.tests.findLast(({ nextStep }) => nextStep !== '')?.nextStep ?? ''
  };
}

function shownTests(tests: readonly Test[], chosen: Choices['testIds']): readonly Test[] {
  return chosen.length === 0
    ? tests.filter(({ wasImprovement }) => wasImprovement !== null)
    : tests.filter(({ id }) => chosen.includes(id));
}

function boardTest(test: Test): BoardTest {
  const inOrder = test.predictions.toSorted((one, other) => one.position - other.position);
  return {
    number: test.number,
    tried: test.changeTried,
    withHowMany: test.sizeWords === '' ? rampStepNames[test.rampStep] : test.sizeWords,
    predicted: inOrder.map(({ prediction }) => prediction).join(' '),
    happened: inOrder
      .map(({ result }) => result ?? '')
      .filter((result) => result !== '')
      .join(' '),
    wasImprovement: test.wasImprovement,
    learnt: test.learnt
  };
}

type MeasureOfProject = ProjectRecord['measures'][number];

function shownMeasures(
  record: ProjectRecord,
  chosen: Choices['measureIds']
): readonly MeasureOfProject[] {
  if (chosen.length > 0) {
    return record.measures.filter(({ measure }) => chosen.includes(measure.id));
  }
  const lead = leadMeasure(
    record.measures.map((one) => ({
      one,
      kind: one.measure.kind,
      valueCount: one.values.length
    }))
  );
  return lead === null ? [] : [lead.one];
}

const boardWidth = 620; // of the drawing, so that its words are still read when it is printed half a page wide

function boardChart(record: MeasureOfProject, tests: readonly Test[]): BoardChart[] {
  const { measure, values, annotations } = record;
  const analysed = analyseMeasure(record);
  if (!analysed.ok) return [];
  const analysis = analysed.value;
  const table: ChartTable = chartTable(analysis, { title: measure.title });
  return [
    {
      title: measure.title,
      says: analysis.summary,
      svg: drawChart(analysis, {
        title: measure.title,
        yLabel: unitOf(measure),
        annotations: marksOf(values, annotations, tests),
        width: boardWidth,
        height: 300,
        id: `board-${measure.id.slice(0, 8)}`
      }),
      headings: table.columns.map(({ label }) => label),
      rows: table.rows
    }
  ];
}
