import { dateOf } from '#core/dates';
import type { FormValues } from '#core/form-state';
import { err, ok, type Result } from '#core/result';
import { networkOf } from '#modules/surveys';
import { isSurveyToken } from '#modules/surveys/server';
import type { World } from '#platform/command';
import { inTransaction, type Tx } from '#platform/database';
import { readAnswer } from './answers.ts';
import { addressPace, answerPace, closedOn } from './rules.ts';
import type { RespondProblem } from './sentences.ts';
import * as store from './store.server.ts';

/**
 * Answering for a setting by its link, without an account. These run outside `command()`, which asks for a member: the link is all
 * they have, and row-level security lets it read the setting it is of and answer for it.
 */

function byLink<Value>(
  world: World,
  token: string,
  access: 'read' | 'write',
  work: (tx: Tx) => Promise<Value>
): Promise<Value> {
  return inTransaction(world, { surveyToken: token, now: world.clock() }, access, work);
}

/** What stands at the link of a setting; null where there is none. `closedOn` is null while the round takes answers. */
export async function findSettingByLink(world: World, token: string) {
  if (!isSurveyToken(token)) return null;
  const found = await byLink(world, token, 'read', (tx) => store.findByLink(tx, token));
  if (found === null) return null;
  const { partnershipId: _partnership, roundId: _round, settingId: _setting, ...shown } = found;
  return { ...shown, closedOn: closedOn(found.round, dateOf(world.clock())) };
}

/**
 * Saves what a form says of the setting of a link. A setting that answers twice replaces what it said; the history keeps both, so
 * that a wrong second answer can be put right. `address` is the network address of the browser, for the throttle alone.
 * Refuses: a round that is closed; an answer that does not fit its questions; more answers at once than anybody sends.
 */
export async function answerForSetting(
  world: World,
  token: string,
  values: Readonly<FormValues>,
  address: string
): Promise<Result<{ readonly replaces: boolean }, RespondProblem>> {
  if (!isSurveyToken(token)) return err({ kind: 'no-such-link' });
  const now = world.clock();
  const today = dateOf(now);
  return byLink(world, token, 'write', async (tx) => {
    const found = await store.findByLink(tx, token);
    if (found === null) return err({ kind: 'no-such-link' } as const);
    const closed = closedOn(found.round, today);
    if (closed !== null) return err({ kind: 'round-closed', on: closed } as const);
    const answer = readAnswer(found.benchmark, values, today);
    if (!answer.ok) return err({ kind: 'answer-refused', problems: answer.error } as const);
    const { throttle } = world;
    const from = `setting from ${networkOf(address)}`;
    const seconds =
      throttle.take(from, addressPace, now) ||
      throttle.take(`setting ${found.settingId} in ${found.roundId}`, answerPace, now);
    if (seconds > 0) {
      return err({ kind: 'too-many-at-once', minutes: Math.ceil(seconds / 60) } as const);
    }
    const { partnershipId, roundId, settingId } = found;
    await store.saveAnswer(
      tx,
      { partnershipId, roundId, settingId },
      { id: world.newId(), answer: answer.value, answeredOn: today, way: 'link' }
    );
    return ok({ replaces: found.answered !== null });
  });
}
