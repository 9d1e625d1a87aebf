import { headingsKey } from '#core/columns';
import { err, ok, type Result } from '#core/result';
import { feedHosts } from '#modules/partnerships/server';
import { getSpine } from '#modules/vocabulary/server';
import { command, parse, query, type World } from '#platform/command';
import type { Tx } from '#platform/database';
import { ticked } from '#platform/fields';
import type { PartnershipId } from '#platform/ids';
import { Asking, theInternet } from '#platform/outside.server';
import { rememberedMatchings, rememberMatching } from '#platform/remembered';
import type { ReadScope, WriteScope } from '#platform/scope';
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import * as connectionStore from './connections.store.server.ts';
import * as importStore from './imports.store.server.ts';
import { stepOf, type ImportDraft, type Remembered, type Said } from './import/draft.ts';
import { matchingProblems, usesOf, type TableMatching } from './import/file-tables.ts';
import { feedLimits, readFeed, type FeedProblem } from './import/feed.server.ts';
import { previewDays } from './import/limits.ts';
import type { ImportSpine, Meaning } from './import/meanings.ts';
import { changesAnything, planImport, type ImportPlan } from './import/plan.ts';
import type { FileProblem, ImportRefusal } from './import/problems.ts';
import { readBeside } from './import/read-beside.server.ts';
import type { ImportFile } from './import/rows.ts';
import { matchingSentence } from './import/sentences.ts';
import { feedAddress, id, matchingInput, meaningsInput } from './schema.ts';
import * as store from './services.store.server.ts';
import { modelOf, modelToSaveBy } from './stages.store.server.ts';
import * as tieStore from './ties.store.server.ts';

const nothing = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;
const fileInput = {
  fileName: v.pipe(
    v.string(),
    v.trim(),
    v.transform((name) => name.slice(0, 200)),
    v.nonEmpty()
  ),
  bytes: v.instance(Uint8Array),
  /** Said of GeoJSON alone. */
  latitudeFirst: ticked
};
const exampleFile = {
  fileName: 'services.csv',
  bytes: Buffer.from('Label,Organisation\nRhyme Time,Fernhollow Libraries\n')
};

/** What an import did, in counts. */
export type ImportCounts = {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly connections: number;
};

/** What the reader of files needs to know of this place, for those who may import. */
export const viewImportSpine = query({
  name: 'maps.view-import-spine',
  needs: 'services:import',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    return ok({ spine: await importSpine(tx, scope), remembered: await remembered(tx, scope) });
  }
});

async function importSpine(tx: Tx, scope: ReadScope): Promise<ImportSpine> {
  return { ...(await getSpine(tx)), stages: (await modelOf(tx, scope)).stages };
}

async function remembered(tx: Tx, scope: ReadScope): Promise<Remembered> {
  const tables = await rememberedMatchings(tx, scope, 'services');
  const words = await rememberedMatchings(tx, scope, 'service-words');
  return {
    matchings: Object.fromEntries(
      [...tables].map(([key, { matching }]) => [key, matching as TableMatching]) // as `matchImport` wrote it
    ),
    meanings: [...words.values()].flatMap(({ matching }) => matching as Meaning[]) // as `sayMeanings` wrote them
  };
}

const readInput = {
  fileName: fileInput.fileName,
  read: v.custom<Result<ImportDraft, FileProblem | FeedProblem>>((given) => given !== null)
};
const emptyFile: Result<ImportDraft, FileProblem> = err({ kind: 'empty-file' });

/** Keeps what was read of a file or a feed until somebody has looked at it. Changes no service. */
const previewCommand = (name: string) =>
  command({
    name,
    needs: 'services:import',
    input: v.object(readInput),
    example: { fileName: 'services.csv', read: emptyFile },
    async run({ scope, input, tx, now, newId }) {
      const { read } = input;
      if (!read.ok) return read;
      const expiresAt = new Date(now.getTime() + previewDays * 24 * 60 * 60 * 1000);
      const given = { id: newId(), fileName: input.fileName, content: read.value, now, expiresAt };
      await importStore.addImport(tx, scope, given);
      return ok({ id: given.id });
    }
  });

type Found = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly latitudeFirst?: boolean;
};

/**
 * A command that reads before its transaction begins, for reading takes its time and transactions are few. Whoever may not import has
 * nothing read, and nothing asked of others.
 */
