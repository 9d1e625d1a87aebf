/** The server's door: commands, queries, and who somebody is. */
export * from './commands.server.ts';
export * from './queries.server.ts';
export { enterPlace, findSession, noteArrival, unnotedOf, type Unnoted } from './arrival.server.ts';
export {
  acceptInvitation,
  addAccount,
  beginPartnership,
  changePassword,
  givePassword,
  giveRole,
  joinCollaborative,
  needsSetUp,
  openInvitation,
  placesOf,
  setUp,
  signIn,
  signOut,
  signOutEverywhere,
  type NewPartnership,
  type OpenedSession
} from './identity.server.ts';
export { allowFeedHost, feedHosts, withdrawFeedHost, type FeedHost } from './feed-hosts.server.ts';
export {
  allPartnerships,
  countPeople,
  findCoordinator,
  findPartnershipAt,
  findPerson,
  letIn
} from './operator.server.ts';
export { notePlaceTaken, viewPlaceTaken, viewPlaceToTakeAway } from './place-file.server.ts';
export { getPartnership, partnersOf, visionOf } from './store.server.ts';
export { newToken, tokenHash } from './tokens.server.ts';
export {
  findApiCaller,
  makeApiToken,
  noteApiUse,
  revokeApiToken,
  viewApiTokens,
  type ApiCaller,
  type CallerProblem
} from './api-tokens.server.ts';
