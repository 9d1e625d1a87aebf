import { records } from '#modules/records/server';
import type { Tx } from '#platform/database';
import type { PersonId } from '#platform/ids';
import type { Role } from '#platform/permissions';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql } from 'kysely';
import { keptInstrument, type Instrument } from './instrument.ts';
import {
  agreementKind,
  barrierKind,
  evidenceKind,
  priorityActionKind,
  roundKind
} from './kinds.ts';
import type { Counted } from './spread.ts';
import type { Answer, AskedStanding, RoundStatus, Sector } from './types.ts';

export const rounds = records(roundKind);
export const agreements = records(agreementKind);
export const barriers = records(barrierKind);
export const evidence = records(evidenceKind);
export const priorityActions = records(priorityActionKind);

/** An instrument as it was when a round of it began. */
export type KeptInstrument = {
  readonly id: string;
  readonly pack: string;
  readonly packVersion: string;
  readonly attribution: string;
  readonly body: Instrument;
};

/** Somebody who was asked, and how far they are. */
export type Asked = {
  readonly id: string;
  readonly personId: PersonId;
  readonly name: string;
  readonly organisation: string;
  readonly sector: Sector;
  readonly standing: AskedStanding;
  readonly onPaper: boolean;
};

export async function instruments(tx: Tx, scope: ReadScope): Promise<KeptInstrument[]> {
  const rows = await tx
    .selectFrom('assessmentInstrument')
    .select(['id', 'pack', 'packVersion', 'attribution', 'body'])
    .where('partnershipId', '=', scope.partnershipId)
    .execute();
  return rows.map((row) => ({ ...row, body: keptInstrument(row.body) }));
}

/** Keeps an instrument for the rounds that begin now; the one that is kept already where its version is the same. */
export async function keepInstrument(
  tx: Tx,
  scope: WriteScope,
  { body, ...kept }: KeptInstrument
): Promise<string> {
  await tx
    .insertInto('assessmentInstrument')
    .values({ ...kept, partnershipId: scope.partnershipId, body: JSON.stringify(body) })
    .onConflict((conflict) =>
      conflict.columns(['partnershipId', 'pack', 'packVersion']).doNothing()
    )
    .execute();
  const { id } = await tx
    .selectFrom('assessmentInstrument')
    .select('id')
    .where('partnershipId', '=', scope.partnershipId)
    .where('pack', '=', kept.pack)
    .where('packVersion', '=', kept.packVersion)
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * Holds a round as it is until the transaction ends, so that no answer is saved while it is revealed: one that came afterwards would be
 * told by the counts of before.
 */
export async function holdRound(
  tx: Tx,
  scope: WriteScope,
  id: string
): Promise<RoundStatus | null> {
  const row = await tx
    .selectFrom('assessmentRound')
    .select('status')
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row?.status ?? null;
}

/** Moves a round on its way; the database refuses to hide again what was revealed. */
export async function moveRound(
  tx: Tx,
  scope: WriteScope,
  id: string,
  to: { readonly status: RoundStatus; readonly revealedAt?: Date; readonly closedAt?: Date }
): Promise<void> {
  await tx
    .updateTable('assessmentRound')
    .set((is) => ({ ...to, version: is('version', '+', 1) }))
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', id)
    .execute();
}

/** Says who leads a round; null for any lead. */
export async function setLeader(
  tx: Tx,
  scope: WriteScope,
  id: string,
  leaderId: PersonId | null
): Promise<void> {
  await tx
    .updateTable('assessmentRound')
    .set((is) => ({ leaderId, version: is('version', '+', 1) }))
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', id)
    .execute();
}

/** The name of whoever leads a round; null where nobody is named to. */
export async function leaderName(
  tx: Tx,
  scope: ReadScope,
  roundId: string
): Promise<string | null> {
  const row = await tx
    .selectFrom('assessmentRound')
    .innerJoin('person', 'person.id', 'assessmentRound.leaderId')
    .select('person.name')
    .where('assessmentRound.partnershipId', '=', scope.partnershipId)
    .where('assessmentRound.id', '=', roundId)
    .executeTakeFirst();
  return row?.name ?? null;
}

/** Everybody who was asked in a round, by name. */
export async function asked(tx: Tx, scope: ReadScope, roundId: string): Promise<Asked[]> {
  return tx
    .selectFrom('assessmentAsked')
    .innerJoin('person', 'person.id', 'assessmentAsked.personId')
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.partnershipId', '=', 'assessmentAsked.partnershipId')
        .onRef('membership.personId', '=', 'assessmentAsked.personId')
    )
    .select([
      'assessmentAsked.id',
      'assessmentAsked.personId',
      'person.name',
      sql<string>`coalesce(membership.organisation, '')`.as('organisation'),
      'assessmentAsked.sector',
      'assessmentAsked.standing',
      'assessmentAsked.onPaper'
    ])
    .where('assessmentAsked.partnershipId', '=', scope.partnershipId)
    .where('assessmentAsked.roundId', '=', roundId)
    .orderBy(sql`person.name collate "und-x-icu"`)
    .orderBy('assessmentAsked.id')
    .execute();
}

export type Member = {
  readonly personId: PersonId;
  readonly name: string;
  readonly organisation: string;
  readonly jobRole: string;
  readonly role: Role;
};

/** The members of the partnership, by name: those who may be asked. */
export async function members(tx: Tx, scope: ReadScope): Promise<Member[]> {
  return tx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .select([
      'membership.personId',
      'membership.role',
      'person.name',
      'membership.organisation',
      'membership.jobRole'
    ])
    .where('membership.partnershipId', '=', scope.partnershipId)
    .where('membership.role', '<>', 'visiting-officer')
    .where('person.disabledAt', 'is', null)
    .orderBy(sql`person.name collate "und-x-icu"`)
    .execute();
}

