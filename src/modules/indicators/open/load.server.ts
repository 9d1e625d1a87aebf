import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { err, ok, type Result } from '#core/result';
import {
  readAreas,
  readIndicatorCatalogue,
  readNeighbours,
  readSpine,
  readValues,
  type IndicatorCatalogue,
  type PackProblem
} from '#modules/vocabulary';
import { readPackFolder } from '#modules/vocabulary/server';
import type { World } from '#platform/command';
import { inTransaction, type Tx } from '#platform/database';
import * as outlines from './boundaries/boundaries.store.server.ts';
import { boundaryLayers, readBoundaries } from './boundaries/read-boundaries.ts';
import * as store from './store.server.ts';

export type OpenDataProblem = {
  readonly folder: string;
  readonly problems: readonly PackProblem[];
};

/**
 * Loads the open data of `content/data` into the shared tables: areas, neighbours, the catalogue and the figures of each
 * set it names, and the outlines of areas. Answers the parts that were new or had changed; the same files again change nothing.
 *
 * Each part is one transaction: a refused file leaves the part as it was.
 * Assumes: the database of `world` may write open data (its owner); the application's own role may only read them.
 */
export async function loadOpenData(
  world: World,
  contentFolder: string
): Promise<Result<{ loaded: string[] }, OpenDataProblem>> {
  const data = path.join(contentFolder, 'data');
  const loaded: string[] = [];
  const now = world.clock();

  const areasFile = path.join(data, 'area-lookup', 'areas.csv');
  const areas = await part(
    world,
    'area-lookup',
    [areasFile],
    async (tx) => {
      const read = readAreas(await records(areasFile));
      if (!read.ok) return read;
      await store.replaceAreas(tx, read.value);
      return ok(read.value.length);
    },
    'with numbers of authorities'
  );
  if (!areas.ok) return err({ folder: 'area-lookup', problems: areas.error });
  if (areas.value) loaded.push('area-lookup');

  const neighboursFile = path.join(data, 'england-statistical-neighbours', 'neighbours.csv');
  const neighbours = await part(
    world,
    'england-statistical-neighbours',
    [neighboursFile],
    async (tx) => {
      const read = readNeighbours(await records(neighboursFile));
      if (!read.ok) return read;
      await store.replaceNeighbours(tx, read.value);
      return ok(read.value.length);
    }
  );
  if (!neighbours.ok)
    return err({ folder: 'england-statistical-neighbours', problems: neighbours.error });
  if (neighbours.value) loaded.push('england-statistical-neighbours');

  const catalogueFile = path.join(data, 'indicators', 'indicators.json');
  const catalogue = await readCatalogue(contentFolder, catalogueFile);
  if (!catalogue.ok) return err({ folder: 'indicators', problems: catalogue.error });
  const sets = [...new Set(catalogue.value.indicators.map((each) => each.set))].filter((set) =>
    existsSync(path.join(data, set, 'values.csv'))
  );
  const packFiles = sets.map((set) => path.join(data, set, 'pack.json'));
  const described = await part(world, 'indicators', [catalogueFile, ...packFiles], async (tx) => {
    const packs = new Map<string, { id: string; attribution: string; licenceUrl: string | null }>();
    for (const set of sets) {
      const read = await readPackFolder(path.join(data, set));
      if (!read.ok) return read;
      packs.set(set, read.value.pack);
    }
    const { value } = catalogue;
    await store.replaceCatalogue(tx, value, packs, now);
    return ok(value.indicators.length);
  });
  if (!described.ok) return err({ folder: 'indicators', problems: described.error });
  if (described.value) loaded.push('indicators');

  for (const set of sets) {
    const file = path.join(data, set, 'values.csv');
    const figures = await part(world, set, [file], async (tx) => {
      const read = readValues(await records(file), catalogue.value);
      if (!read.ok) return read;
      const ids = catalogue.value.indicators
        .filter((each) => each.set === set)
        .map((each) => each.id);
      await store.replaceFigures(tx, ids, read.value);
      await store.noteCountries(tx);
      return ok(read.value.length);
    });
    if (!figures.ok) return err({ folder: set, problems: figures.error });
    if (figures.value) loaded.push(set);
  }

  for (const layer of boundaryLayers) {
    const file = path.join(data, layer.folder, 'boundaries.geojson');
    const name = `outlines of ${layer.id}`;
    const drawn = await part(
      world,
      name,
      [file],
      async (tx) => {
        const read = readBoundaries(JSON.parse(await readFile(file, 'utf8')), layer);
        if (!read.ok) return read;
        await outlines.replaceOutlines(tx, layer.id, read.value);
        return ok(read.value.length);
      },
      JSON.stringify(layer)
    );
    if (!drawn.ok) return err({ folder: layer.folder, problems: drawn.error });
    if (drawn.value) loaded.push(name);
  }
  return ok({ loaded });
}

type Loader = (tx: Tx) => Promise<Result<number, readonly PackProblem[]>>;

class Refused extends Error {}

/** Runs one part when its files, or the settings it is read with, have changed. Answers whether it did. */
async function part(
  world: World,
  name: string,
  files: readonly string[],
  load: Loader,
  settings = ''
): Promise<Result<boolean, readonly PackProblem[]>> {
  const now = world.clock();
  const hash = createHash('sha256').update(settings);
  for (const file of files) hash.update(await readFile(file));
  const checksum = hash.digest('hex');
  let problems: readonly PackProblem[] = [];
  try {
    return await inTransaction(world, { now }, 'write', async (tx) => {
      if ((await store.loadedChecksum(tx, name)) === checksum) return ok(false);
      const read = await load(tx);
      if (!read.ok) {
        problems = read.error;
        throw new Refused();
      }
      await store.noteLoad(tx, { part: name, checksum, rowCount: read.value, now });
      return ok(true);
    });
  } catch (fault) {
    if (fault instanceof Refused) return err(problems);
    throw fault;
  }
}

async function readCatalogue(
  contentFolder: string,
  file: string
): Promise<Result<IndicatorCatalogue, readonly PackProblem[]>> {
  const spineFile = path.join(contentFolder, 'spine', 'early-years', 'spine.json');
  const spine = readSpine(JSON.parse(await readFile(spineFile, 'utf8')));
  if (!spine.ok) return spine;
  return readIndicatorCatalogue(JSON.parse(await readFile(file, 'utf8')), spine.value);
}

async function records(file: string): Promise<unknown[]> {
  const rows: unknown[] = parse(await readFile(file), {
    columns: true,
    bom: true,
    skip_empty_lines: true
  });
  return rows;
}
