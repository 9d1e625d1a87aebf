/** Improvement: commands, queries, and the views that higher modules ask for. */
export {
  addChangeIdea,
  addProject,
  blankChangeIdea,
  blankProject,
  changeChangeIdea,
  changeProject,
  changePublicity,
  formOfChangeIdea,
  formOfProject,
  formOfPublicity
} from './projects/project.commands.server.ts';
export { changePlan, planTest, planTestIn } from './tests-of-change/plan.commands.server.ts';
export { recordTest } from './tests-of-change/record.commands.server.ts';
export {
  decideNext,
  recordDoing,
  recordStudy,
  reportTest
} from './tests-of-change/test.commands.server.ts';
export {
  addMeasure,
  annotate,
  blankMeasure,
  formOfMeasure,
  changeMeasure,
  freezeBaseline,
  removeAnnotation,
  removePhase,
  startPhase
} from './measures/measure.commands.server.ts';
export {
  addMeasureValue,
  addMeasureValues,
  changeMeasureValue,
  removeMeasureValue
} from './measures/value.commands.server.ts';
export {
  viewIdeaChoices,
  viewProject,
  viewProjects,
  viewProjectsFor,
  viewRecordChoices,
  viewTest,
  viewWords
} from './projects/project.queries.server.ts';
export {
  previewValues,
  viewAllMeasures,
  viewMeasure,
  viewMeasureAsEntered,
  viewMeasureToTakeAway,
  viewValueColumns,
  viewMeasureChoices,
  viewValue
} from './measures/measure.queries.server.ts';
export { projectRecord, projectRecords } from './projects/project-record.server.ts';
export {
  testsAPage,
  viewCountsForFile,
  viewIdea,
  viewTests,
  viewTestsForFile
} from './collation/collation.queries.server.ts';
export { joinIdeas, leaveFamily } from './collation/family.commands.server.ts';
export { testChoices, testLines } from './collation/collation.store.server.ts';
export { outcomesBetween, testsThatHappened } from './tests-of-change/test-lists.store.server.ts';
export { findIdea, findProject, ideasOf, projectsOf } from './projects/projects.store.server.ts';
export type { WaitingTest } from './tests-of-change/test-lists.store.server.ts';
export {
  datedWork,
  leadCharts,
  learntLately,
  measuredByProject,
  owedTests,
  projectsWithFactors,
  publicTests,
  testsByFactor,
  type Measured,
  type Owed,
  type ProjectAtFactor,
  type Learnt,
  type PublicTest
} from './projects/at-work.server.ts';
export {
  addIdeaOf,
  measuresSeen,
  partsOfProject,
  projectTitles,
  type MeasureSeen,
  type ProjectParts
} from './projects/project-parts.server.ts';
export { putMeasureValues, type PutProblem } from './measures/put-values.server.ts';
export { viewIdeas, viewProjectList } from './projects/lists.queries.server.ts';
export {
  addPublishedMeasure,
  addPublishedTest,
  blankPublishedMeasure,
  blankPublishedTest,
  changePublishedMeasure,
  changePublishedTest,
  formOfPublishedMeasure,
  formOfPublishedTest,
  removePublishedMeasure,
  removePublishedTest,
  viewPublished
} from './publications/publications.commands.server.ts';
