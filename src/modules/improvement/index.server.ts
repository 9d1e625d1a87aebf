/** Improvement: commands, queries, and the views that higher modules ask for. */
export {
  addChangeIdea,
  addProject,
  changeChangeIdea,
  changeProject,
  changePublicity
} from './project.commands.server.ts';
export { changePlan, planTest, planTestIn } from './plan.commands.server.ts';
export { recordTest } from './record.commands.server.ts';
export { decideNext, recordDoing, recordStudy, reportTest } from './test.commands.server.ts';
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
  viewIdeaChoices,
  viewProject,
  viewProjects,
  viewProjectsFor,
  viewRecordChoices,
  viewTest,
  viewWords
} from './queries.server.ts';
export {
  previewValues,
  viewAllMeasures,
  viewMeasure,
  viewMeasureAsEntered,
  viewMeasureToTakeAway,
  viewMeasureChoices,
  viewValue
} from './measure.queries.server.ts';
export { projectRecord, projectRecords } from './project-record.server.ts';
export {
  testsAPage,
  viewCountsForFile,
  viewIdea,
  viewTests,
  viewTestsForFile
} from './collation.queries.server.ts';
export { joinIdeas, leaveFamily } from './family.commands.server.ts';
export { testChoices, testLines } from './collation.store.server.ts';
export { outcomesBetween, testsThatHappened } from './test-lists.store.server.ts';
export {
  findProject,
  ideaHere,
  ideas as ideasOf,
  projects as projectsOf
} from './projects.store.server.ts';
export type { WaitingTest } from './test-lists.store.server.ts';
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
} from './published.server.ts';
export {
  addIdeaOf,
  measuresSeen,
  partsOfProject,
  projectTitles,
  type MeasureSeen,
  type ProjectParts
} from './project-parts.server.ts';
export { putMeasureValues, type PutProblem } from './put-values.server.ts';
export { viewIdeas, viewProjectList } from './lists.queries.server.ts';
export {
  addPublishedMeasure,
  addPublishedTest,
  changePublishedMeasure,
  changePublishedTest,
  removePublishedMeasure,
  removePublishedTest,
  viewPublished
} from './as-published.commands.server.ts';
