/** The server's door: principles, proposals, workstreams and lessons, and what they owe. */
export * from './arrangement.commands.server.ts';
export {
  arrangementsOf,
  viewArrangementReview,
  viewArrangements
} from './arrangement.queries.server.ts';
export * from './commands.server.ts';
export {
  cooperationOf,
  lessonsOf,
  viewCoalition,
  viewDirection,
  viewLesson,
  viewLessons,
  viewProposal,
  viewProposals,
  viewWorkstreams
} from './queries.server.ts';
export { dueCooperation } from './store.server.ts';
