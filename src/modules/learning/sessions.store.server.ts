import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { without } from '#platform/stored';
import { removeRow, saveVersion } from '#platform/saving';
import { sql } from 'kysely';
import type { LearningSession, SessionId } from './types.ts';

/** All SQL about learning sessions. */

export type SessionParts = Omit<LearningSession, 'id' | 'version'>;

/** Every session, the earliest first. */
export async function sessions(tx: Tx, scope: ReadScope): Promise<LearningSession[]> {
  const rows = await tx
    .selectFrom('learningSession')
    .selectAll()
    .where('partnershipId', '=', scope.partnershipId)
    .orderBy('startsOn')
    .orderBy(sql`title collate "und-x-icu"`)
    .execute();
  return rows.map(without('partnershipId', 'createdAt'));
}

export async function findSession(
  tx: Tx,
  scope: ReadScope,
  id: string
): Promise<LearningSession | null> {
  return (await sessions(tx, scope)).find((one) => one.id === id) ?? null;
}

function columns(parts: SessionParts) {
  return {
    title: parts.title,
    theme: parts.theme,
    startsOn: parts.startsOn,
    endsOn: parts.endsOn,
    held: parts.held,
    venue: parts.venue,
    host: parts.host,
    hostName: parts.hostName,
    about: parts.about,
    programme: JSON.stringify(parts.programme),
    awayTeam: JSON.stringify(parts.awayTeam)
  };
}

export async function addSession(
  tx: Tx,
  scope: WriteScope,
  id: SessionId,
  parts: SessionParts
): Promise<void> {
  await tx
    .insertInto('learningSession')
    .values({ partnershipId: scope.partnershipId, id, ...columns(parts) })
    .execute();
}

/** Saves over version `expected`; answers the new version, or null when somebody else saved first. */
export async function saveSession(
  tx: Tx,
  scope: WriteScope,
  id: SessionId,
  parts: SessionParts,
  expected: number
): Promise<number | null> {
  return saveVersion(tx, scope, 'learningSession', { id, expected }, columns(parts));
}

export async function removeSession(tx: Tx, scope: WriteScope, id: SessionId): Promise<boolean> {
  return removeRow(tx, scope, 'learningSession', id);
}
