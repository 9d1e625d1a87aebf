import { err, ok, type Result } from '#core/result';
import { projectRecord } from '#modules/improvement/server';
import { changedMeanwhile } from '#platform/last-change';
import { command } from '#platform/command';
import type { Tx } from '#platform/database';
import type { WriteScope } from '#platform/scope';
import { storyboardFields } from './conflicts.ts';
import { newStoryboardInput, oneStoryboard, storyboardInput } from './schema.ts';
import type { LearningProblem } from './sentences.ts';
import * as sessionStore from './sessions.store.server.ts';
import { contentOf } from './storyboard-records.server.ts';
import * as store from './storyboards.store.server.ts';
import type { StoryboardId } from './types.ts';

/** Storyboards: chosen by a person, filled from the records, kept as they were shown. */

const nobody = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

export const addStoryboard = command({
  name: 'learning.add-storyboard',
  needs: 'learning:edit',
  input: newStoryboardInput,
  example: { title: 'Bedtime stories' },
  async run({ scope, input, tx, newId }) {
    const checked = await checkBoard(tx, scope, input);
    if (!checked.ok) return checked;
    const id = newId() as StoryboardId; // made here
    await store.addStoryboard(tx, scope, id, input);
    return ok({ id });
  }
});

export const changeStoryboard = command({
  name: 'learning.change-storyboard',
  needs: 'learning:edit',
  input: storyboardInput,
  example: { storyboardId: nobody, title: 'Bedtime stories', version: 1 },
  async run({ scope, input, tx }) {
    const stored = await store.findStoryboard(tx, scope, input.storyboardId);
    if (stored === null) return err(notFound);
    const checked = await checkBoard(tx, scope, input);
    if (!checked.ok) return checked;
    const version = await store.saveStoryboard(tx, scope, stored.id, input, input.version);
    if (version !== null) return ok({ version });
    return err(await changedMeanwhile(tx, scope, 'storyboard', stored, storyboardFields(stored)));
  }
});

/** Keeps what a storyboard shows today, as it goes to a session. The records may go on; the version stays. */
export const freezeStoryboard = command({
  name: 'learning.freeze-storyboard',
  needs: 'learning:edit',
  input: oneStoryboard,
  example: { storyboardId: nobody },
  async run({ scope, input, tx, now, newId }) {
    const board = await store.findStoryboard(tx, scope, input.storyboardId);
    if (board === null) return err(notFound);
    const content = await contentOf(tx, scope, board, now);
    const version = { id: newId(), storyboardId: board.id, content, now };
    return ok({ number: await store.keepVersion(tx, scope, version) });
  }
});

/** Removes a storyboard of which no version was kept. Its history stays. */
export const removeStoryboard = command({
  name: 'learning.remove-storyboard',
  needs: 'learning:edit',
  input: oneStoryboard,
  example: { storyboardId: nobody },
  async run({ scope, input, tx }) {
    const kept = await store.versionsOf(tx, scope, input.storyboardId);
    if (kept.length > 0) return err({ kind: 'has-versions' } as const);
    return (await store.removeStoryboard(tx, scope, input.storyboardId)) ? ok() : err(notFound);
  }
});

/** Refuses a session or project that is not here. */
async function checkBoard(
  tx: Tx,
  scope: WriteScope,
  input: store.StoryboardParts
): Promise<Result<undefined, LearningProblem | typeof notFound>> {
  const { sessionId, projectId } = input;
  if (sessionId !== null && (await sessionStore.findSession(tx, scope, sessionId)) === null) {
    return err(notFound);
  }
  if (projectId !== null && (await projectRecord(tx, scope, projectId)) === null) {
    return err(notFound);
  }
  return ok();
}
