import type { MeasureId, ProjectId, TestId } from '#modules/improvement';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { removeRow, saveVersion } from '#platform/saving';
import { sql } from 'kysely';
import type {
  Paper,
  SessionId,
  Storyboard,
  StoryboardContent,
  StoryboardId,
  StoryboardVersion
} from './types.ts';

/** All SQL about storyboards and the versions of them that were kept. */

export async function storyboards(tx: Tx, scope: ReadScope): Promise<Storyboard[]> {
  const rows = await tx
    .selectFrom('storyboard')
    .selectAll()
    .where('partnership_id', '=', scope.partnershipId)
    .orderBy(sql`title collate "und-x-icu"`)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id as StoryboardId, // the column holds nothing else
    sessionId: row.session_id as SessionId | null, // likewise
    projectId: row.project_id as ProjectId | null, // likewise
    title: row.title,
    paper: row.paper as Paper, // held by a check constraint
    testIds: row.test_ids as TestId[], // the column holds nothing else
    measureIds: row.measure_ids as MeasureId[], // likewise
    driver: row.driver,
    learnt: row.learnt,
    nextStep: row.next_step,
    version: row.version
  }));
}

export async function findStoryboard(
  tx: Tx,
  scope: ReadScope,
  id: string
): Promise<Storyboard | null> {
  return (await storyboards(tx, scope)).find((one) => one.id === id) ?? null;
}

export type StoryboardParts = Omit<Storyboard, 'id' | 'version'>;

function columns(parts: StoryboardParts) {
  return {
    session_id: parts.sessionId,
    project_id: parts.projectId,
    title: parts.title,
    paper: parts.paper,
    test_ids: [...parts.testIds],
    measure_ids: [...parts.measureIds],
    driver: parts.driver,
    learnt: parts.learnt,
    next_step: parts.nextStep
  };
}

export async function addStoryboard(
  tx: Tx,
  scope: WriteScope,
  id: StoryboardId,
  parts: StoryboardParts
): Promise<void> {
  await tx
    .insertInto('storyboard')
    .values({ partnership_id: scope.partnershipId, id, ...columns(parts) })
    .execute();
}

/** Saves over version `expected`; answers the new version, or null when somebody else saved first. */
export async function saveStoryboard(
  tx: Tx,
  scope: WriteScope,
  id: StoryboardId,
  parts: StoryboardParts,
  expected: number
): Promise<number | null> {
  return saveVersion(tx, scope, 'storyboard', { id, expected }, columns(parts));
}

export async function removeStoryboard(
  tx: Tx,
  scope: WriteScope,
  id: StoryboardId
): Promise<boolean> {
  return removeRow(tx, scope, 'storyboard', id);
}

/** The kept versions of one storyboard, or of all, the latest first. */
export async function versionsOf(
  tx: Tx,
  scope: ReadScope,
  id?: StoryboardId
): Promise<(StoryboardVersion & { readonly storyboardId: StoryboardId })[]> {
  let select = tx
    .selectFrom('storyboard_version')
    .innerJoin('person', 'person.id', 'storyboard_version.frozen_by')
    .select([
      'storyboard_version.id',
      'storyboard_version.storyboard_id',
      'storyboard_version.number',
      'storyboard_version.frozen_at',
      'person.name'
    ])
    .where('storyboard_version.partnership_id', '=', scope.partnershipId);
  if (id !== undefined) select = select.where('storyboard_version.storyboard_id', '=', id);
  const rows = await select.orderBy('storyboard_version.number', 'desc').execute();
  return rows.map((row) => ({
    id: row.id,
    storyboardId: row.storyboard_id as StoryboardId, // the column holds nothing else
    number: row.number,
    frozenAt: row.frozen_at,
    frozenBy: row.name
  }));
}

export async function findVersion(
  tx: Tx,
  scope: ReadScope,
  id: StoryboardId,
  number: number
): Promise<{ content: StoryboardContent; frozenAt: Date } | null> {
  const row = await tx
    .selectFrom('storyboard_version')
    .select(['content', 'frozen_at'])
    .where('partnership_id', '=', scope.partnershipId)
    .where('storyboard_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    content: row.content as unknown as StoryboardContent, // written by `keepVersion` alone
    frozenAt: row.frozen_at
  };
}

/** Keeps what a storyboard shows; its number follows the last, and the storyboard is held meanwhile so that none comes twice. */
export async function keepVersion(
  tx: Tx,
  scope: WriteScope,
  version: {
    readonly id: string;
    readonly storyboardId: StoryboardId;
    readonly content: StoryboardContent;
    readonly now: Date;
  }
): Promise<number> {
  await tx
    .selectFrom('storyboard')
    .select('id')
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', version.storyboardId)
    .forUpdate()
    .execute();
  const last = await tx
    .selectFrom('storyboard_version')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('partnership_id', '=', scope.partnershipId)
    .where('storyboard_id', '=', version.storyboardId)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await tx
    .insertInto('storyboard_version')
    .values({
      partnership_id: scope.partnershipId,
      id: version.id,
      storyboard_id: version.storyboardId,
      number,
      content: JSON.stringify(version.content),
      frozen_at: version.now,
      frozen_by: scope.personId
    })
    .execute();
  return number;
}