function readingFirst<Given>(
  name: string,
  input: v.GenericSchema<unknown, Given>,
  example: unknown,
  find: (given: Given, world: World, place: PartnershipId) => Promise<Result<Found, FeedProblem>>
) {
  const inner = previewCommand(name);
  const run: typeof inner.run = async (actor, place, given, world) => {
    const parsed = parse(input, given);
    const known = await viewImportSpine.run(actor, place, {}, world);
    if (!known.ok) {
      // It refuses as well, and keeps that on record.
      return inner.run(actor, place, { fileName: '-', read: emptyFile }, world);
    }
    if (!parsed.ok) return inner.run(actor, place, {}, world);
    // No connection waits meanwhile.
    await world.reading?.letGo();
    const found = await find(parsed.value, world, place);
    if (!found.ok) return inner.run(actor, place, { fileName: '-', read: found }, world);
    const { spine, remembered } = known.value;
    const { fileName, bytes, latitudeFirst: isLatitudeFirst = false } = found.value;
    const from = { kind: 'file', bytes, remembered, isLatitudeFirst } as const;
    const read = await readBeside({ from, said: {}, spine });
    return inner.run(actor, place, { fileName, read }, world);
  };
  return { ...inner, input, example, run };
}

/** Reads a file and keeps what it says until somebody has looked at the preview. Changes no service. */
export const previewImport = readingFirst(
  'maps.preview-import',
  v.object(fileInput),
  exampleFile,
  (file) => Promise.resolve(ok(file))
);

/** So many feeds may one place ask for: whoever gives them is not to be troubled. */
const feedPace = { most: 10, seconds: 600 };

/**
 * Reads the feed at an address, as this installation's server sees it, and keeps what it says like a file. Changes no service.
 * Refuses: hosts that nobody allowed who administers the installation; what does not stand on the public internet (decision 0047).
 */
export const previewFeed = readingFirst(
  'maps.preview-feed',
  v.object({ address: feedAddress }),
  { address: 'https://feeds.fernhollow.example/services' },
  async ({ address }, world, place) => {
    const wait = world.throttle.take(`feed ${place}`, feedPace, world.clock());
    if (wait > 0) return err({ kind: 'too-many-feeds', seconds: wait });
    const hosts = new Set((await feedHosts(world)).map(({ host }) => host));
    await world.reading?.letGo();
    const asking = new Asking(world.outside ?? theInternet, { ...feedLimits, hosts });
    const read = await readFeed(asking, address);
    if (!read.ok) return read;
    return ok({ fileName: address.slice(0, 200), bytes: Buffer.from(JSON.stringify(read.value)) });
  }
);

/** Takes a waiting file further, with what somebody says of it, and keeps where it has come to. */
async function takeFurther(tx: Tx, scope: WriteScope, id: string, draft: ImportDraft, said: Said) {
  const spine = await importSpine(tx, scope);
  const read = await readBeside({ from: { kind: 'draft', draft }, said, spine });
  if (!read.ok) return read;
  await importStore.changeImport(tx, scope, id, read.value);
  return ok({ step: stepOf(read.value) });
}

/** Says what the columns of a file hold, and remembers it for files with the same headings. */
export const matchImport = command({
  name: 'maps.match-import',
  needs: 'services:import',
  input: matchingInput,
  example: { id: nothing, tables: [{ kind: 'services', uses: ['label'] }] },
  async run({ scope, input, tx, now }) {
    const waiting = await importStore.findImport(tx, scope, input.id, now);
    if (!waiting?.content.tables) return err(notFound);
    const { tables } = waiting.content;
    const matchings = input.tables.map(({ kind, uses }): TableMatching => ({
      kind,
      uses: uses.map((use) => usesOf(kind).find((one) => one === use) ?? null)
    }));
    const problems = matchingProblems(tables, matchings);
    if (problems.length > 0) {
      const issues = problems.map((problem) => matchingSentence(problem));
      return err({ kind: 'invalid-input', issues } as const);
    }
    for (const [index, { headings }] of tables.entries()) {
      const key = headingsKey(headings);
      await rememberMatching(tx, scope, 'services', { key, value: matchings[index], now });
    }
    return takeFurther(tx, scope, input.id, waiting.content, { matchings });
  }
});

/** Says what the words of a file mean, each for the whole column, and remembers it. */
export const sayMeanings = command({
  name: 'maps.say-meanings',
  needs: 'services:import',
  input: meaningsInput,
  example: { id: nothing, meanings: [{ kind: 'age', text: '0-5', means: ['months-0-11'] }] },
  async run({ scope, input, tx, now }) {
    const waiting = await importStore.findImport(tx, scope, input.id, now);
    if (!waiting?.content.isMatched) return err(notFound);
    const { meanings } = input;
    for (const one of meanings) {
      const key = `${one.kind} ${one.text}`;
      await rememberMatching(tx, scope, 'service-words', { key, value: [one], now });
    }
    return takeFurther(tx, scope, input.id, waiting.content, { meanings });
  }
});

