import { records } from '#modules/records/server';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { storyboardKind } from './kinds.ts';
import type { StoryboardContent, StoryboardId, StoryboardVersion } from './types.ts';

/** All SQL about storyboards and the versions of them that were kept. */

export const storyboards = records(storyboardKind);

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
