import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { saveVersion } from '#platform/saving';
import { sql } from 'kysely';
import type { Measure, MeasureId, ProjectId } from './types.ts';

/** All SQL about measures. */

function selectMeasures(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('measure')
    .select([
      'id',
      'projectId',
      'title',
      'kind',
      'valueForm',
      'operationalDefinition',
      'numeratorWords',
      'denominatorWords',
      'exclusions',
      'unit',
      'ratePer',
      'direction',
      'chartType',
      'chartReason',
      'goal',
      'frozenThrough',
      'frozenReason',
      'source',
      'collectorRole',
      'frequency',
      'sample',
      'createdAt',
      'version'
    ])
    .where('partnershipId', '=', scope.partnershipId);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectMeasures>['executeTakeFirstOrThrow']>>;

function toMeasure(row: Row): Measure {
  return {
    id: row.id as MeasureId, // the column holds nothing else
    projectId: row.projectId as ProjectId, // the column holds nothing else
    title: row.title,
    kind: row.kind,
    valueForm: row.valueForm,
    operationalDefinition: row.operationalDefinition,
    numeratorWords: row.numeratorWords,
    denominatorWords: row.denominatorWords,
    exclusions: row.exclusions,
    unit: row.unit,
    ratePer: row.ratePer,
    direction: row.direction,
    chartType: row.chartType,
    chartReason: row.chartReason,
    goal: row.goal,
    frozenThrough: row.frozenThrough,
    frozenReason: row.frozenReason,
    source: row.source,
    collectorRole: row.collectorRole,
    frequency: row.frequency,
    sample: row.sample,
    createdAt: row.createdAt,
    version: row.version
  };
}

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
  const row = await selectMeasures(tx, scope).where('id', '=', id).executeTakeFirst();
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
