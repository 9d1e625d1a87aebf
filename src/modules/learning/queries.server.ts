import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { collate } from '#modules/improvement';
import {
  ideasOf,
  outcomesBetween,
  projectRecords,
  projectsOf,
  testChoices
} from '#modules/improvement/server';
import { partnersOf } from '#modules/partnerships/server';
import { getSpine } from '#modules/vocabulary/server';
import { query } from '#platform/command';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import { owedLearning, withTests } from './published.server.ts';
import { actionPeriod, lastDayOf, splitByDay } from './rules.ts';
import { sessions } from './session.commands.server.ts';
import { contentOf } from './storyboard-records.server.ts';
import * as boardStore from './storyboards.store.server.ts';
import * as takeawayStore from './takeaways.store.server.ts';
import type { LearningSession } from './kinds.ts';
import { oneInput } from '#modules/records';

const nobody = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

/** The first page of learning: sessions to come and past, what is owed, the storyboards. */
export const viewLearning = query({
  name: 'learning.view-learning',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const today = dateOf(now);
    const all = await sessions.list(tx, scope);
    const takeaways = await withTests(tx, scope, await takeawayStore.takeaways.list(tx, scope));
    const lines = all.map((session) => ({
      ...session,
      period: actionPeriod(session, all, today),
      takeaways: takeaways.filter(({ sessionId }) => sessionId === session.id)
    }));
    const projects = await projectsOf(tx, scope);
    const versions = await boardStore.versionsOf(tx, scope);
    return ok({
      today,
      ...splitByDay(lines, today),
      owed: await owedLearning(tx, scope, now),
      boards: (await boardStore.storyboards.list(tx, scope)).map((board) => ({
        ...board,
        project: projects.find(({ id }) => id === board.projectId)?.title ?? null,
        session: all.find(({ id }) => id === board.sessionId)?.title ?? null,
        latest: versions.find(({ storyboardId }) => storyboardId === board.id) ?? null
      }))
    });
  }
});

/** One session with what was taken back, what followed, and the tests of its action period. */
export const viewSession = query({
  name: 'learning.view-session',
  needs: 'records:read',
  input: oneInput,
  example: { id: nobody },
  async run({ scope, input, tx, now }) {
    const today = dateOf(now);
    const all = await sessions.list(tx, scope);
    const session = all.find(({ id }) => id === input.id);
    if (session === undefined) return err(notFound);
    const period = actionPeriod(session, all, today);
    const brought = await takeawayStore.takeaways.list(tx, scope, { sessionId: session.id });
    return ok({
      session,
      today,
      period,
      tested: collate(await outcomesBetween(tx, scope, period.from, period.until)),
      takeaways: await withTests(tx, scope, brought),
      boards: await boardStore.storyboards.list(tx, scope, { sessionId: session.id }),
      words: await wordsHere(tx)
    });
  }
});

/** What the form of a session offers: the collaboratives that may hold it. */
export const viewSessionChoices = query({
  name: 'learning.view-session-choices',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const partners = await partnersOf(tx, scope);
    return ok({
      today: dateOf(now),
      collaboratives: partners
        .filter(({ kind }) => kind === 'collaborative')
        .map(({ name }) => name)
    });
  }
});

/** What the form for something taken back offers. */
export const viewTakeawayChoices = query({
  name: 'learning.view-takeaway-choices',
  needs: 'records:read',
  input: v.object({ sessionId: v.string() }),
  example: { sessionId: nobody },
  async run({ scope, input, tx }) {
    const session = await sessions.find(tx, scope, input.sessionId);
    if (session === null) return err(notFound);
    return ok({ session, ...(await choices(tx, scope)) });
  }
});

/** One thing taken back: its session, the tests that followed, and what a form about it offers. */
export const viewTakeaway = query({
  name: 'learning.view-takeaway',
  needs: 'records:read',
  input: oneInput,
  example: { id: nobody },
  async run({ scope, input, tx, now }) {
    const stored = await takeawayStore.takeaways.find(tx, scope, input.id);
    if (stored === null) return err(notFound);
    const session = await sessions.find(tx, scope, stored.sessionId);
    const [takeaway] = await withTests(tx, scope, [stored]);
    if (session === null || takeaway === undefined) return err(notFound);
    return ok({
      takeaway,
      session,
      broughtOn: lastDayOf(session),
      today: dateOf(now),
      testChoices: await testChoices(tx, scope),
      ...(await choices(tx, scope))
    });
  }
});

/** Every thing taken back with its session: for taking away as a file. */
export const viewTakeawaysForFile = query({
  name: 'learning.view-takeaways-for-file',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    const byId = new Map((await sessions.list(tx, scope)).map((one) => [one.id, one]));
    const takeaways = await withTests(tx, scope, await takeawayStore.takeaways.list(tx, scope));
    const words = await wordsHere(tx);
    return ok({
      words,
      lines: takeaways.flatMap((takeaway) => {
        const session: LearningSession | undefined = byId.get(takeaway.sessionId);
        return session === undefined ? [] : [{ takeaway, session }];
      })
    });
  }
});

/** What a storyboard may be made of: the projects with their tests and measures, and the sessions. */
export const viewStoryboardChoices = query({
  name: 'learning.view-storyboard-choices',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    const records = await projectRecords(tx, scope);
    return ok({
      sessions: await sessions.list(tx, scope),
      projects: records.map(({ project, tests, measures }) => ({
        id: project.id,
        title: project.title,
        tests: tests.map(({ id, number, changeTried }) => ({ id, number, changeTried })),
        measures: measures.map(({ measure }) => ({ id: measure.id, title: measure.title }))
      }))
    });
  }
});

/** A storyboard as the records have it today, with the versions that were kept. */
export const viewStoryboard = query({
  name: 'learning.view-storyboard',
  needs: 'records:read',
  input: oneInput,
  example: { id: nobody },
  async run({ scope, input, tx, now }) {
    const board = await boardStore.storyboards.find(tx, scope, input.id);
    if (board === null) return err(notFound);
    const session =
      board.sessionId === null ? null : await sessions.find(tx, scope, board.sessionId);
    return ok({
      board,
      session,
      content: await contentOf(tx, scope, board, now),
      versions: await boardStore.versionsOf(tx, scope, board.id)
    });
  }
});

/** A storyboard as it was kept. */
export const viewStoryboardVersion = query({
  name: 'learning.view-storyboard-version',
  needs: 'records:read',
  input: v.object({
    storyboardId: v.string(),
    number: v.pipe(v.union([v.string(), v.number()]), v.transform(Number))
  }),
  example: { storyboardId: nobody, number: 1 },
  async run({ scope, input, tx }) {
    const board = await boardStore.storyboards.find(tx, scope, input.storyboardId);
    if (board === null || !Number.isInteger(input.number)) return err(notFound);
    const kept = await boardStore.findVersion(tx, scope, board.id, input.number);
    return kept === null ? err(notFound) : ok({ board, number: input.number, ...kept });
  }
});

async function wordsHere(tx: Tx) {
  const { factors, factorGroups } = await getSpine(tx);
  return { factors, factorGroups };
}

async function choices(tx: Tx, scope: ReadScope) {
  const projects = await projectsOf(tx, scope);
  const open = projects.filter(({ status }) => status !== 'finished' && status !== 'paused');
  return {
    words: await wordsHere(tx),
    projects: open.map(({ id, title }) => ({ id, title })),
    ideas: (await ideasOf(tx, scope)).map((idea) => ({
      ...idea,
      project: projects.find(({ id }) => id === idea.projectId)?.title ?? ''
    }))
  };
}
