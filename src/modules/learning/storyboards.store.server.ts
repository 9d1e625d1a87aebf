import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { without } from '#platform/stored';
import { removeRow, saveVersion } from '#platform/saving';
import { sql } from 'kysely';
import type { Storyboard, StoryboardContent, StoryboardId, StoryboardVersion } from './types.ts';

/** All SQL about storyboards and the versions of them that were kept. */

export async function storyboards(tx: Tx, scope: ReadScope): Promise<Storyboard[]> {
  const rows = await tx
    .selectFrom('storyboard')
    .selectAll()
    .where('partnershipId', '=', scope.partnershipId)
    .orderBy(sql`title collate "und-x-icu"`)
    .orderBy('id')
    .execute();
  return rows.map(without('partnershipId', 'createdAt'));
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
    sessionId: parts.sessionId,
    projectId: parts.projectId,
    title: parts.title,
    paper: parts.paper,
    testIds: parts.testIds,
    measureIds: parts.measureIds,
    driver: parts.driver,
    learnt: parts.learnt,
    nextStep: parts.nextStep
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
    .values({ partnershipId: scope.partnershipId, id, ...columns(parts) })
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
    .selectFrom('storyboardVersion')
    .innerJoin('person', 'person.id', 'storyboardVersion.frozenBy')
    .select([
      'storyboardVersion.id',
      'storyboardVersion.storyboardId',
      'storyboardVersion.number',
      'storyboardVersion.frozenAt',
      'person.name as frozenBy'
    ])
    .where('storyboardVersion.partnershipId', '=', scope.partnershipId);
  if (id !== undefined) select = select.where('storyboardVersion.storyboardId', '=', id);
  return select.orderBy('storyboardVersion.number', 'desc').execute();
}

export async function findVersion(
  tx: Tx,
  scope: ReadScope,
  id: StoryboardId,
  number: number
): Promise<{ content: StoryboardContent; frozenAt: Date } | null> {
  const row = await tx
    .selectFrom('storyboardVersion')
    .select(['content', 'frozenAt'])
    .where('partnershipId', '=', scope.partnershipId)
    .where('storyboardId', '=', id)
    .where('number', '=', number)
    .executeTakeFirst();
  return row ?? null;
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
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', version.storyboardId)
    .forUpdate()
    .execute();
  const last = await tx
    .selectFrom('storyboardVersion')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('partnershipId', '=', scope.partnershipId)
    .where('storyboardId', '=', version.storyboardId)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await tx
    .insertInto('storyboardVersion')
    .values({
      partnershipId: scope.partnershipId,
      id: version.id,
      storyboardId: version.storyboardId,
      number,
      content: JSON.stringify(version.content),
      frozenAt: version.now,
      frozenBy: scope.personId
    })
    .execute();
  return number;
}
