import type { Improvement } from '#modules/charts';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { saveVersion } from '#platform/saving';
import { sql } from 'kysely';
import type {
  Frequency,
  Measure,
  MeasureChartType,
  MeasureId,
  MeasureKind,
  ProjectId,
  ValueForm
} from './types.ts';

/** All SQL about measures. */

function selectMeasures(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('measure')
    .select([
      'id',
      'project_id',
      'title',
      'kind',
      'value_form',
      'operational_definition',
      'numerator_words',
      'denominator_words',
      'exclusions',
      'unit',
      'rate_per',
      'direction',
      'chart_type',
      'chart_reason',
      'goal',
      'frozen_through',
      'frozen_reason',
      'source',
      'collector_role',
      'frequency',
      'sample',
      'created_at',
      'version'
    ])
    .where('partnership_id', '=', scope.partnershipId);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectMeasures>['executeTakeFirstOrThrow']>>;

function toMeasure(row: Row): Measure {
  return {
    id: row.id as MeasureId, // the column holds nothing else
    projectId: row.project_id as ProjectId, // likewise
    title: row.title,
    kind: row.kind as MeasureKind, // this and the other choices are held by check constraints
    valueForm: row.value_form as ValueForm,
    operationalDefinition: row.operational_definition,
    numeratorWords: row.numerator_words,
    denominatorWords: row.denominator_words,
    exclusions: row.exclusions,
    unit: row.unit,
    ratePer: row.rate_per,
    direction: row.direction as Improvement,
    chartType: row.chart_type as MeasureChartType,
    chartReason: row.chart_reason,
    goal: row.goal,
    frozenThrough: row.frozen_through,
    frozenReason: row.frozen_reason,
    source: row.source,
    collectorRole: row.collector_role,
    frequency: row.frequency as Frequency,
    sample: row.sample,
    createdAt: row.created_at,
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
  if (projectId !== undefined) select = select.where('project_id', '=', projectId);
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
    value_form: parts.valueForm,
    operational_definition: parts.operationalDefinition,
    numerator_words: parts.numeratorWords,
    denominator_words: parts.denominatorWords,
    exclusions: parts.exclusions,
    unit: parts.unit,
    rate_per: parts.ratePer,
    direction: parts.direction,
    chart_type: parts.chartType,
    chart_reason: parts.chartReason,
    goal: parts.goal,
    source: parts.source,
    collector_role: parts.collectorRole,
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
      partnership_id: scope.partnershipId,
      id: measure.id,
      project_id: measure.projectId,
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
      frozen_through: parts.frozenThrough,
      frozen_reason: parts.frozenReason
    }
  );
}
