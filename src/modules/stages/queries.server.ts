import { dateOf } from '#core/dates';
import type { LinkedWord } from '#core/linked-words';
import { err, ok } from '#core/result';
import { latestAgreed, type LatestAgreed } from '#modules/assessments/server';
import {
  readStages,
  readWords,
  wordTopics,
  wordsToLink,
  type FieldWord,
  type Stage,
  type StageRecord,
  type Stages
} from '#modules/vocabulary';
import { findPack, packFile } from '#modules/vocabulary/server';
import { query } from '#platform/command';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import { adviceOf, confidenceOf } from './rules.ts';
import * as store from './store.server.ts';

const notFound = { kind: 'not-found' } as const;
const pack = 'plans/six-stages';

/** The instrument by which stages are taken stock of. */
export const stockTakePack = 'instruments/stock-take';

/** The six stages of the work, as the pack gives them. */
export function sixStages(tx: Tx): Promise<Stages> {
  return packFile(tx, pack, 'stages.json', readStages);
}

const wordsPack = 'words/early-years';

/** The words of the field. */
function wordsOfTheField(tx: Tx): Promise<readonly FieldWord[]> {
  return packFile(tx, wordsPack, 'words.json', readWords);
}

type Lists = Readonly<Record<'all' | 'onEveryPage', readonly LinkedWord[]>>;

/** The lists in which texts are looked through, kept as long as the words they were made of. */
const lists = new WeakMap<readonly FieldWord[], Lists>();

async function bothLists(tx: Tx): Promise<Lists> {
  const words = await wordsOfTheField(tx);
  const known = lists.get(words);
  if (known !== undefined) return known;
  const made: Lists = {
    all: wordsToLink(words),
    onEveryPage: wordsToLink(words.filter(({ everyday }) => !everyday))
  };
  lists.set(words, made);
  return made;
}

/** What every page links to its explanation: the words of the field, without those of everyday English. */
export const viewWordsToLink = query({
  name: 'stages.view-words-to-link',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  run: async ({ tx }) => ok((await bothLists(tx)).onEveryPage)
});

/** Every word of the field explained, and what to read by stage. */
export const viewWords = query({
  name: 'stages.view-words',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ tx }) {
    const { stages } = await sixStages(tx);
    const words = await wordsOfTheField(tx);
    return ok({
      topics: wordTopics.map((topic) => ({
        topic,
        words: words
          .filter((one) => one.topic === topic)
          .toSorted((one, other) => one.word.localeCompare(other.word, 'en-GB'))
      })),
      reading: stages.map(({ id, order, title, reading }) => ({ id, order, title, reading })),
      attribution: (await findPack(tx, wordsPack))?.attribution ?? ''
    });
  }
});

/** The statements of a stage's stock-take with what was last agreed on each. */
function statementsOf(latest: LatestAgreed, stage: string) {
  return latest.topics.filter(({ part }) => part === stage);
}

/** The actions of a stage: what ticks each, and whether it is ticked. */
function actionsOf(
  stage: Stage,
  ticks: readonly store.Tick[],
  counts: ReadonlyMap<StageRecord, number>
) {
  return stage.actions.map((action) => {
    const { records } = action;
    const count = records === null ? 0 : (counts.get(records) ?? 0);
    const tick = ticks.find((one) => one.stage === stage.id && one.action === action.text);
    return {
      ...action,
      count,
      doneOn: tick?.doneOn ?? null,
      isDone: records === null ? tick !== undefined : count > 0
    };
  });
}

async function whereWeStand(tx: Tx, scope: ReadScope) {
  const pages = await sixStages(tx);
  const stored = await store.stageRecords.list(tx, scope);
  const ticks = await store.ticks(tx, scope);
  const counts = await store.recordCounts(tx, scope);
  const latest = await latestAgreed(tx, scope, stockTakePack);
  const stages = pages.stages.map((stage) => {
    const statements = statementsOf(latest, stage.id);
    return {
      ...stage,
      here: stored.find((one) => one.stage === stage.id) ?? null,
      steps: actionsOf(stage, ticks, counts),
      statements,
      rounds: latest.rounds.filter(({ part }) => part === null || part === stage.id),
      confidence: confidenceOf(statements.map(({ level }) => level))
    };
  });
  return { orientation: pages.orientation, stages, advice: adviceOf(stages) };
}

/** All stages on one page: where each stands, how sure the partnership is of it, and what the stock-takes advise. */
export const viewStages = query({
  name: 'stages.view-stages',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    return ok({
      ...(await whereWeStand(tx, scope)),
      words: (await bothLists(tx)).all,
      attribution: (await findPack(tx, pack))?.attribution ?? '',
      today: dateOf(now)
    });
  }
});

/** One stage with all that is kept of it. */
export const viewStage = query({
  name: 'stages.view-stage',
  needs: 'records:read',
  input: v.object({ stage: v.string() }),
  example: { stage: 'what-matters-and-what-works' },
  async run({ scope, input, tx, now }) {
    const { stages, advice } = await whereWeStand(tx, scope);
    const stage = stages.find(({ id }) => id === input.stage);
    if (stage === undefined) return err(notFound);
    const around = (order: number) => {
      const found = stages.find((one) => one.order === order);
      return found === undefined ? null : { id: found.id, title: found.title };
    };
    return ok({
      stage,
      advice: advice.filter((one) => one.stage === stage.id),
      /** Of earlier stages: what asks for more work before this one. */
      adviceBefore: advice.filter((one) => one.before === stage.order),
      reopenings: (await store.reopenings.list(tx, scope, { stage: stage.id })).map((one) => ({
        ...one,
        byTitle: stages.find(({ id }) => id === one.byStage)?.title ?? one.byStage
      })),
      notes: await store.notes.list(tx, scope, { stage: stage.id }),
      words: (await bothLists(tx)).all,
      others: stages
        .filter(({ id }) => id !== stage.id)
        .map(({ id, order, title }) => ({ id, order, title })),
      before: around(stage.order - 1),
      after: around(stage.order + 1),
      attribution: (await findPack(tx, pack))?.attribution ?? '',
      today: dateOf(now)
    });
  }
});

/** Stages that are under way and have an expected end, for what is due. */
export async function dueStages(tx: Tx, scope: ReadScope) {
  const { stages } = await sixStages(tx);
  return (await store.stageRecords.list(tx, scope)).flatMap(
    ({ stage, standing, endsOn, leadRole }) => {
      const found = stages.find(({ id }) => id === stage);
      return found === undefined || endsOn === null || standing !== 'under-way'
        ? []
        : [{ id: stage, title: found.title, order: found.order, on: endsOn, leadRole }];
    }
  );
}
