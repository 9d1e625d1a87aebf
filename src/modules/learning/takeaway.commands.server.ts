import { err, ok } from '#core/result';
import { planTestIn, testLines } from '#modules/improvement/server';
import { changedInput } from '#modules/records';
import { editing, savedOrChanged } from '#modules/records/server';
import { command } from '#platform/command';
import { setAsideKind, takeawayKind } from './kinds.ts';
import { linkInput, planFromInput, takeUpInput } from './schema.ts';
import { sessions } from './session.commands.server.ts';
import * as store from './takeaways.store.server.ts';

/** What is taken back from a session, and how it is followed up at home. */

const nobody = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

/** Things noticed at a session. One from which a test followed stays. */
export const {
  add: addTakeaway,
  change: changeTakeaway,
  remove: removeTakeaway
} = editing(takeawayKind, {
  example: { sessionId: nobody, noticed: 'Parents chose the books themselves' },
  async check({ tx, scope, values, stored }) {
    const { sessionId } = values;
    const belongs =
      stored !== null ||
      (sessionId !== undefined && (await sessions.find(tx, scope, sessionId)) !== null);
    // What was noticed at one session is not moved to another.
    return belongs
      ? ok(stored === null ? values : { ...values, sessionId: stored.sessionId })
      : err(notFound);
  }
});

/** Sets something aside that will not be tried here, with the reason. */
export const setAside = command({
  name: 'learning.set-aside',
  needs: 'learning:edit',
  input: changedInput(setAsideKind),
  example: { id: nobody, setAsideWhy: 'No room has the space', version: 1 },
  run({ scope, input, tx }) {
    const { id, version, setAsideWhy } = input;
    const standing = { status: 'set-aside', setAsideWhy } as const;
    return savedOrChanged({ tx, scope, kind: setAsideKind, id }, standing, version);
  }
});

/** Takes something up again that was set aside. */
export const takeUp = command({
  name: 'learning.take-up',
  needs: 'learning:edit',
  input: takeUpInput,
  example: { id: nobody, version: 1 },
  run({ scope, input, tx }) {
    const { id, version } = input;
    const standing = { status: 'open', setAsideWhy: '' } as const;
    return savedOrChanged({ tx, scope, kind: setAsideKind, id }, standing, version);
  }
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
    const takeaway = await store.takeaways.find(tx, scope, input.takeawayId);
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
    const takeaway = await store.takeaways.find(tx, scope, input.takeawayId);
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
