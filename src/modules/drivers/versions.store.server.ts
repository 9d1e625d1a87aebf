import type { ProjectId } from '#modules/improvement';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql } from 'kysely';
import type { DiagramVersion, FrozenDiagram } from './types.ts';

/** All SQL about named versions of a diagram. */

function selectVersions(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('driverDiagramVersion as version')
    .leftJoin('person', 'person.id', 'version.savedBy')
    .select([
      'version.id',
      'version.diagramId',
      'version.number',
      'version.name',
      'version.note',
      'version.savedAt',
      'person.name as savedBy'
    ])
    .where('version.partnershipId', '=', scope.partnershipId);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectVersions>['executeTakeFirstOrThrow']>>;

function toVersion(row: Row): DiagramVersion {
  return {
    id: row.id,
    number: row.number,
    name: row.name,
    note: row.note,
    savedAt: row.savedAt,
    savedBy: row.savedBy
  };
}

/** The versions of a diagram, the latest first. */
export async function versions(
  tx: Tx,
  scope: ReadScope,
  projectId: ProjectId
): Promise<DiagramVersion[]> {
  const rows = await selectVersions(tx, scope)
    .where('version.diagramId', '=', projectId)
    .orderBy('version.number', 'desc')
    .execute();
  return rows.map(toVersion);
}

export async function findVersion(
  tx: Tx,
  scope: ReadScope,
  projectId: ProjectId,
  id: string
): Promise<(DiagramVersion & { readonly content: FrozenDiagram }) | null> {
  const row = await selectVersions(tx, scope)
    .select('version.content')
    .where('version.diagramId', '=', projectId)
    .where('version.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { ...toVersion(row), content: row.content };
}

/** Keeps a version under the next number. Assumes: the diagram is held. */
export async function addVersion(
  tx: Tx,
  scope: WriteScope,
  projectId: ProjectId,
  version: {
    readonly id: string;
    readonly name: string;
    readonly note: string;
    readonly content: FrozenDiagram;
  },
  now: Date
): Promise<number> {
  const last = await tx
    .selectFrom('driverDiagramVersion')
    .select((select) => select.fn.max('number').as('number'))
    .where('partnershipId', '=', scope.partnershipId)
    .where('diagramId', '=', projectId)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await tx
    .insertInto('driverDiagramVersion')
    .values({
      partnershipId: scope.partnershipId,
      id: version.id,
      diagramId: projectId,
      number,
      name: version.name,
      note: version.note,
      content: sql<string>`${JSON.stringify(version.content)}::jsonb`,
      savedAt: now,
      savedBy: scope.personId
    })
    .execute();
  return number;
}
