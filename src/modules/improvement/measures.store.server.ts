import type { Improvement, WhyMissing } from '#modules/charts';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql } from 'kysely';
import type {
  Figure,
  Frequency,
  Measure,
  MeasureAnnotation,
  MeasureChartType,
  MeasureId,
  MeasureKind,
  MeasurePhase,
  MeasureValue,
  NewValue,
  ProjectId,
  ValueForm,
  ValueStatus
} from './types.ts';

/** All SQL about measures, their values, annotations and phases. */

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
  const row = await tx
    .updateTable('measure')
    .set({ ...toColumns(parts), version: expected + 1 })
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', id)
    .where('version', '=', expected)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}

export async function saveBaseline(
  tx: Tx,
  scope: WriteScope,
  id: MeasureId,
  parts: Pick<Measure, 'frozenThrough' | 'frozenReason'>,
  expected: number
): Promise<number | null> {
  const row = await tx
    .updateTable('measure')
    .set({
      frozen_through: parts.frozenThrough,
      frozen_reason: parts.frozenReason,
      version: expected + 1
    })
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', id)
    .where('version', '=', expected)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}

function selectValues(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('measure_value')
    .leftJoin('person', 'person.id', 'measure_value.added_by')
    .select([
      'measure_value.id',
      'measure_value.measure_id',
      'measure_value.measured_on',
      'measure_value.value',
      'measure_value.numerator',
      'measure_value.denominator',
      'measure_value.why_missing',
      'measure_value.note',
      'measure_value.status',
      'measure_value.added_at',
      'measure_value.version',
      'person.name as added_by'
    ])
    .where('measure_value.partnership_id', '=', scope.partnershipId);
}

type ValueRow = Awaited<ReturnType<ReturnType<typeof selectValues>['executeTakeFirstOrThrow']>>;

function toFigure(
  row: Pick<ValueRow, 'value' | 'numerator' | 'denominator' | 'why_missing'>
): Figure {
  if (row.value !== null) return { kind: 'value', value: row.value };
  if (row.numerator !== null && row.denominator !== null) {
    return { kind: 'ratio', numerator: row.numerator, denominator: row.denominator };
  }
  return { kind: 'missing', why: (row.why_missing ?? 'not-collected') as WhyMissing }; // held by a check constraint
}

function toValue(row: ValueRow): MeasureValue {
  return {
    id: row.id,
    measureId: row.measure_id as MeasureId, // the column holds nothing else
    measuredOn: row.measured_on,
    figure: toFigure(row),
    note: row.note,
    status: row.status as ValueStatus, // held by a check constraint
    addedAt: row.added_at,
    addedBy: row.added_by,
    version: row.version
  };
}

/** The values of the measures, in time order. */
export async function valuesOf(
  tx: Tx,
  scope: ReadScope,
  measureIds: readonly MeasureId[]
): Promise<MeasureValue[]> {
  if (measureIds.length === 0) return [];
  const rows = await selectValues(tx, scope)
    .where('measure_value.measure_id', 'in', measureIds)
    .orderBy('measure_value.measured_on')
    .execute();
  return rows.map(toValue);
}

export async function findValue(
  tx: Tx,
  scope: ReadScope,
  id: string
): Promise<MeasureValue | null> {
  const row = await selectValues(tx, scope).where('measure_value.id', '=', id).executeTakeFirst();
  return row === undefined ? null : toValue(row);
}

/** How many values each measure has, and the date of the last. */
export async function valueCounts(
  tx: Tx,
  scope: ReadScope
): Promise<Map<MeasureId, { count: number; lastOn: string | null; lastAddedAt: Date | null }>> {
  const rows = await tx
    .selectFrom('measure_value')
    .select(({ fn }) => [
      'measure_id',
      fn.countAll<number>().as('count'),
      fn.max('measured_on').as('last_on'),
      fn.max('added_at').as('last_added_at')
    ])
    .where('partnership_id', '=', scope.partnershipId)
    .groupBy('measure_id')
    .execute();
  return new Map(
    rows.map((row) => [
      row.measure_id as MeasureId, // the column holds nothing else
      { count: Number(row.count), lastOn: row.last_on, lastAddedAt: row.last_added_at }
    ])
  );
}

function figureColumns(figure: Figure) {
  return {
    value: figure.kind === 'value' ? figure.value : null,
    numerator: figure.kind === 'ratio' ? figure.numerator : null,
    denominator: figure.kind === 'ratio' ? figure.denominator : null,
    why_missing: figure.kind === 'missing' ? figure.why : null
  };
}

const rowsAtOnce = 1000;

/**
 * Adds values on dates that have none; answers the dates that somebody else filled in the meantime, which were left as
 * they are.
 */
