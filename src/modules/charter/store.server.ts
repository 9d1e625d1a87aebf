import type { ProjectId } from '#modules/improvement';
import { records } from '#modules/records/server';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql } from 'kysely';
import { charterKind, memberKind, milestoneKind, type Charter } from './kinds.ts';
import type { ProgressScore } from './types.ts';

/** All SQL about charters, teams, timetables and scores of progress. */

const charters = records(charterKind);
export const members = records(memberKind);
export const milestones = records(milestoneKind);

/** The charter of a project; an empty one of version 0 while nobody has written it. */
export async function charterOf(tx: Tx, scope: ReadScope, id: ProjectId): Promise<Charter> {
  const empty = { why: '', scopeIn: '', scopeOut: '', limits: '', progressNote: '', version: 0 };
  return (await charters.find(tx, scope, id)) ?? { id, ...empty };
}

/** Writes the first charter of a project; false when somebody else was faster. */
export async function beginCharter(
  tx: Tx,
  scope: WriteScope,
  id: ProjectId,
  texts: Pick<Charter, 'why' | 'scopeIn' | 'scopeOut' | 'limits'>
): Promise<boolean> {
  const answer = await tx
    .insertInto('projectCharter')
    .values({ partnershipId: scope.partnershipId, id, ...texts })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (answer.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The scores of a project, in the order in which they were given. */
export function scores(tx: Tx, scope: ReadScope, projectId: ProjectId): Promise<ProgressScore[]> {
  return tx
    .selectFrom('progressScore as given')
    .leftJoin('person', 'person.id', 'given.scoredBy')
    .select([
      'given.id',
      'given.number',
      'given.scoredOn',
      'given.score',
      'given.reason',
      'given.suggested',
      'given.scoredAt',
      'person.name as scoredBy'
    ])
    .where('given.partnershipId', '=', scope.partnershipId)
    .where('given.projectId', '=', projectId)
    .orderBy('given.number')
    .execute();
}

/** Makes scores of one project wait for each other until the transaction ends. */
export async function holdScores(tx: Tx, projectId: ProjectId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`progress ${projectId}`}, 0))`.execute(
    tx
  );
}

/** Keeps a score. Assumes: the project's scores are held. */
export async function addScore(
  tx: Tx,
  scope: WriteScope,
  projectId: ProjectId,
  given: Omit<ProgressScore, 'scoredBy' | 'scoredAt'>,
  now: Date
): Promise<void> {
  await tx
    .insertInto('progressScore')
    .values({
      partnershipId: scope.partnershipId,
      projectId,
      ...given,
      scoredBy: scope.personId,
      scoredAt: now
    })
    .execute();
}
