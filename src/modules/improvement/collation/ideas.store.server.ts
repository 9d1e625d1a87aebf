import type { Tx } from '#platform/database';
import { records } from '#modules/records/server';
import { sought } from '#platform/ids';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql } from 'kysely';
import type { ChangeIdeaId, ProjectId } from '../types.ts';
import { familyKind } from './kinds.ts';

/** All SQL about change ideas across projects and the families that people join them in. */

export const families = records(familyKind);

/** An idea with how it is told apart from others: ideas with the same key are one. */
export type KeyedIdea = {
  readonly id: ChangeIdeaId;
  readonly projectId: ProjectId;
  readonly projectTitle: string;
  readonly text: string;
  readonly why: string;
  readonly factorId: string | null;
  readonly familyId: string | null;
  readonly key: string;
};

/** Every change idea of the partnership, by its words. */
export function ideasWithKeys(tx: Tx, scope: ReadScope): Promise<KeyedIdea[]> {
  return tx
    .selectFrom('changeIdea')
    .innerJoin('improvementProject', (join) =>
      join
        .onRef('improvementProject.partnershipId', '=', 'changeIdea.partnershipId')
        .onRef('improvementProject.id', '=', 'changeIdea.projectId')
    )
    .select([
      'changeIdea.id',
      'changeIdea.projectId',
      'changeIdea.text',
      'changeIdea.why',
      'changeIdea.factorId',
      'changeIdea.familyId',
      'improvementProject.title as projectTitle',
      sql<string>`coalesce(change_idea.family_id::text, lower(btrim(change_idea.text)))`.as('key')
    ])
    .where('changeIdea.partnershipId', '=', scope.partnershipId)
    .orderBy(sql`change_idea.text collate "und-x-icu"`)
    .orderBy('changeIdea.id')
    .execute();
}

/** What an idea is called: by its family where it has one. */
export async function findIdeaTitle(
  tx: Tx,
  scope: ReadScope,
  id: string
): Promise<{ id: string; title: string } | null> {
  const row = await tx
    .selectFrom('changeIdea')
    .leftJoin('ideaFamily', (join) =>
      join
        .onRef('ideaFamily.partnershipId', '=', 'changeIdea.partnershipId')
        .onRef('ideaFamily.id', '=', 'changeIdea.familyId')
    )
    .select(['changeIdea.id', 'changeIdea.text', 'ideaFamily.name'])
    .where('changeIdea.partnershipId', '=', scope.partnershipId)
    .where('changeIdea.id', '=', sought<ChangeIdeaId>(id))
    .executeTakeFirst();
  return row === undefined ? null : { id: row.id, title: row.name ?? row.text };
}

/** Puts ideas into a family, or out of any when `familyId` is null. */
export async function moveIdeas(
  tx: Tx,
  scope: WriteScope,
  ids: readonly ChangeIdeaId[],
  familyId: string | null
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('changeIdea')
    .set({ familyId })
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', 'in', ids)
    .execute();
}
