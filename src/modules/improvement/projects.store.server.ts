import type { FactorId, OutcomeId } from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { saveVersion } from '#platform/saving';
import { sql } from 'kysely';
import type { ChangeIdea, ChangeIdeaId, Project, ProjectId, ProjectStatus } from './types.ts';

/** All SQL about projects and their change ideas. */

const columns = [
  'id',
  'title',
  'aim_change',
  'aim_amount',
  'aim_for_whom',
  'aim_by',
  'aim_baseline',
  'factor_ids',
  'outcome_ids',
  'priority_id',
  'action_id',
  'setting',
  'status',
  'is_public',
  'public_summary',
  'source',
  'created_at',
  'version'
] as const;

function selectProjects(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('improvement_project')
    .select(columns)
    .where('partnership_id', '=', scope.partnershipId);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectProjects>['executeTakeFirstOrThrow']>>;

function toProject(row: Row): Project {
  return {
    id: row.id as ProjectId, // the column holds nothing else
    title: row.title,
    aim: {
      change: row.aim_change,
      amount: row.aim_amount,
      forWhom: row.aim_for_whom,
      by: row.aim_by,
      baseline: row.aim_baseline
    },
    factorIds: row.factor_ids as FactorId[], // checked against the spine when saved
    outcomeIds: row.outcome_ids as OutcomeId[], // likewise
    priorityId: row.priority_id,
    actionId: row.action_id,
    setting: row.setting,
    status: row.status as ProjectStatus, // held by a check constraint
    isPublic: row.is_public,
    publicSummary: row.public_summary,
    source: row.source,
    createdAt: row.created_at,
    version: row.version
  };
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
  const row = await selectProjects(tx, scope).where('id', '=', id).executeTakeFirst();
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
    aim_change: parts.aim.change,
    aim_amount: parts.aim.amount,
    aim_for_whom: parts.aim.forWhom,
    aim_by: parts.aim.by,
    aim_baseline: parts.aim.baseline,
    factor_ids: [...parts.factorIds],
    outcome_ids: [...parts.outcomeIds],
    priority_id: parts.priorityId,
    action_id: parts.actionId,
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
    .insertInto('improvement_project')
    .values({ partnership_id: scope.partnershipId, id, ...toColumns(parts) })
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
  return saveVersion(tx, scope, 'improvement_project', { id, expected }, toColumns(parts));
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
    'improvement_project',
    { id, expected },
    {
      is_public: parts.isPublic,
      public_summary: parts.publicSummary
    }
  );
}

function selectIdeas(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('change_idea')
    .select(['id', 'project_id', 'text', 'why', 'factor_id', 'version'])
    .where('partnership_id', '=', scope.partnershipId);
}

type IdeaRow = Awaited<ReturnType<ReturnType<typeof selectIdeas>['executeTakeFirstOrThrow']>>;

function toIdea(row: IdeaRow): ChangeIdea {
  return {
    id: row.id as ChangeIdeaId, // the column holds nothing else
    projectId: row.project_id as ProjectId, // likewise
    text: row.text,
    why: row.why,
    factorId: row.factor_id as FactorId | null, // checked against the spine when saved
    version: row.version
  };
}

/** The change ideas of one project, or of all, in the order in which they were added. */
export async function ideas(
  tx: Tx,
  scope: ReadScope,
  projectId?: ProjectId
): Promise<ChangeIdea[]> {
  let select = selectIdeas(tx, scope);
  if (projectId !== undefined) select = select.where('project_id', '=', projectId);
  const rows = await select.orderBy('created_at').orderBy('id').execute();
  return rows.map(toIdea);
}

export async function findIdea(tx: Tx, scope: ReadScope, id: string): Promise<ChangeIdea | null> {
  const row = await selectIdeas(tx, scope).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toIdea(row);
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
    .insertInto('change_idea')
    .values({
      partnership_id: scope.partnershipId,
      id: idea.id,
      project_id: idea.projectId,
      text: idea.text,
      why: idea.why,
      factor_id: idea.factorId
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
    'change_idea',
    { id, expected },
    {
      text: parts.text,
      why: parts.why,
      factor_id: parts.factorId
    }
  );
}