export async function addValues(
  tx: Tx,
  scope: WriteScope,
  measureId: MeasureId,
  values: readonly (NewValue & { readonly id: string })[],
  now: Date
): Promise<string[]> {
  const added = new Set<string>();
  for (let from = 0; from < values.length; from += rowsAtOnce) {
    const rows = await tx
      .insertInto('measure_value')
      .values(
        values.slice(from, from + rowsAtOnce).map((one) => ({
          partnership_id: scope.partnershipId,
          id: one.id,
          measure_id: measureId,
          measured_on: one.measuredOn,
          ...figureColumns(one.figure),
          note: one.note,
          status: one.status,
          added_at: now,
          added_by: scope.personId
        }))
      )
      .onConflict((conflict) =>
        conflict.columns(['partnership_id', 'measure_id', 'measured_on']).doNothing()
      )
      .returning('measured_on')
      .execute();
    for (const row of rows) added.add(row.measured_on);
  }
  return values.map((one) => one.measuredOn).filter((date) => !added.has(date));
}

/** Saves over version `expected`; answers the new version, or null when somebody else saved first. */
export async function saveValue(
  tx: Tx,
  scope: WriteScope,
  id: string,
  value: NewValue,
  expected: number,
  now: Date
): Promise<number | null> {
  const row = await tx
    .updateTable('measure_value')
    .set({
      measured_on: value.measuredOn,
      ...figureColumns(value.figure),
      note: value.note,
      status: value.status,
      added_at: now,
      added_by: scope.personId,
      version: expected + 1
    })
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', id)
    .where('version', '=', expected)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}

export async function removeValue(
  tx: Tx,
  scope: WriteScope,
  id: string,
  expected: number
): Promise<boolean> {
  const answer = await tx
    .deleteFrom('measure_value')
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', id)
    .where('version', '=', expected)
    .executeTakeFirst();
  return answer.numDeletedRows > 0n;
}

export async function annotationsOf(
  tx: Tx,
  scope: ReadScope,
  measureIds: readonly MeasureId[]
): Promise<MeasureAnnotation[]> {
  if (measureIds.length === 0) return [];
  const rows = await tx
    .selectFrom('measure_annotation')
    .select(['id', 'measure_id', 'marked_on', 'label', 'kind'])
    .where('partnership_id', '=', scope.partnershipId)
    .where('measure_id', 'in', measureIds)
    .orderBy('marked_on')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    measureId: row.measure_id as MeasureId, // the column holds nothing else
    markedOn: row.marked_on,
    label: row.label,
    kind: row.kind as MeasureAnnotation['kind'] // held by a check constraint
  }));
}

export async function addAnnotation(
  tx: Tx,
  scope: WriteScope,
  annotation: MeasureAnnotation
): Promise<void> {
  await tx
    .insertInto('measure_annotation')
    .values({
      partnership_id: scope.partnershipId,
      id: annotation.id,
      measure_id: annotation.measureId,
      marked_on: annotation.markedOn,
      label: annotation.label,
      kind: annotation.kind
    })
    .execute();
}

export async function removeAnnotation(tx: Tx, scope: WriteScope, id: string): Promise<boolean> {
  const answer = await tx
    .deleteFrom('measure_annotation')
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', id)
    .executeTakeFirst();
  return answer.numDeletedRows > 0n;
}

export async function phasesOf(
  tx: Tx,
  scope: ReadScope,
  measureIds: readonly MeasureId[]
): Promise<MeasurePhase[]> {
  if (measureIds.length === 0) return [];
  const rows = await tx
    .selectFrom('measure_phase')
    .select(['id', 'measure_id', 'starts_on', 'reason'])
    .where('partnership_id', '=', scope.partnershipId)
    .where('measure_id', 'in', measureIds)
    .orderBy('starts_on')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    measureId: row.measure_id as MeasureId, // the column holds nothing else
    startsOn: row.starts_on,
    reason: row.reason
  }));
}

/** False when a phase begins on that date already. */
export async function addPhase(tx: Tx, scope: WriteScope, phase: MeasurePhase): Promise<boolean> {
  const answer = await tx
    .insertInto('measure_phase')
    .values({
      partnership_id: scope.partnershipId,
      id: phase.id,
      measure_id: phase.measureId,
      starts_on: phase.startsOn,
      reason: phase.reason
    })
    .onConflict((conflict) =>
      conflict.columns(['partnership_id', 'measure_id', 'starts_on']).doNothing()
    )
    .executeTakeFirst();
  return (answer.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function removePhase(tx: Tx, scope: WriteScope, id: string): Promise<boolean> {
  const answer = await tx
    .deleteFrom('measure_phase')
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', id)
    .executeTakeFirst();
  return answer.numDeletedRows > 0n;
}
