import { err, ok } from '#core/result';
import type { Tx } from '#platform/database';
import type { WriteScope } from '#platform/scope';
import { partOf, type Instrument } from './instrument.ts';
import type { Round } from './kinds.ts';
import { mayLeadRound } from './rules.ts';
import type { OwnProblem } from './sentences.ts';
import * as store from './store.server.ts';

/** Who may go on with a round, and with which instrument: what the commands of rounds have in common. */

/** What commands here have as an example, and answer or refuse with. */
export const none = '00000000-0000-4000-8000-000000000000';
export const notFound = { kind: 'not-found' } as const;
export const refuse = (problem: OwnProblem) => err(problem);

/** The file of an instrument within its pack. */
export const instrumentFile = 'instrument.json';

/** Whether somebody may lead this round: whoever it names, and coordinators. */
export const maySteer = ({ personId, role }: WriteScope, round: Pick<Round, 'leaderId'>): boolean =>
  mayLeadRound(round, { personId, role, mayLead: true });

/** The round, held, for whoever may lead it; else what keeps them from it. */
export async function steered(tx: Tx, scope: WriteScope, roundId: string) {
  const status = await store.holdRound(tx, scope, roundId);
  const round = status === null ? null : await store.rounds.find(tx, scope, roundId);
  if (round === null) return err(notFound);
  return maySteer(scope, round) ? ok(round) : refuse({ kind: 'not-yours-to-lead' });
}

/** The instrument as a round keeps it, or the part of it that the round is about. Throws where it is gone. */
export async function instrumentOf(tx: Tx, scope: WriteScope, round: Round): Promise<Instrument> {
  const kept = (await store.instruments(tx, scope)).find(
    ({ id: one }) => one === round.instrumentId
  );
  if (kept === undefined) throw new Error('A round has lost its instrument.');
  const narrowed = partOf(kept.body, round.part);
  if (!narrowed.ok) throw new Error('A round has lost the part of its instrument.');
  return narrowed.value;
}

/** The round while the group may still agree on something in it; else what keeps it. */
export async function together(tx: Tx, scope: WriteScope, roundId: string) {
  const mine = await steered(tx, scope, roundId);
  if (!mine.ok) return mine;
  const round = mine.value;
  if (round.status === 'open') return refuse({ kind: 'not-revealed' });
  if (round.status === 'closed') return refuse({ kind: 'round-closed' });
  return ok({ round, instrument: await instrumentOf(tx, scope, round) });
}
