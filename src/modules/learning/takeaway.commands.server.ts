import { err, ok, type Result } from '#core/result';
import { ideaHere, planTestIn, testLines } from '#modules/improvement/server';
import { changedMeanwhile } from '#platform/last-change';
import type { FactorId } from '#modules/vocabulary';
import { getSpine } from '#modules/vocabulary/server';
import { command } from '#platform/command';
import type { Tx } from '#platform/database';
import type { WriteScope } from '#platform/scope';
import { takeawayFields } from './conflicts.ts';
import {
  linkInput,
  newTakeawayInput,
  oneTakeaway,
  planFromInput,
  setAsideInput,
  takeawayInput,
  takeUpInput
} from './schema.ts';
import type { LearningProblem } from './sentences.ts';
import * as sessionStore from './sessions.store.server.ts';
import * as store from './takeaways.store.server.ts';
import type { Takeaway, TakeawayId } from './types.ts';

/** What is taken back from a session, and how it is followed up at home. */

const nobody = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

type Parts = Omit<store.TakeawayParts, 'factorIds'> & {
  readonly factorIds: readonly string[];
};

/** Writes down something noticed at a session. */
export const addTakeaway = command({
  name: 'learning.add-takeaway',
  needs: 'learning:edit',
  input: newTakeawayInput,
  example: { sessionId: nobody, noticed: 'Parents chose the books themselves' },
  async run({ scope, input, tx, newId }) {
    const session = await sessionStore.findSession(tx, scope, input.sessionId);
    if (session === null) return err(notFound);
    const parts = await checkParts(tx, scope, input);
    if (!parts.ok) return parts;
    const id = newId() as TakeawayId; // made here
    await store.addTakeaway(tx, scope, { ...parts.value, id, sessionId: session.id });
    return ok({ id });
  }
});

export const changeTakeaway = command({
  name: 'learning.change-takeaway',
  needs: 'learning:edit',
  input: takeawayInput,
  example: { takeawayId: nobody, noticed: 'Parents chose the books themselves', version: 1 },
  async run({ scope, input, tx }) {
    const stored = await store.findTakeaway(tx, scope, input.takeawayId);
    if (stored === null) return err(notFound);
    const parts = await checkParts(tx, scope, input);
    if (!parts.ok) return parts;
    const version = await store.saveTakeaway(tx, scope, stored.id, parts.value, input.version);
    return version === null ? err(await savedFirst(tx, scope, stored)) : ok({ version });
  }
});

/** Removes what was taken back, while no test has followed. Its history stays. */
export const removeTakeaway = command({
  name: 'learning.remove-takeaway',
  needs: 'learning:edit',
  input: oneTakeaway,
  example: { takeawayId: nobody },
  async run({ scope, input, tx }) {
    const links = await store.linkedTests(tx, scope);
    if (links.some(({ takeawayId }) => takeawayId === input.takeawayId)) {
      return err({ kind: 'has-tests' } as const);
    }
    return (await store.removeTakeaway(tx, scope, input.takeawayId)) ? ok() : err(notFound);
  }
});

/** Sets something aside that will not be tried here, with the reason. */
export const setAside = command({
  name: 'learning.set-aside',
  needs: 'learning:edit',
  input: setAsideInput,
  example: { takeawayId: nobody, setAsideWhy: 'No room has the space', version: 1 },
  async run({ scope, input, tx }) {
    const { setAsideWhy } = input;
    return saveFollowing(tx, scope, input, { status: 'set-aside', setAsideWhy });
  }
});

/** Takes something up again that was set aside. */
export const takeUp = command({
  name: 'learning.take-up',
  needs: 'learning:edit',
  input: takeUpInput,
  example: { takeawayId: nobody, version: 1 },
  run: ({ scope, input, tx }) =>
    saveFollowing(tx, scope, input, { status: 'open', setAsideWhy: '' })
});

/**
 * Plans a test of what was taken back, and ties the two together: the test's answer is then seen where it came from.
 * Refuses what planning a test refuses.
 */
export const planTestFrom = command({
  name: 'learning.plan-test-from-takeaway',
  needs: 'improvement:record',
  input: planFromInput,
  example: {
    takeawayId: nobody,
    projectId: nobody,
    changeTried: 'Let one parent choose the book',
    plannedFor: '2026-03-03',
    predictions: [{ question: '', prediction: 'It is read the same evening' }]
  },
  async run({ scope, input, tx, now, newId }) {
    const takeaway = await store.findTakeaway(tx, scope, input.takeawayId);
    if (takeaway === null) return err(notFound);
    const planned = await planTestIn({ scope, input, tx, now, newId });
    if (!planned.ok) return planned;
    await store.linkTest(tx, scope, {
      id: newId(),
      takeawayId: takeaway.id,
      testId: planned.value.id
    });
    return ok({ ...planned.value, projectId: input.projectId });
  }
});

/** Ties a test that exists to what was taken back. */
export const linkTest = command({
  name: 'learning.link-test',
  needs: 'learning:edit',
  input: linkInput,
  example: { takeawayId: nobody, testId: nobody },
  async run({ scope, input, tx, newId }) {
    const takeaway = await store.findTakeaway(tx, scope, input.takeawayId);
    const [test] = await testLines(tx, scope, [input.testId]);
    if (takeaway === null || test === undefined) return err(notFound);
    const link = { id: newId(), takeawayId: takeaway.id, testId: test.id };
    const isNew = await store.linkTest(tx, scope, link);
    return isNew ? ok() : err({ kind: 'already-linked' } as const);
  }
});

/** Unties a test; the test itself stays. */
export const unlinkTest = command({
  name: 'learning.unlink-test',
  needs: 'learning:edit',
  input: linkInput,
  example: { takeawayId: nobody, testId: nobody },
  async run({ scope, input, tx }) {
    const link = (await store.linkedTests(tx, scope)).find(
      ({ takeawayId, testId }) => takeawayId === input.takeawayId && testId === input.testId
    );
    if (link === undefined) return err(notFound);
    await store.unlinkTest(tx, scope, link.id);
    return ok();
  }
});

async function checkParts(
  tx: Tx,
  scope: WriteScope,
  input: Parts
): Promise<Result<store.TakeawayParts, LearningProblem | typeof notFound>> {
  const spine = await getSpine(tx);
  const unknown = input.factorIds.find((id) => !spine.factors.some((factor) => factor.id === id));
  if (unknown !== undefined) return err({ kind: 'unknown-factor', factorId: unknown });
  if (input.changeIdeaId !== null && !(await ideaHere(tx, scope, input.changeIdeaId))) {
    return err(notFound);
  }
  return ok({ ...input, factorIds: input.factorIds as readonly FactorId[] }); // all of the spine now
}

async function saveFollowing(
  tx: Tx,
  scope: WriteScope,
  input: { readonly takeawayId: TakeawayId; readonly version: number },
  following: Pick<Takeaway, 'status' | 'setAsideWhy'>
) {
  const stored = await store.findTakeaway(tx, scope, input.takeawayId);
  if (stored === null) return err(notFound);
  const version = await store.saveFollowing(tx, scope, stored.id, following, input.version);
  return version === null ? err(await savedFirst(tx, scope, stored)) : ok({ version });
}

function savedFirst(tx: Tx, scope: WriteScope, stored: Takeaway) {
  return changedMeanwhile(tx, scope, 'session_takeaway', stored, takeawayFields(stored));
}
