/** The server's door: the text, its approval, and the versions that a higher module makes and publishes. */
export { approveVersion, changeSection, changeSections } from './commands.server.ts';
export { strategySections, viewSection, viewStrategy, viewVersion } from './queries.server.ts';
export {
  addVersion,
  findVersion,
  publish as markPublished,
  texts as strategyTexts,
  unpublish as markUnpublished,
  versions as strategyVersions
} from './store.server.ts';