/** Where one person stands in every round they are asked in. */
export async function ownStandings(
  tx: Tx,
  scope: ReadScope
): Promise<ReadonlyMap<string, AskedStanding>> {
  const rows = await tx
    .selectFrom('assessmentAsked')
    .select(['roundId', 'standing'])
    .where('partnershipId', '=', scope.partnershipId)
    .where('personId', '=', scope.personId)
    .execute();
  return new Map(rows.map(({ roundId, standing }) => [roundId, standing]));
}

export async function addAsked(
  tx: Tx,
  scope: WriteScope,
  roundId: string,
  people: readonly { readonly id: string; readonly personId: PersonId; readonly sector: Sector }[]
): Promise<void> {
  const { partnershipId } = scope;
  await tx
    .insertInto('assessmentAsked')
    .values(people.map((one) => ({ ...one, partnershipId, roundId })))
    .execute();
}

export async function removeAsked(tx: Tx, scope: WriteScope, id: string): Promise<void> {
  await tx
    .deleteFrom('assessmentAsked')
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', id)
    .execute();
}

/** A person's own answers in a round. */
export async function ownAnswers(tx: Tx, scope: ReadScope, roundId: string): Promise<Answer[]> {
  return tx
    .selectFrom('assessmentAnswer')
    .select(['element', 'level', 'reason', 'evidence'])
    .where('partnershipId', '=', scope.partnershipId)
    .where('roundId', '=', roundId)
    .where('personId', '=', scope.personId)
    .execute();
}

/** Puts a person's answers in place of those they had, and notes how far they are. Only what the scope's person may see is replaced. */
export async function saveAnswers(
  tx: Tx,
  scope: WriteScope,
  of: { readonly roundId: string; readonly askedId: string; readonly personId: PersonId },
  saved: {
    readonly answers: readonly Answer[];
    readonly standing: AskedStanding;
    readonly onPaper: boolean;
  }
): Promise<void> {
  const { partnershipId } = scope;
  const { roundId, personId } = of;
  const { onPaper, standing } = saved;
  await tx
    .deleteFrom('assessmentAnswer')
    .where('partnershipId', '=', partnershipId)
    .where('roundId', '=', roundId)
    .where('personId', '=', personId)
    .execute();
  if (saved.answers.length > 0) {
    await tx
      .insertInto('assessmentAnswer')
      .values(
        saved.answers.map((answer) => ({
          ...answer,
          partnershipId,
          roundId,
          personId,
          onPaper,
          enteredBy: scope.personId
        }))
      )
      .execute();
  }
  await tx
    .updateTable('assessmentAsked')
    .set({ standing, onPaper })
    .where('partnershipId', '=', partnershipId)
    .where('id', '=', of.askedId)
    .execute();
}

/** Whether the scope's person typed the paper of somebody: those answers alone are theirs to correct. */
export async function typedPaperOf(
  tx: Tx,
  scope: ReadScope,
  roundId: string,
  personId: PersonId
): Promise<boolean> {
  const row = await tx
    .selectFrom('assessmentAnswer')
    .select('element')
    .where('partnershipId', '=', scope.partnershipId)
    .where('roundId', '=', roundId)
    .where('personId', '=', personId)
    .where('onPaper', '=', true)
    .where('enteredBy', '=', scope.personId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The answers of a revealed round without whose they are, in the order of their words; none while it is open. */
export async function revealedAnswers(
  tx: Tx,
  scope: ReadScope,
  roundId: string
): Promise<(Counted & Pick<Answer, 'element' | 'reason' | 'evidence'>)[]> {
  return tx
    .selectFrom('assessmentAnswer')
    .innerJoin('assessmentRound', (join) =>
      join
        .onRef('assessmentRound.partnershipId', '=', 'assessmentAnswer.partnershipId')
        .onRef('assessmentRound.id', '=', 'assessmentAnswer.roundId')
    )
    .innerJoin('assessmentAsked', (join) =>
      join
        .onRef('assessmentAsked.partnershipId', '=', 'assessmentAnswer.partnershipId')
        .onRef('assessmentAsked.roundId', '=', 'assessmentAnswer.roundId')
        .onRef('assessmentAsked.personId', '=', 'assessmentAnswer.personId')
    )
    .select([
      'assessmentAnswer.element',
      'assessmentAnswer.level',
      'assessmentAnswer.reason',
      'assessmentAnswer.evidence',
      'assessmentAsked.sector'
    ])
    .where('assessmentAnswer.partnershipId', '=', scope.partnershipId)
    .where('assessmentAnswer.roundId', '=', roundId)
    .where('assessmentRound.status', '<>', 'open')
    .orderBy(sql`assessment_answer.reason collate "und-x-icu"`)
    .orderBy(sql`assessment_answer.evidence collate "und-x-icu"`)
    .execute();
}

/** Whether the plan has this action. */
export async function isInPlan(tx: Tx, scope: ReadScope, actionId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('action')
    .select('id')
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', actionId)
    .executeTakeFirst();
  return row !== undefined;
}

/** What a round may be about besides the whole partnership, by name: its groups and its settings. */
export async function scopeNames(tx: Tx, scope: ReadScope): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('workingGroup')
    .select(['id', 'name'])
    .where('partnershipId', '=', scope.partnershipId)
    .execute();
  const settings = await tx
    .selectFrom('setting')
    .select(['id', 'name'])
    .where('partnershipId', '=', scope.partnershipId)
    .execute();
  return new Map([...rows, ...settings].map((row) => [row.id, row.name]));
}
