import { err, ok, type Result } from '#core/result';
import { changedMeanwhile } from '#platform/last-change';
import { command } from '#platform/command';
import { sessionFields } from './conflicts.ts';
import { endsBeforeItStarts } from './rules.ts';
import { newSessionInput, oneSession, sessionInput } from './schema.ts';
import type { LearningProblem } from './sentences.ts';
import * as store from './sessions.store.server.ts';
import * as storyboardStore from './storyboards.store.server.ts';
import * as takeawayStore from './takeaways.store.server.ts';
import type { SessionId } from './types.ts';

const nobody = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;
const example = {
  title: 'Learning session 2',
  startsOn: '2026-05-12',
  awayTeam: [{ role: 'Room lead', organisation: 'Brook nursery', speaksFor: 'the Blue room' }]
};

/** Puts a learning session into the diary: theme, programme, and who goes. */
export const addSession = command({
  name: 'learning.add-session',
  needs: 'learning:edit',
  input: newSessionInput,
  example,
  async run({ scope, input, tx, newId }) {
    const checked = checkSession(input);
    if (!checked.ok) return checked;
    const id = newId() as SessionId; // made here
    await store.addSession(tx, scope, id, input);
    return ok({ id });
  }
});

export const changeSession = command({
  name: 'learning.change-session',
  needs: 'learning:edit',
  input: sessionInput,
  example: { sessionId: nobody, ...example, version: 1 },
  async run({ scope, input, tx }) {
    const stored = await store.findSession(tx, scope, input.sessionId);
    if (stored === null) return err(notFound);
    const checked = checkSession(input);
    if (!checked.ok) return checked;
    const version = await store.saveSession(tx, scope, stored.id, input, input.version);
    if (version !== null) return ok({ version });
    return err(
      await changedMeanwhile(tx, scope, 'learning_session', stored, sessionFields(stored))
    );
  }
});

/** Removes a session from which nothing was taken back and for which no storyboard was made. Its history stays. */
export const removeSession = command({
  name: 'learning.remove-session',
  needs: 'learning:edit',
  input: oneSession,
  example: { sessionId: nobody },
  async run({ scope, input, tx }) {
    const { sessionId } = input;
    const brought = await takeawayStore.takeaways(tx, scope, sessionId);
    if (brought.length > 0) return err({ kind: 'has-takeaways' } as const);
    const boards = await storyboardStore.storyboards(tx, scope);
    if (boards.some((board) => board.sessionId === sessionId)) {
      return err({ kind: 'has-storyboards' } as const);
    }
    return (await store.removeSession(tx, scope, sessionId)) ? ok() : err(notFound);
  }
});

function checkSession(input: store.SessionParts): Result<undefined, LearningProblem> {
  if (endsBeforeItStarts(input)) return err({ kind: 'ends-before-it-starts' });
  if (input.host !== 'here' && input.hostName === '') return err({ kind: 'host-missing' });
  return ok();
}
