import type { ChangeIdeaId, MeasureId, ProjectId } from '#modules/improvement';
import type { Tx } from '#platform/database';
import { sought } from '#platform/ids';
import { removeRow, saveVersion } from '#platform/saving';
import type { ReadScope, WriteScope } from '#platform/scope';
import type { ArchivedDriver, Driver, DriverId, DriverLink, DriverLinkId, Lower } from './types.ts';

/** All SQL about drivers and what hangs under them. */

export type DiagramHead = { readonly version: number; readonly basedOn: string };

/** The diagram of a project, or null while nobody has begun one. */
export async function findHead(
  tx: Tx,
  scope: ReadScope,
  projectId: ProjectId
): Promise<DiagramHead | null> {
  const row = await tx
    .selectFrom('driverDiagram')
    .select(['version', 'basedOn'])
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', projectId)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Begins the diagram of a project unless it is there, and holds it until the transaction ends: changes of one diagram wait for each
 * other. Answers its version.
 */
export async function holdDiagram(
  tx: Tx,
  scope: WriteScope,
  projectId: ProjectId
): Promise<number> {
  await tx
    .insertInto('driverDiagram')
    .values({ partnershipId: scope.partnershipId, id: projectId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await tx
    .selectFrom('driverDiagram')
    .select('version')
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', projectId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.version;
}

/** Counts a change of what hangs where. Assumes: the diagram is held. */
export async function countChange(
  tx: Tx,
  scope: WriteScope,
  projectId: ProjectId,
  basedOn?: string
): Promise<void> {
  await tx
    .updateTable('driverDiagram')
    .set((select) => ({
      version: select('version', '+', 1),
      ...(basedOn === undefined ? {} : { basedOn })
    }))
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', projectId)
    .execute();
}

function selectDrivers(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('driver')
    .select(['id', 'diagramId', 'level', 'title', 'why', 'factorId', 'position', 'version'])
    .where('partnershipId', '=', scope.partnershipId);
}

type DriverRow = Awaited<ReturnType<ReturnType<typeof selectDrivers>['executeTakeFirstOrThrow']>>;

/** A driver with the project that it belongs to. */
export type DriverOfProject = Driver & { readonly projectId: ProjectId };

async function withMeasures(
  tx: Tx,
  scope: ReadScope,
  rows: readonly DriverRow[]
): Promise<DriverOfProject[]> {
  if (rows.length === 0) return [];
  const watching = await tx
    .selectFrom('driverMeasure')
    .select(['driverId', 'measureId'])
    .where('partnershipId', '=', scope.partnershipId)
    .where(
      'driverId',
      'in',
      rows.map(({ id }) => id)
    )
    .orderBy('measureId')
    .execute();
  return rows.map(({ diagramId, ...row }) => ({
    ...row,
    projectId: diagramId, // a diagram goes by its project's identifier
    measureIds: watching
      .filter(({ driverId }) => driverId === row.id)
      .map(({ measureId }) => measureId)
  }));
}

/** The drivers in use of one project, or of all. */
export async function drivers(
  tx: Tx,
  scope: ReadScope,
  projectId?: ProjectId
): Promise<DriverOfProject[]> {
  let select = selectDrivers(tx, scope).where('archivedAt', 'is', null);
  if (projectId !== undefined) select = select.where('diagramId', '=', projectId);
  return withMeasures(tx, scope, await select.orderBy('position').orderBy('id').execute());
}

/** A driver in use. */
export async function findDriver(
  tx: Tx,
  scope: ReadScope,
  id: string
): Promise<DriverOfProject | null> {
  const row = await selectDrivers(tx, scope)
    .where('id', '=', sought<DriverId>(id))
    .where('archivedAt', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : ((await withMeasures(tx, scope, [row]))[0] ?? null);
}

/** What hangs where among the drivers in use, of one project or of all. */
export async function links(
  tx: Tx,
  scope: ReadScope,
  projectId?: ProjectId
): Promise<DriverLink[]> {
  let select = tx
    .selectFrom('driverLink as link')
    .innerJoin('driver as upper', (join) =>
      join
        .onRef('upper.partnershipId', '=', 'link.partnershipId')
        .onRef('upper.id', '=', 'link.upperId')
    )
    .leftJoin('driver as lower', (join) =>
      join
        .onRef('lower.partnershipId', '=', 'link.partnershipId')
        .onRef('lower.id', '=', 'link.driverId')
    )
    .select(['link.id', 'link.upperId', 'link.driverId', 'link.changeIdeaId', 'link.position'])
    .where('link.partnershipId', '=', scope.partnershipId)
    .where('upper.archivedAt', 'is', null)
    .where('lower.archivedAt', 'is', null);
  if (projectId !== undefined) select = select.where('link.diagramId', '=', projectId);
  const rows = await select.orderBy('link.position').orderBy('link.id').execute();
  return rows.map((row) => ({
    id: row.id,
    upperId: row.upperId,
    lower:
      row.driverId === null
        ? { kind: 'idea', id: row.changeIdeaId as ChangeIdeaId } // one of the two is there: a check constraint
        : { kind: 'driver', id: row.driverId },
    position: row.position
  }));
}

export type NewDriver = Pick<Driver, 'id' | 'level' | 'title' | 'why' | 'factorId'>;

/** Adds a driver after those of its level. Assumes: the diagram is held. */
export async function addDriver(
  tx: Tx,
  scope: WriteScope,
  projectId: ProjectId,
  driver: NewDriver
): Promise<void> {
  const last = await tx
    .selectFrom('driver')
    .select((select) => select.fn.max('position').as('position'))
    .where('partnershipId', '=', scope.partnershipId)
    .where('diagramId', '=', projectId)
    .executeTakeFirst();
  await tx
    .insertInto('driver')
    .values({
      partnershipId: scope.partnershipId,
      id: driver.id,
      diagramId: projectId,
      level: driver.level,
      title: driver.title,
      why: driver.why,
      factorId: driver.factorId,
      position: (last?.position ?? 0) + 1
    })
    .execute();
}

/** Saves over version `expected`; answers the new version, or null when somebody else saved first. */
export async function saveDriver(
  tx: Tx,
  scope: WriteScope,
  id: DriverId,
  parts: Pick<Driver, 'title' | 'why' | 'factorId'>,
  expected: number
): Promise<number | null> {
  return saveVersion(
    tx,
    scope,
    'driver',
    { id, expected },
    { title: parts.title, why: parts.why, factorId: parts.factorId }
  );
}

/** Ties a driver to exactly these measures. */
export async function watchWith(
  tx: Tx,
  scope: WriteScope,
  driverId: DriverId,
  measureIds: readonly MeasureId[],
  newId: () => string
): Promise<void> {
  const tied = tx
    .deleteFrom('driverMeasure')
    .where('partnershipId', '=', scope.partnershipId)
    .where('driverId', '=', driverId);
  if (measureIds.length === 0) {
    await tied.execute();
    return;
  }
  await tied.where('measureId', 'not in', measureIds).execute();
  await tx
    .insertInto('driverMeasure')
    .values(
      measureIds.map((measureId) => ({
        partnershipId: scope.partnershipId,
        id: newId(),
        driverId,
        measureId
      }))
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Hangs something under a driver, after what hangs there. Assumes: the diagram is held, and the rules allow it. */
export async function addLink(
  tx: Tx,
  scope: WriteScope,
  projectId: ProjectId,
  link: { readonly id: DriverLinkId; readonly upperId: DriverId; readonly lower: Lower }
): Promise<void> {
  const last = await tx
    .selectFrom('driverLink')
    .select((select) => select.fn.max('position').as('position'))
    .where('partnershipId', '=', scope.partnershipId)
    .where('upperId', '=', link.upperId)
    .executeTakeFirst();
  await tx
    .insertInto('driverLink')
    .values({
      partnershipId: scope.partnershipId,
      id: link.id,
      diagramId: projectId,
      upperId: link.upperId,
      driverId: link.lower.kind === 'driver' ? link.lower.id : null,
      changeIdeaId: link.lower.kind === 'idea' ? link.lower.id : null,
      position: (last?.position ?? 0) + 1
    })
    .execute();
}

export async function removeLink(tx: Tx, scope: WriteScope, id: DriverLinkId): Promise<void> {
  await removeRow(tx, scope, 'driverLink', id);
}

/** Puts rows into the order given. */
export async function putInOrder(
  tx: Tx,
  scope: WriteScope,
  table: 'driver' | 'driverLink',
  ids: readonly string[]
): Promise<void> {
  for (const [index, id] of ids.entries()) {
    await tx
      .updateTable(table)
      .set({ position: index + 1 })
      .where('partnershipId', '=', scope.partnershipId)
      .where('id', '=', sought<DriverId & DriverLinkId>(id))
      .execute();
  }
}

export async function archive(
  tx: Tx,
  scope: WriteScope,
  ids: readonly DriverId[],
  archivedWith: DriverId,
  now: Date
): Promise<void> {
  await tx
    .updateTable('driver')
    .set({ archivedAt: now, archivedWith })
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', 'in', ids)
    .execute();
}

/** Brings back a driver with those that went along. False when it was not archived. */
export async function restore(tx: Tx, scope: WriteScope, id: DriverId): Promise<boolean> {
  const answer = await tx
    .updateTable('driver')
    .set({ archivedAt: null, archivedWith: null })
    .where('partnershipId', '=', scope.partnershipId)
    .where('archivedWith', '=', id)
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}

/** The project of a driver, in use or archived. */
export async function projectOf(
  tx: Tx,
  scope: ReadScope,
  driverId: DriverId
): Promise<ProjectId | null> {
  const row = await selectDrivers(tx, scope).where('id', '=', driverId).executeTakeFirst();
  return row === undefined ? null : row.diagramId;
}

/** The drivers that somebody archived, the latest first; those that went along are counted. */
export async function archivedDrivers(
  tx: Tx,
  scope: ReadScope,
  projectId: ProjectId
): Promise<ArchivedDriver[]> {
  const rows = await tx
    .selectFrom('driver')
    .select(['id', 'level', 'title', 'archivedAt', 'archivedWith'])
    .where('partnershipId', '=', scope.partnershipId)
    .where('diagramId', '=', projectId)
    .where('archivedAt', 'is not', null)
    .orderBy('archivedAt', 'desc')
    .execute();
  return rows.flatMap((row) =>
    row.archivedAt === null || row.archivedWith !== row.id
      ? []
      : [
          {
            id: row.id,
            level: row.level,
            title: row.title,
            archivedAt: row.archivedAt,
            wentAlong: rows.filter((other) => other.archivedWith === row.id).length - 1
          }
        ]
  );
}
