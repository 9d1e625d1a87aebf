import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { saveVersion } from '#platform/saving';
import { sql } from 'kysely';
import type { ChangeIdeaId, ProjectId } from './types.ts';

/** All SQL about change ideas across projects and the families that people join them in. */

export type IdeaFamily = {
  readonly id: string;
  readonly name: string;
  readonly why: string;
  readonly version: number;
};

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
export async function ideasWithKeys(tx: Tx, scope: ReadScope): Promise<KeyedIdea[]> {
  const rows = await tx
    .selectFrom('change_idea')
    .innerJoin('improvement_project', (join) =>
      join
        .onRef('improvement_project.partnership_id', '=', 'change_idea.partnership_id')
        .onRef('improvement_project.id', '=', 'change_idea.project_id')
    )
    .select([
      'change_idea.id',
      'change_idea.project_id',
      'change_idea.text',
      'change_idea.why',
      'change_idea.factor_id',
      'change_idea.family_id',
      'improvement_project.title',
      sql<string>`coalesce(change_idea.family_id::text, lower(btrim(change_idea.text)))`.as('key')
    ])
    .where('change_idea.partnership_id', '=', scope.partnershipId)
    .orderBy(sql`change_idea.text collate "und-x-icu"`)
    .orderBy('change_idea.id')
    .execute();
  return rows.map((row) => ({
    id: row.id as ChangeIdeaId, // the column holds nothing else
    projectId: row.project_id as ProjectId, // likewise
    projectTitle: row.title,
    text: row.text,
    why: row.why,
    factorId: row.factor_id,
    familyId: row.family_id,
    key: row.key
  }));
}

export async function findFamily(
  tx: Tx,
  scope: ReadScope,
  id: string | null
): Promise<IdeaFamily | null> {
  if (id === null) return null;
  const row = await tx
    .selectFrom('idea_family')
    .select(['id', 'name', 'why', 'version'])
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export function families(tx: Tx, scope: ReadScope): Promise<{ id: string; name: string }[]> {
  return tx
    .selectFrom('idea_family')
    .select(['id', 'name'])
    .where('partnership_id', '=', scope.partnershipId)
    .execute();
}

/** What an idea is called: by its family where it has one. */
export async function findIdeaTitle(
  tx: Tx,
  scope: ReadScope,
  id: string
): Promise<{ id: string; title: string } | null> {
  const row = await tx
    .selectFrom('change_idea')
    .leftJoin('idea_family', (join) =>
      join
        .onRef('idea_family.partnership_id', '=', 'change_idea.partnership_id')
        .onRef('idea_family.id', '=', 'change_idea.family_id')
    )
    .select(['change_idea.id', 'change_idea.text', 'idea_family.name'])
    .where('change_idea.partnership_id', '=', scope.partnershipId)
    .where('change_idea.id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : { id: row.id, title: row.name ?? row.text };
}

export async function addFamily(
  tx: Tx,
  scope: WriteScope,
  family: Omit<IdeaFamily, 'version'>
): Promise<void> {
  await tx
    .insertInto('idea_family')
    .values({ partnership_id: scope.partnershipId, ...family })
    .execute();
}

/** Saves over version `expected`; answers the new version, or null when somebody else saved first. */
export async function saveFamily(
  tx: Tx,
  scope: WriteScope,
  family: Omit<IdeaFamily, 'version'>,
  expected: number
): Promise<number | null> {
  const { id, name, why } = family;
  return saveVersion(tx, scope, 'idea_family', { id, expected }, { name, why });
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
    .updateTable('change_idea')
    .set({ family_id: familyId })
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', 'in', ids)
    .execute();
}
