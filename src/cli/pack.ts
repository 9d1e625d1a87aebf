import fs from 'node:fs';
import path from 'node:path';
import { err, ok, type Result } from '#core/result';
import { readInstrument } from '#modules/assessments';
import {
  packProblemSentence,
  readDecisionTree,
  readMatrix,
  readPathways,
  readPlanCriteria,
  readPlanningSteps,
  readSpine,
  readStrategySections,
  readWhatWorks,
  readWords,
  type PackProblem,
  type Spine
} from '#modules/vocabulary';
import {
  getSpine,
  listPacks,
  loadPacks,
  packFolders,
  readPackFolder
} from '#modules/vocabulary/server';
import { inTransaction } from '#platform/database';
import type { Streams } from './index.ts';
import { asKeeper, type Keeper } from './keeper.ts';
import { contentFolder, loadContent } from './load-content.ts';

const use = `Use: cairn pack list
     cairn pack add FOLDER

list names the packs of content in the database, each with its version, source and licence.
add checks the pack in FOLDER and loads it, unless this very version is there. docs/content.md gives the form.
`;

type Answer = Result<unknown, string>;

/** `cairn pack list|add`: the content that every partnership of the installation shares. */
export async function run(args: readonly string[], io: Streams): Promise<number> {
  const [what, folder, ...more] = args;
  if (args.includes('--help') || args.includes('-h')) {
    io.stdout.write(use);
    return 0;
  }
  const answer =
    what === 'list' && folder === undefined
      ? await list()
      : what === 'add' && folder !== undefined && more.length === 0
        ? await add(path.resolve(folder))
        : err(use.trimEnd());
  if (!answer.ok) {
    io.stderr.write(`${answer.error}\n`);
    return 1;
  }
  io.stdout.write(`${JSON.stringify(answer.value)}\n`);
  return 0;
}

async function list(): Promise<Answer> {
  return asKeeper(async ({ app }) => {
    const packs = await listPacks(app);
    return ok(packs.map(({ checksum: _, ...pack }) => pack));
  });
}

async function add(folder: string): Promise<Answer> {
  if (!fs.existsSync(path.join(folder, 'pack.json'))) {
    return err(`There is no pack in ${folder}: it has no pack.json.`);
  }
  const shipped = new Set(await shippedPacks());
  return asKeeper(async (keeper) => {
    const problems = await problemsOf(folder, await spineOf(keeper), shipped);
    if (problems.length > 0) {
      return err(['The pack was not loaded:', ...problems.map((line) => `- ${line}`)].join('\n'));
    }
    const loaded = await loadPacks(keeper.owner, folder);
    if (!loaded.ok) return err(loaded.error.problems.map(packProblemSentence).join('\n'));
    return ok({ loaded: loaded.value });
  });
}

/** The spine in the database, loaded first where the database is new. */
async function spineOf({ owner, access }: Keeper): Promise<Spine> {
  await loadContent(access.owner);
  return inTransaction(owner, { now: owner.clock() }, 'read', (tx) => getSpine(tx));
}

async function shippedPacks(): Promise<string[]> {
  const folders = await packFolders(contentFolder);
  return folders.map((folder) => path.relative(contentFolder, folder).split(path.sep).join('/'));
}

type Reader = (json: unknown, spine: Spine) => Result<unknown, readonly PackProblem[]>;

/** Who reads each file of a pack, by its name. */
const readers: Readonly<Record<string, Reader>> = {
  'spine.json': (json) => readSpine(json),
  'matrix.json': (json, spine) => readMatrix(json, spine),
  'what-works.json': (json, spine) => readWhatWorks(json, spine),
  'pathways.json': (json, spine) => readPathways(json, spine),
  'sections.json': (json) => readStrategySections(json),
  'tree.json': (json, spine) => readDecisionTree(json, spine),
  'criteria.json': (json) => readPlanCriteria(json),
  'steps.json': (json) => readPlanningSteps(json),
  'instrument.json': (json) => readInstrument(json),
  'words.json': (json) => readWords(json)
};

/** What keeps a pack from being loaded, in sentences. */
async function problemsOf(
  folder: string,
  spine: Spine,
  shipped: ReadonlySet<string>
): Promise<string[]> {
  let read: Awaited<ReturnType<typeof readPackFolder>>;
  try {
    read = await readPackFolder(folder);
  } catch (fault) {
    return [`It cannot be read: ${fault instanceof Error ? fault.message : String(fault)}`];
  }
  if (!read.ok) return read.error.map(packProblemSentence);
  const { pack, files } = read.value;
  if (shipped.has(pack.id)) {
    return [
      `${pack.id} is a pack that Cairn ships, and would be put back at the next start. Give yours another id.`
    ];
  }
  if (pack.kind === 'data' || pack.kind === 'catalogue') {
    return [
      'Open data are read from the folder content/data alone. Put the set there, and start Cairn again.'
    ];
  }
  return Object.entries(files).flatMap(([file, json]) => {
    const reader = readers[file];
    const answer = reader === undefined ? ok() : reader(json, spine);
    return answer.ok ? [] : answer.error.map(packProblemSentence);
  });
}
