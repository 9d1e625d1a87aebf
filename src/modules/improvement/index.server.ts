/** Improvement: commands, queries, and the views that higher modules ask for. */
export {
  addChangeIdea,
  addProject,
  changeChangeIdea,
  changeProject,
  changePublicity
} from './project.commands.server.ts';
export {
  changePlan,
  decideNext,
  planTest,
  recordDoing,
  recordStudy,
  reportTest
} from './test.commands.server.ts';
export {
  addMeasure,
  annotate,
  changeMeasure,
  freezeBaseline,
  removeAnnotation,
  removePhase,
  startPhase
} from './measure.commands.server.ts';
export {
  addMeasureValue,
  addMeasureValues,
  changeMeasureValue,
  removeMeasureValue
} from './value.commands.server.ts';
export {
  previewValues,
  testsAPage,
  viewMeasure,
  viewMeasureChoices,
  viewProject,
  viewProjects,
  viewRecordChoices,
  viewTest,
  viewTests,
  viewTestsForFile,
  viewValue,
  viewWords
} from './queries.server.ts';
export type { TestLine, WaitingTest } from './tests.store.server.ts';
export {
  leadCharts,
  learntLately,
  measuredByProject,
  owedTests,
  publicTests,
  testsByFactor,
  type Measured,
  type Owed,
  type ProjectAtFactor,
  type Learnt,
  type PublicTest
} from './views.server.ts';
