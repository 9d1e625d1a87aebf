import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { removeRow, saveVersion } from '#platform/saving';
import { sql } from 'kysely';
import type {
  AwayMember,
  Host,
  LearningSession,
  ProgrammeItem,
  SessionId,
  WayHeld
} from './types.ts';

/** All SQL about learning sessions. */

export type SessionParts = Omit<LearningSession, 'id' | 'version'>;

/** Every session, the earliest first. */
export async function sessions(tx: Tx, scope: ReadScope): Promise<LearningSession[]> {
  const rows = await tx
    .selectFrom('learning_session')
    .selectAll()
    .where('partnership_id', '=', scope.partnershipId)
    .orderBy('starts_on')
    .orderBy(sql`title collate "und-x-icu"`)
    .execute();
  return rows.map((row) => ({
    id: row.id as SessionId, // the column holds nothing else
    title: row.title,
    theme: row.theme,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    held: row.held as WayHeld, // held by a check constraint
    venue: row.venue,
    host: row.host as Host, // likewise
    hostName: row.host_name,
    about: row.about,
    programme: row.programme as ProgrammeItem[], // written by the functions below alone
    awayTeam: row.away_team as AwayMember[], // likewise
    version: row.version
  }));
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
    starts_on: parts.startsOn,
    ends_on: parts.endsOn,
    held: parts.held,
    venue: parts.venue,
    host: parts.host,
    host_name: parts.hostName,
    about: parts.about,
    programme: JSON.stringify(parts.programme),
    away_team: JSON.stringify(parts.awayTeam)
  };
}

export async function addSession(
  tx: Tx,
  scope: WriteScope,
  id: SessionId,
  parts: SessionParts
): Promise<void> {
  await tx
    .insertInto('learning_session')
    .values({ partnership_id: scope.partnershipId, id, ...columns(parts) })
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
  return saveVersion(tx, scope, 'learning_session', { id, expected }, columns(parts));
}

export async function removeSession(tx: Tx, scope: WriteScope, id: SessionId): Promise<boolean> {
  return removeRow(tx, scope, 'learning_session', id);
}
