/** The server's door: loading packs, and the spine. */
export { getSpine, listPacks, loadPacks, packFile, packFolders, readPackFolder } from './packs.server.ts';
export { viewSpine } from './queries.server.ts';
