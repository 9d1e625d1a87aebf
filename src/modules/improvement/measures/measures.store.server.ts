import type { Tx } from '#platform/database';
import { sought } from '#platform/ids';
import type { ReadScope, WriteScope } from '#platform/scope';
import { without } from '#platform/stored';
import { saveVersion } from '#platform/saving';
import { sql } from 'kysely';
import type { Measure, MeasureId, ProjectId } from '../types.ts';

/** All SQL about measures. */

function selectMeasures(tx: Tx, scope: ReadScope) {
  return tx.selectFrom('measure').selectAll().where('partnershipId', '=', scope.partnershipId);
}

const toMeasure = without('partnershipId');

/** The measures of one project, or of all: outcomes, then processes, then balancing; each by title. */
export async function measures(
  tx: Tx,
  scope: ReadScope,
  projectId?: ProjectId
): Promise<Measure[]> {
  let select = selectMeasures(tx, scope);
  if (projectId !== undefined) select = select.where('projectId', '=', projectId);
  const rows = await select
    .orderBy(sql`array_position(array['outcome', 'process', 'balancing'], kind)`)
    .orderBy(sql`title collate "und-x-icu"`)
    .execute();
  return rows.map(toMeasure);
}

export async function findMeasure(tx: Tx, scope: ReadScope, id: string): Promise<Measure | null> {
  const row = await selectMeasures(tx, scope)
    .where('id', '=', sought<MeasureId>(id))
    .executeTakeFirst();
  return row === undefined ? null : toMeasure(row);
}

export type MeasureParts = Omit<
  Measure,
  'id' | 'projectId' | 'frozenThrough' | 'frozenReason' | 'createdAt' | 'version'
>;

function toColumns(parts: MeasureParts) {
  return {
    title: parts.title,
    kind: parts.kind,
    valueForm: parts.valueForm,
    operationalDefinition: parts.operationalDefinition,
    numeratorWords: parts.numeratorWords,
    denominatorWords: parts.denominatorWords,
    exclusions: parts.exclusions,
    unit: parts.unit,
    ratePer: parts.ratePer,
    direction: parts.direction,
    chartType: parts.chartType,
    chartReason: parts.chartReason,
    goal: parts.goal,
    source: parts.source,
    collectorRole: parts.collectorRole,
    frequency: parts.frequency,
    sample: parts.sample
  };
}

export async function addMeasure(
  tx: Tx,
  scope: WriteScope,
  measure: MeasureParts & Pick<Measure, 'id' | 'projectId'>
): Promise<void> {
  await tx
    .insertInto('measure')
    .values({
      partnershipId: scope.partnershipId,
      id: measure.id,
      projectId: measure.projectId,
      ...toColumns(measure)
    })
    .execute();
}

/** Saves over version `expected`; answers the new version, or null when somebody else saved first. */
export async function saveMeasure(
  tx: Tx,
  scope: WriteScope,
  id: MeasureId,
  parts: MeasureParts,
  expected: number
): Promise<number | null> {
  return saveVersion(tx, scope, 'measure', { id, expected }, toColumns(parts));
}

export async function saveBaseline(
  tx: Tx,
  scope: WriteScope,
  id: MeasureId,
  parts: Pick<Measure, 'frozenThrough' | 'frozenReason'>,
  expected: number
): Promise<number | null> {
  return saveVersion(
    tx,
    scope,
    'measure',
    { id, expected },
    {
      frozenThrough: parts.frozenThrough,
      frozenReason: parts.frozenReason
    }
  );
}
