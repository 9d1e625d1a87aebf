/** The server's door: loading packs, and the spine. */
export {
  findPack,
  getSpine,
  listPacks,
  loadPacks,
  packFile,
  packsHolding,
  packFolders,
  readPackFolder
} from './packs.server.ts';
export type { StoredPack } from './store.server.ts';
