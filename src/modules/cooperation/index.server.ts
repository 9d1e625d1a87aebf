/** The server's door: principles, proposals, workstreams and lessons, and what they owe. */
export * from './arrangement.commands.server.ts';
export {
  arrangementsOf,
  dueArrangements,
  viewArrangementReview,
  viewArrangements
} from './arrangement.queries.server.ts';
export * from './commands.server.ts';
export {
  cooperationOf,
  dueCooperation,
  viewCoalition,
  viewDirection,
  viewLesson,
  viewLessons,
  viewProposal,
  viewProposals,
  viewWorkstreams
} from './queries.server.ts';
