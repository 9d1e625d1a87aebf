import { dateOf } from '#core/dates';
import type { FactorId } from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { figuresDueOn } from './rules.ts';
import { changeSentence, cycleName } from './sentences.ts';
import * as store from './store.server.ts';
import type { Programme } from './types.ts';

/** What pages and higher modules may ask of reach. */

export type ProgrammeLine = {
  readonly programme: Programme;
  readonly cycles: number;
  readonly latest: string | null;
  /** What changed since the cycle before, in a sentence; for use inside, since it holds counts as they are. */
  readonly says: string;
  readonly recordedAt: Date | null;
  /** The day by which figures of the next cycle are wanted. */
  readonly dueOn: string;
  /** Whether that day has passed. */
  readonly isOwed: boolean;
};

/** Every programme with what its latest cycle says. */
export async function programmeLines(
  tx: Tx,
  scope: ReadScope,
  today: string
): Promise<ProgrammeLine[]> {
  const programmes = await store.programmes(tx, scope);
  if (programmes.length === 0) return [];
  const cycles = Map.groupBy(await store.cycles(tx, scope), ({ programmeId }) => programmeId);
  return programmes.map((programme) => {
    const own = cycles.get(programme.id) ?? [];
    const latest = own.at(-1);
    const from = latest?.startsOn ?? dateOf(programme.createdAt);
    const dueOn = figuresDueOn(programme.rhythm, from);
    return {
      programme,
      cycles: own.length,
      latest: latest === undefined ? null : cycleName(programme, latest.startsOn),
      says:
        latest === undefined
          ? 'Nothing has been counted yet.'
          : changeSentence(programme, latest, own.at(-2) ?? null),
      recordedAt: own.reduce<Date | null>(
        (last, { recordedAt }) => (last === null || recordedAt > last ? recordedAt : last),
        null
      ),
      dueOn,
      isOwed: today > dueOn
    };
  });
}

export async function programmesByFactor(
  tx: Tx,
  scope: ReadScope,
  today: string
): Promise<Map<FactorId, ProgrammeLine[]>> {
  const byFactor = new Map<FactorId, ProgrammeLine[]>();
  for (const line of await programmeLines(tx, scope, today)) {
    for (const factor of line.programme.factorIds)
      byFactor.set(factor, [...(byFactor.get(factor) ?? []), line]);
  }
  return byFactor;
}