/** Goes back to the question what the columns hold. What was said stays in the form. */
export const matchImportAgain = command({
  name: 'maps.match-import-again',
  needs: 'services:import',
  input: v.object({ id }),
  example: { id: nothing },
  async run({ scope, input, tx, now }) {
    const waiting = await importStore.findImport(tx, scope, input.id, now);
    if (!waiting?.content.tables) return err(notFound);
    const content = { ...waiting.content, isMatched: false, open: [], file: null };
    await importStore.changeImport(tx, scope, input.id, content);
    return ok();
  }
});

/**
 * Does what a preview showed, all of it or nothing. `fingerprint` is the one that came with the preview: where the services here have
 * changed since, nothing is done and the preview is shown again.
 */
export const confirmImport = command({
  name: 'maps.confirm-import',
  needs: 'services:import',
  input: v.object({ id, fingerprint: v.string(), takeTheRest: ticked }),
  example: { id: nothing, fingerprint: '', takeTheRest: 'yes' },
  async run({ scope, input, tx, now, newId }) {
    const waiting = await importStore.findImport(tx, scope, input.id, now);
    if (waiting === undefined) return err(notFound);
    const { file } = waiting.content;
    if (file === null) return err({ kind: 'not-matched' } as const);
    if ((await planOf(tx, scope, file)).fingerprint !== input.fingerprint) {
      return err({ kind: 'changed-since-preview' } as const);
    }
    const done = await carryOut(tx, scope, file, input.takeTheRest, newId);
    if (!done.ok) return done;
    await importStore.removeImport(tx, scope, input.id);
    return ok({ ...done.value, at: now.toISOString() });
  }
});

/** Lets go of a preview. */
export const discardImport = command({
  name: 'maps.discard-import',
  needs: 'services:import',
  input: v.object({ id }),
  example: { id: nothing },
  async run({ scope, input, tx }) {
    return (await importStore.removeImport(tx, scope, input.id)) ? ok() : err(notFound);
  }
});

/** What a file would do to this place as it is now, and a fingerprint of it: the same for the same plan. */
export async function planOf(
  tx: Tx,
  scope: ReadScope,
  file: ImportFile
): Promise<{ plan: ImportPlan; fingerprint: string }> {
  let count = 0;
  const here = await everythingHere(tx, scope);
  const plan = planImport(file, here, () => `new-${(count += 1)}`);
  const fingerprint = createHash('sha256').update(JSON.stringify(plan)).digest('hex');
  return { plan, fingerprint };
}

async function everythingHere(tx: Tx, scope: ReadScope) {
  return {
    services: await store.everyService(tx, scope),
    connections: await connectionStore.connections(tx, scope)
  };
}

async function carryOut(
  tx: Tx,
  scope: WriteScope,
  file: ImportFile,
  mayTakeTheRest: boolean,
  newId: () => string
): Promise<Result<ImportCounts, ImportRefusal>> {
  const plan = planImport(file, await everythingHere(tx, scope), newId);
  if (plan.refused.length > 0 && !mayTakeTheRest) {
    return err({ kind: 'rows-refused', rows: plan.refused.length });
  }
  if (!changesAnything(plan)) return err({ kind: 'nothing-to-do' });
  // What the file says was read by the stages of then.
  const here = new Set((await modelToSaveBy(tx, scope)).stages.map(({ id }) => id));
  const named = [...plan.added, ...plan.changed].flatMap(({ details }) => details.stage ?? []);
  if (named.some((stage) => !here.has(stage))) return err({ kind: 'stages-changed' });
  const { added, changed, connections } = plan;
  const newTies = [
    ...added.map((one) => ({ id: one.id, factors: one.factors })),
    ...changed.map((one) => ({ id: one.id, factors: one.tied }))
  ];
  await store.addServices(
    tx,
    scope,
    added.map((one) => ({ ...one.details, id: one.id }))
  );
  await store.saveServices(
    tx,
    scope,
    changed.filter((one) => one.changes.length > 0).map((one) => ({ ...one.details, id: one.id }))
  );
  await tieStore.removeTies(
    tx,
    scope,
    changed.flatMap((one) => one.untied.map((factor) => ({ serviceId: one.id, factor })))
  );
  await tieStore.saveTies(
    tx,
    scope,
    newTies.flatMap((one) =>
      one.factors.map((factor) => ({ serviceId: one.id, factor, reason: '' }))
    )
  );
  const drawn = [...connections.added, ...connections.changed].map((one) => one.connection);
  await connectionStore.saveConnections(tx, scope, drawn);
  return ok({
    added: added.length,
    changed: changed.length,
    unchanged: plan.unchanged.length,
    refused: plan.refused.length,
    connections: drawn.length
  });
}
