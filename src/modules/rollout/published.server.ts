import { dateOf } from '#core/dates';
import { settingsOf } from '#modules/settings/server';
import type { FactorId } from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { duesOf, type RollOutDue } from './due.ts';
import { countPlaces, placesOn } from './rules.ts';
import { countsSentence, usingSentence } from './sentences.ts';
import * as store from './store.server.ts';
import type { RollOut } from './kinds.ts';
import type { Counts } from './types.ts';

/** What pages and higher modules may ask of roll-out. Counts are of settings, not of children. */

export type RollOutLine = Pick<
  RollOut,
  'id' | 'title' | 'factorIds' | 'projectId' | 'startedOn' | 'endedOn' | 'goalSettings' | 'goalBy'
> & {
  readonly counts: Counts;
  /** "14 of 43 settings use it" */
  readonly short: string;
  /** With how many use it fully, prepare, stopped. */
  readonly says: string;
  readonly lastSaidAt: Date | null;
};

/** Every roll-out with how many settings stand where on a day. */
export async function rollOutLines(
  tx: Tx,
  scope: ReadScope,
  today: string
): Promise<RollOutLine[]> {
  const rollOuts = await store.everyRollOut(tx, scope);
  if (rollOuts.length === 0) return [];
  const settings = await settingsOf(tx, scope);
  const reports = Map.groupBy(await store.reportsOf(tx, scope), ({ rollOutId }) => rollOutId);
  return rollOuts.map((rollOut) => {
    const own = reports.get(rollOut.id) ?? [];
    const until = rollOut.endedOn !== null && rollOut.endedOn < today ? rollOut.endedOn : today;
    const counts = countPlaces(placesOn(rollOut, settings, own, until));
    const { id, title, factorIds, projectId, startedOn, endedOn, goalSettings, goalBy } = rollOut;
    return {
      ...{ id, title, factorIds, projectId, startedOn, endedOn, goalSettings, goalBy },
      counts,
      short: usingSentence(counts),
      says: countsSentence(counts),
      lastSaidAt: own.reduce<Date | null>(
        (last, { reportedAt }) => (last === null || reportedAt > last ? reportedAt : last),
        null
      )
    };
  });
}

/** What each roll-out wants of somebody, and from which day on. */
export async function rollOutsDue(
  tx: Tx,
  scope: ReadScope,
  today: string
): Promise<(Pick<RollOut, 'id' | 'title'> & { readonly due: RollOutDue })[]> {
  return (await rollOutLines(tx, scope, today)).flatMap((line) =>
    duesOf(line, line.counts, line.lastSaidAt === null ? null : dateOf(line.lastSaidAt)).map(
      (due) => ({ id: line.id, title: line.title, due })
    )
  );
}

/** The roll-outs at each factor. */
export async function rollOutsByFactor(
  tx: Tx,
  scope: ReadScope,
  today: string
): Promise<Map<FactorId, RollOutLine[]>> {
  const byFactor = new Map<FactorId, RollOutLine[]>();
  for (const line of await rollOutLines(tx, scope, today)) {
    for (const factor of line.factorIds)
      byFactor.set(factor, [...(byFactor.get(factor) ?? []), line]);
  }
  return byFactor;
}
