import type { Tx } from '#platform/database';
import { sought } from '#platform/ids';
import type { ReadScope, WriteScope } from '#platform/scope';
import { saveVersion } from '#platform/saving';
import { sql } from 'kysely';
import type { ChangeIdea, ChangeIdeaId, Project, ProjectId } from '../types.ts';

/** All SQL about projects and their change ideas. */

const columns = [
  'id',
  'title',
  'aimChange',
  'aimAmount',
  'aimForWhom',
  'aimBy',
  'aimBaseline',
  'factorIds',
  'outcomeIds',
  'priorityId',
  'actionId',
  'setting',
  'status',
  'isPublic',
  'publicSummary',
  'source',
  'createdAt',
  'version'
] as const;

function selectProjects(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('improvementProject')
    .select(columns)
    .where('partnershipId', '=', scope.partnershipId);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectProjects>['executeTakeFirstOrThrow']>>;

function toProject({ aimChange, aimAmount, aimForWhom, aimBy, aimBaseline, ...row }: Row): Project {
  const aim = {
    change: aimChange,
    amount: aimAmount,
    forWhom: aimForWhom,
    by: aimBy,
    baseline: aimBaseline
  };
  return { ...row, aim };
}

/** Finished and paused projects come after the others; within that, by title. */
export async function projects(tx: Tx, scope: ReadScope): Promise<Project[]> {
  const rows = await selectProjects(tx, scope)
    .orderBy(sql`status in ('finished', 'paused')`)
    .orderBy(sql`title collate "und-x-icu"`)
    .execute();
  return rows.map(toProject);
}

export async function findProject(tx: Tx, scope: ReadScope, id: string): Promise<Project | null> {
  const row = await selectProjects(tx, scope)
    .where('id', '=', sought<ProjectId>(id))
    .executeTakeFirst();
  return row === undefined ? null : toProject(row);
}

/** What a person may change of a project; what the public sees is changed apart. */
export type ProjectParts = Omit<
  Project,
  'id' | 'isPublic' | 'publicSummary' | 'createdAt' | 'version'
>;

function toColumns(parts: ProjectParts) {
  return {
    title: parts.title,
    aimChange: parts.aim.change,
    aimAmount: parts.aim.amount,
    aimForWhom: parts.aim.forWhom,
    aimBy: parts.aim.by,
    aimBaseline: parts.aim.baseline,
    factorIds: parts.factorIds,
    outcomeIds: parts.outcomeIds,
    priorityId: parts.priorityId,
    actionId: parts.actionId,
    setting: parts.setting,
    status: parts.status,
    source: parts.source
  };
}

export async function addProject(
  tx: Tx,
  scope: WriteScope,
  id: ProjectId,
  parts: ProjectParts
): Promise<void> {
  await tx
    .insertInto('improvementProject')
    .values({ partnershipId: scope.partnershipId, id, ...toColumns(parts) })
    .execute();
}

/** Saves over version `expected`; answers the new version, or null when somebody else saved first. */
export async function saveProject(
  tx: Tx,
  scope: WriteScope,
  id: ProjectId,
  parts: ProjectParts,
  expected: number
): Promise<number | null> {
  return saveVersion(tx, scope, 'improvementProject', { id, expected }, toColumns(parts));
}

export async function savePublicity(
  tx: Tx,
  scope: WriteScope,
  id: ProjectId,
  parts: Pick<Project, 'isPublic' | 'publicSummary'>,
  expected: number
): Promise<number | null> {
  return saveVersion(
    tx,
    scope,
    'improvementProject',
    { id, expected },
    {
      isPublic: parts.isPublic,
      publicSummary: parts.publicSummary
    }
  );
}

function selectIdeas(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('changeIdea')
    .select(['id', 'projectId', 'text', 'why', 'factorId', 'version'])
    .where('partnershipId', '=', scope.partnershipId);
}

/** The change ideas of one project, or of all, in the order in which they were added. */
export async function ideas(
  tx: Tx,
  scope: ReadScope,
  projectId?: ProjectId
): Promise<ChangeIdea[]> {
  let select = selectIdeas(tx, scope);
  if (projectId !== undefined) select = select.where('projectId', '=', projectId);
  return select.orderBy('createdAt').orderBy('id').execute();
}

export async function findIdea(tx: Tx, scope: ReadScope, id: string): Promise<ChangeIdea | null> {
  const row = await selectIdeas(tx, scope)
    .where('id', '=', sought<ChangeIdeaId>(id))
    .executeTakeFirst();
  return row ?? null;
}

/** Whether a change idea is of this partnership. */
export async function ideaHere(tx: Tx, scope: ReadScope, id: ChangeIdeaId): Promise<boolean> {
  return (await findIdea(tx, scope, id)) !== null;
}

export async function addIdea(
  tx: Tx,
  scope: WriteScope,
  idea: Omit<ChangeIdea, 'version'>
): Promise<void> {
  await tx
    .insertInto('changeIdea')
    .values({
      partnershipId: scope.partnershipId,
      id: idea.id,
      projectId: idea.projectId,
      text: idea.text,
      why: idea.why,
      factorId: idea.factorId
    })
    .execute();
}

export async function saveIdea(
  tx: Tx,
  scope: WriteScope,
  id: ChangeIdeaId,
  parts: Pick<ChangeIdea, 'text' | 'why' | 'factorId'>,
  expected: number
): Promise<number | null> {
  return saveVersion(
    tx,
    scope,
    'changeIdea',
    { id, expected },
    {
      text: parts.text,
      why: parts.why,
      factorId: parts.factorId
    }
  );
}
