import type { ProjectId } from '#modules/improvement';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql } from 'kysely';
import type { DiagramVersion, FrozenDiagram } from './types.ts';

/** All SQL about named versions of a diagram. */

function selectVersions(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('driver_diagram_version as version')
    .leftJoin('person', 'person.id', 'version.saved_by')
    .select([
      'version.id',
      'version.diagram_id',
      'version.number',
      'version.name',
      'version.note',
      'version.saved_at',
      'person.name as saved_by'
    ])
    .where('version.partnership_id', '=', scope.partnershipId);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectVersions>['executeTakeFirstOrThrow']>>;

function toVersion(row: Row): DiagramVersion {
  return {
    id: row.id,
    number: row.number,
    name: row.name,
    note: row.note,
    savedAt: row.saved_at,
    savedBy: row.saved_by
  };
}

/** The versions of a diagram, the latest first. */
export async function versions(
  tx: Tx,
  scope: ReadScope,
  projectId: ProjectId
): Promise<DiagramVersion[]> {
  const rows = await selectVersions(tx, scope)
    .where('version.diagram_id', '=', projectId)
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
    .where('version.diagram_id', '=', projectId)
    .where('version.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const content = row.content as unknown as FrozenDiagram; // written by addVersion alone
  return { ...toVersion(row), content };
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
    .selectFrom('driver_diagram_version')
    .select((select) => select.fn.max('number').as('number'))
    .where('partnership_id', '=', scope.partnershipId)
    .where('diagram_id', '=', projectId)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await tx
    .insertInto('driver_diagram_version')
    .values({
      partnership_id: scope.partnershipId,
      id: version.id,
      diagram_id: projectId,
      number,
      name: version.name,
      note: version.note,
      content: sql<string>`${JSON.stringify(version.content)}::jsonb`,
      saved_at: now,
      saved_by: scope.personId
    })
    .execute();
  return number;
}
