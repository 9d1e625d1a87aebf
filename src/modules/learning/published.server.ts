import { testLines } from '#modules/improvement/server';
import { dateOf } from '#core/dates';
import type { FactorId } from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { lastDayOf, followingOf, owedTakeaways, type Following } from './rules.ts';
import { sessions } from './session.commands.server.ts';
import * as store from './takeaways.store.server.ts';
import type { FollowedTakeaway, Takeaway } from './kinds.ts';
import type { TakeawayId } from './types.ts';

/** What was taken back with what came of it: for the pages of this module, the home page and the thread. */

/** Adds to each of them the tests that followed, oldest first. */
export async function withTests(
  tx: Tx,
  scope: ReadScope,
  takeaways: readonly Takeaway[]
): Promise<FollowedTakeaway[]> {
  const wanted = new Set(takeaways.map(({ id }) => id));
  const links = (await store.linkedTests(tx, scope)).filter(({ takeawayId }) =>
    wanted.has(takeawayId)
  );
  const lines = await testLines(
    tx,
    scope,
    links.map(({ testId }) => testId)
  );
  return takeaways.map((takeaway) => ({
    ...takeaway,
    tests: lines.filter((line) =>
      links.some(({ takeawayId, testId }) => takeawayId === takeaway.id && testId === line.id)
    )
  }));
}

/** Something taken back that nobody has followed up yet. */
export type OwedTakeaway = {
  readonly id: TakeawayId;
  readonly noticed: string;
  readonly fromPlace: string;
  readonly ownerRole: string;
  readonly sessionTitle: string;
  /** The last day of its session. */
  readonly broughtOn: string;
};

/** For the home page: what was taken back and not followed up, the longest brought home first. */
export async function owedLearning(tx: Tx, scope: ReadScope, now: Date): Promise<OwedTakeaway[]> {
  const byId = new Map((await sessions.list(tx, scope)).map((one) => [one.id, one]));
  const followed = await withTests(tx, scope, await store.takeaways.list(tx, scope));
  const dated = followed.flatMap((one) => {
    const session = byId.get(one.sessionId);
    if (session === undefined || session.startsOn > dateOf(now)) return [];
    return [{ ...one, broughtOn: lastDayOf(session), sessionTitle: session.title }];
  });
  return owedTakeaways(dated).map(
    ({ id, noticed, fromPlace, ownerRole, sessionTitle, broughtOn }) => ({
      id,
      noticed,
      fromPlace,
      ownerRole,
      sessionTitle,
      broughtOn
    })
  );
}

/** For the thread: what was brought home about each factor, and how far it has been followed up. */
export async function takeawaysByFactor(
  tx: Tx,
  scope: ReadScope
): Promise<Map<FactorId, { id: TakeawayId; noticed: string; following: Following }[]>> {
  const followed = await withTests(tx, scope, await store.takeaways.list(tx, scope));
  const byFactor = new Map<FactorId, { id: TakeawayId; noticed: string; following: Following }[]>();
  for (const one of followed) {
    for (const factor of one.factorIds) {
      const list = byFactor.get(factor) ?? [];
      list.push({ id: one.id, noticed: one.noticed, following: followingOf(one) });
      byFactor.set(factor, list);
    }
  }
  return byFactor;
}
