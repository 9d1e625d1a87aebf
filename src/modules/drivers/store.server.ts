import type { ChangeIdeaId, MeasureId, ProjectId } from '#modules/improvement';
import type { FactorId } from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import { removeRow, saveVersion } from '#platform/saving';
import type { ReadScope, WriteScope } from '#platform/scope';
import type {
  ArchivedDriver,
  Driver,
  DriverId,
  DriverLink,
  DriverLinkId,
  Level,
  Lower
} from './types.ts';

/** All SQL about drivers and what hangs under them. */

export type DiagramHead = { readonly version: number; readonly basedOn: string };

/** The diagram of a project, or null while nobody has begun one. */
export async function findHead(
  tx: Tx,
  scope: ReadScope,
  projectId: ProjectId
): Promise<DiagramHead | null> {
  const row = await tx
    .selectFrom('driver_diagram')
    .select(['version', 'based_on'])
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', projectId)
    .executeTakeFirst();
  return row === undefined ? null : { version: row.version, basedOn: row.based_on };
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
    .insertInto('driver_diagram')
    .values({ partnership_id: scope.partnershipId, id: projectId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await tx
    .selectFrom('driver_diagram')
    .select('version')
    .where('partnership_id', '=', scope.partnershipId)
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
    .updateTable('driver_diagram')
    .set((select) => ({
      version: select('version', '+', 1),
      ...(basedOn === undefined ? {} : { based_on: basedOn })
    }))
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', projectId)
    .execute();
}

function selectDrivers(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('driver')
    .select(['id', 'diagram_id', 'level', 'title', 'why', 'factor_id', 'position', 'version'])
    .where('partnership_id', '=', scope.partnershipId);
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
    .selectFrom('driver_measure')
    .select(['driver_id', 'measure_id'])
    .where('partnership_id', '=', scope.partnershipId)
    .where(
      'driver_id',
      'in',
      rows.map(({ id }) => id)
    )
    .orderBy('measure_id')
    .execute();
  return rows.map((row) => ({
    id: row.id as DriverId, // the column holds nothing else
    projectId: row.diagram_id as ProjectId, // a diagram goes by its project's identifier
    level: row.level as Level, // held by a check constraint
    title: row.title,
    why: row.why,
    factorId: row.factor_id as FactorId | null, // checked against the spine when saved
    position: row.position,
    measureIds: watching
      .filter((one) => one.driver_id === row.id)
      .map((one) => one.measure_id as MeasureId), // the column holds nothing else
    version: row.version
  }));
}

/** The drivers in use of one project, or of all. */
export async function drivers(
  tx: Tx,
  scope: ReadScope,
  projectId?: ProjectId
): Promise<DriverOfProject[]> {
  let select = selectDrivers(tx, scope).where('archived_at', 'is', null);
  if (projectId !== undefined) select = select.where('diagram_id', '=', projectId);
  return withMeasures(tx, scope, await select.orderBy('position').orderBy('id').execute());
}

/** A driver in use. */
export async function findDriver(
  tx: Tx,
  scope: ReadScope,
  id: string
): Promise<DriverOfProject | null> {
  const row = await selectDrivers(tx, scope)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
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
    .selectFrom('driver_link as link')
    .innerJoin('driver as upper', (join) =>
      join
        .onRef('upper.partnership_id', '=', 'link.partnership_id')
        .onRef('upper.id', '=', 'link.upper_id')
    )
    .leftJoin('driver as lower', (join) =>
      join
        .onRef('lower.partnership_id', '=', 'link.partnership_id')
        .onRef('lower.id', '=', 'link.driver_id')
    )
    .select(['link.id', 'link.upper_id', 'link.driver_id', 'link.change_idea_id', 'link.position'])
    .where('link.partnership_id', '=', scope.partnershipId)
    .where('upper.archived_at', 'is', null)
    .where('lower.archived_at', 'is', null);
  if (projectId !== undefined) select = select.where('link.diagram_id', '=', projectId);
  const rows = await select.orderBy('link.position').orderBy('link.id').execute();
  return rows.map((row) => ({
    id: row.id as DriverLinkId, // the columns hold nothing else
    upperId: row.upper_id as DriverId,
    lower:
      row.driver_id === null
        ? { kind: 'idea', id: row.change_idea_id as ChangeIdeaId } // one of the two is there: a check constraint
        : { kind: 'driver', id: row.driver_id as DriverId },
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
    .where('partnership_id', '=', scope.partnershipId)
    .where('diagram_id', '=', projectId)
    .executeTakeFirst();
  await tx
    .insertInto('driver')
    .values({
      partnership_id: scope.partnershipId,
      id: driver.id,
      diagram_id: projectId,
      level: driver.level,
      title: driver.title,
      why: driver.why,
      factor_id: driver.factorId,
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
    { title: parts.title, why: parts.why, factor_id: parts.factorId }
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
    .deleteFrom('driver_measure')
    .where('partnership_id', '=', scope.partnershipId)
    .where('driver_id', '=', driverId);
  if (measureIds.length === 0) {
    await tied.execute();
    return;
  }
  await tied.where('measure_id', 'not in', measureIds).execute();
  await tx
    .insertInto('driver_measure')
    .values(
      measureIds.map((measureId) => ({
        partnership_id: scope.partnershipId,
        id: newId(),
        driver_id: driverId,
        measure_id: measureId
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
    .selectFrom('driver_link')
    .select((select) => select.fn.max('position').as('position'))
    .where('partnership_id', '=', scope.partnershipId)
    .where('upper_id', '=', link.upperId)
    .executeTakeFirst();
  await tx
    .insertInto('driver_link')
    .values({
      partnership_id: scope.partnershipId,
      id: link.id,
      diagram_id: projectId,
      upper_id: link.upperId,
      driver_id: link.lower.kind === 'driver' ? link.lower.id : null,
      change_idea_id: link.lower.kind === 'idea' ? link.lower.id : null,
      position: (last?.position ?? 0) + 1
    })
    .execute();
}

export async function removeLink(tx: Tx, scope: WriteScope, id: DriverLinkId): Promise<void> {
  await removeRow(tx, scope, 'driver_link', id);
}

/** Puts rows into the order given. */
export async function putInOrder(
  tx: Tx,
  scope: WriteScope,
  table: 'driver' | 'driver_link',
  ids: readonly string[]
): Promise<void> {
  for (const [index, id] of ids.entries()) {
    await tx
      .updateTable(table)
      .set({ position: index + 1 })
      .where('partnership_id', '=', scope.partnershipId)
      .where('id', '=', id)
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
    .set({ archived_at: now, archived_with: archivedWith })
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', 'in', ids)
    .execute();
}

/** Brings back a driver with those that went along. False when it was not archived. */
export async function restore(tx: Tx, scope: WriteScope, id: DriverId): Promise<boolean> {
  const answer = await tx
    .updateTable('driver')
    .set({ archived_at: null, archived_with: null })
    .where('partnership_id', '=', scope.partnershipId)
    .where('archived_with', '=', id)
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
  return row === undefined ? null : (row.diagram_id as ProjectId); // as above
}

/** The drivers that somebody archived, the latest first; those that went along are counted. */
export async function archivedDrivers(
  tx: Tx,
  scope: ReadScope,
  projectId: ProjectId
): Promise<ArchivedDriver[]> {
  const rows = await tx
    .selectFrom('driver')
    .select(['id', 'level', 'title', 'archived_at', 'archived_with'])
    .where('partnership_id', '=', scope.partnershipId)
    .where('diagram_id', '=', projectId)
    .where('archived_at', 'is not', null)
    .orderBy('archived_at', 'desc')
    .execute();
  return rows.flatMap((row) =>
    row.archived_at === null || row.archived_with !== row.id
      ? []
      : [
          {
            id: row.id as DriverId, // as above
            level: row.level as Level,
            title: row.title,
            archivedAt: row.archived_at,
            wentAlong: rows.filter((other) => other.archived_with === row.id).length - 1
          }
        ]
  );
}
