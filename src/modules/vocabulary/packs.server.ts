import { err, ok, type Result } from '#core/result';
import type { World } from '#platform/command';
import { inTransaction, type Tx } from '#platform/database';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readPack, type Pack } from './packs.ts';
import { readSpine } from './spine.ts';
import * as store from './store.server.ts';
import type { PackProblem, Spine } from './types.ts';

/**
 * Reads a pack from its folder: `pack.json` and the JSON files it names, parsed. Other files (CSV, boundaries) are
 * read by whoever uses them, from the folder.
 * Refuses: a `pack.json` of another shape, a file that is missing or not JSON.
 */
export async function readPackFolder(
  folder: string
): Promise<
  Result<{ pack: Pack; files: Record<string, unknown>; checksum: string }, readonly PackProblem[]>
> {
  const hash = createHash('sha256');
  const readJson = async (file: string): Promise<unknown> => {
    const text = await readFile(path.join(folder, file), 'utf8');
    hash.update(file).update(text);
    return JSON.parse(text);
  };
  const pack = readPack(await readJson('pack.json'));
  if (!pack.ok) return pack;
  const files: Record<string, unknown> = {};
  for (const file of pack.value.files) {
    if (file.endsWith('.json')) files[file] = await readJson(file);
  }
  return ok({ pack: pack.value, files, checksum: hash.digest('hex') });
}

/** The folders below `contentFolder` that hold a pack, by name. */
export async function packFolders(contentFolder: string): Promise<string[]> {
  const entries = await readdir(contentFolder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name === 'pack.json')
    .map((entry) => entry.parentPath)
    .sort();
}

/**
 * Loads the packs of a folder that are new or changed. Answers the ids loaded.
 * Assumes: the database of `world` may write packs (its owner); the application's own role may only read them.
 */
export async function loadPacks(
  world: World,
  contentFolder: string
): Promise<Result<string[], { folder: string; problems: readonly PackProblem[] }>> {
  const loaded: string[] = [];
  const now = world.clock();
  for (const folder of await packFolders(contentFolder)) {
    const read = await readPackFolder(folder);
    if (!read.ok) return err({ folder, problems: read.error });
    const { pack, files, checksum } = read.value;
    await inTransaction(world, { now }, 'write', async (tx) => {
      if ((await store.packChecksums(tx)).get(pack.id) === checksum) return;
      await store.savePack(tx, { ...pack, checksum, files }, now);
      loaded.push(pack.id);
    });
  }
  return ok(loaded);
}

/** The packs that are loaded, for the page that says where content comes from. */
export async function listPacks(world: World): Promise<store.StoredPack[]> {
  return inTransaction(world, { now: world.clock() }, 'read', store.packs);
}

/** What a loaded pack says of itself (title, source, licence, attribution), or null when it was not loaded. */
export async function findPack(tx: Tx, packId: string): Promise<store.StoredPack | null> {
  return store.findPack(tx, packId);
}

/** The packs that hold a file of this name. */
export async function packsHolding(tx: Tx, file: string): Promise<string[]> {
  return store.packsHolding(tx, file);
}

const parsedPacks = new Map<string, { checksum: string; value: unknown }>();

/**
 * One file of a pack, checked by `read` when it is first asked for and kept in memory until the stored pack changes.
 * Throws when the pack is missing or refused: an installation without its content is a fault.
 */
export async function packFile<Value>(
  tx: Tx,
  packId: string,
  file: string,
  read: (json: unknown) => Result<Value, unknown>
): Promise<Value> {
  const key = `${packId}/${file}`;
  const checksum = (await store.packChecksums(tx)).get(packId);
  const known = parsedPacks.get(key);
  if (known !== undefined && known.checksum === checksum) return known.value as Value; // same key, same reader
  const body = await store.packBody(tx, packId);
  const value = body === null ? null : read(body.files[file]);
  if (body === null || value === null || !value.ok) {
    throw new Error(`The content pack ${packId} is missing or has an unreadable ${file}`);
  }
  parsedPacks.set(key, { checksum: body.checksum, value: value.value });
  return value.value;
}

/** The shared vocabulary: outcomes, ages, factors, kinds of action, stages. */
export async function getSpine(tx: Tx, spinePack = 'spine/early-years'): Promise<Spine> {
  return packFile(tx, spinePack, 'spine.json', (json) => readSpine(json));
}
