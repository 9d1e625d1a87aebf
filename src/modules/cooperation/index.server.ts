/** The server's door: principles, proposals, workstreams and lessons, and what they owe. */
export * from './commands.server.ts';
export {
  cooperationOf,
  dueCooperation,
  viewDirection,
  viewLesson,
  viewLessons,
  viewProposal,
  viewProposals,
  viewWorkstreams
} from './queries.server.ts';
