import { err, ok } from '#core/result';
import { oneInput } from '#modules/records';
import { editing } from '#modules/records/server';
import { command } from '#platform/command';
import { storyboardKind } from './kinds.ts';
import { contentOf } from './storyboard-records.server.ts';
import * as store from './storyboards.store.server.ts';

/** Storyboards: chosen by a person, filled from the records, kept as they were shown. */

const nobody = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

/** One of which a version was kept stays. */
export const {
  add: addStoryboard,
  change: changeStoryboard,
  remove: removeStoryboard
} = editing(storyboardKind, { example: { title: 'Bedtime stories' } });

/** Keeps what a storyboard shows today, as it goes to a session. The records may go on; the version stays. */
export const freezeStoryboard = command({
  name: 'learning.freeze-storyboard',
  needs: 'learning:edit',
  input: oneInput,
  example: { id: nobody },
  async run({ scope, input, tx, now, newId }) {
    const board = await store.storyboards.find(tx, scope, input.id);
    if (board === null) return err(notFound);
    const content = await contentOf(tx, scope, board, now);
    const version = { id: newId(), storyboardId: board.id, content, now };
    return ok({ number: await store.keepVersion(tx, scope, version) });
  }
});
