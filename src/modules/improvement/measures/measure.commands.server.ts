import { err, ok, type Result } from '#core/result';
import { changedMeanwhile } from '#platform/last-change';
import { command } from '#platform/command';
import { holdRow } from '#platform/saving';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { chartReasons, chartsFor, usualChart } from './chart-choice.ts';
import { baselineFields, measureFields } from '../conflicts.ts';
import * as store from './measures.store.server.ts';
import type { ImprovementProblem } from '../problems.ts';
import { findProject } from '../projects/projects.store.server.ts';
import {
  baselineInput,
  measureInput,
  newAnnotationInput,
  newMeasureInput,
  newPhaseInput,
  removalInput
} from '../schema.ts';
import type { Measure, MeasureChartType, MeasureId, MeasureValue, ValueForm } from '../types.ts';
import * as markStore from './marks.store.server.ts';
import * as valueStore from './values.store.server.ts';

/** Setting up measures: what is counted, how it is shown, its baseline, its phases and its marks. */

const nobody = '00000000-0000-4000-8000-000000000000';

const exampleMeasure = {
  title: 'Children who heard a story at home',
  kind: 'outcome',
  valueForm: 'share',
  direction: 'increase',
  frequency: 'weekly'
} as const;

export const addMeasure = command({
  name: 'improvement.add-measure',
  needs: 'improvement:edit',
  input: newMeasureInput,
  example: { projectId: nobody, ...exampleMeasure },
  async run({ scope, input, tx, newId }) {
    const project = await findProject(tx, scope, input.projectId);
    if (project === null) return err({ kind: 'not-found' } as const);
    const chart = chartOf(input);
    if (!chart.ok) return chart;
    const id = newId() as MeasureId; // made here
    await store.addMeasure(tx, scope, { ...input, ...chart.value, id });
    return ok({ id });
  }
});

export const changeMeasure = command({
  name: 'improvement.change-measure',
  needs: 'improvement:edit',
  input: measureInput,
  example: { measureId: nobody, ...exampleMeasure, version: 1 },
  async run({ scope, input, tx }) {
    await holdRow(tx, scope, 'measure', input.measureId);
    const stored = await store.findMeasure(tx, scope, input.measureId);
    if (stored === null) return err({ kind: 'not-found' } as const);
    const chart = chartOf(input);
    if (!chart.ok) return chart;
    if (input.valueForm !== stored.valueForm) {
      const values = await valueStore.valuesOf(tx, scope, [stored.id]);
      if (values.length > 0) return err({ kind: 'form-has-values' } as const);
    }
    const parts = { ...input, ...chart.value };
    const version = await store.saveMeasure(tx, scope, stored.id, parts, input.version);
    if (version !== null) return ok({ version });
    return err(await changedMeanwhile(tx, scope, 'measure', stored, measureFields(stored)));
  }
});

function chartOf(input: {
  readonly valueForm: ValueForm;
  readonly chartType: MeasureChartType | null;
  readonly chartReason: string;
}): Result<Pick<Measure, 'chartType' | 'chartReason'>, ImprovementProblem> {
  const chartType = input.chartType ?? usualChart;
  if (!chartsFor[input.valueForm].includes(chartType)) return err({ kind: 'chart-does-not-fit' });
  const chartReason = input.chartReason === '' ? chartReasons[chartType] : input.chartReason;
  return ok({ chartType, chartReason });
}

const fewestInBaseline = 5;

/**
 * Ends the baseline of a measure with a date: later values are compared with it, and no longer move its centre line.
 * Without a date all values make the baseline again.
 * Refuses: fewer than five values up to the date, which would be no baseline to speak of; a measure with phases.
 */
export const freezeBaseline = command({
  name: 'improvement.freeze-baseline',
  needs: 'improvement:edit',
  input: baselineInput,
  example: {
    measureId: nobody,
    frozenThrough: '2026-02-01',
    frozenReason: 'Before the first test',
    version: 1
  },
  async run({ scope, input, tx }) {
    await holdRow(tx, scope, 'measure', input.measureId);
    const found = await withValues(tx, scope, input.measureId);
    if (found === null) return err({ kind: 'not-found' } as const);
    const { measure, values } = found;
    const { frozenThrough } = input;
    if (frozenThrough !== null) {
      const phases = await markStore.phasesOf(tx, scope, [measure.id]);
      if (phases.length > 0) return err({ kind: 'baseline-and-phases' } as const);
      const counted = values.filter(
        (one) => one.measuredOn <= frozenThrough && one.figure.kind !== 'missing'
      );
      if (counted.length < fewestInBaseline) {
        return err({
          kind: 'baseline-too-short',
          values: counted.length,
          needed: fewestInBaseline
        } as const);
      }
    }
    const version = await store.saveBaseline(tx, scope, measure.id, input, input.version);
    if (version !== null) return ok({ version });
    return err(await changedMeanwhile(tx, scope, 'measure', measure, baselineFields(measure)));
  }
});

/** Begins a new phase of a measure, because somebody knows why the process changed. */
export const startPhase = command({
  name: 'improvement.start-phase',
  needs: 'improvement:edit',
  input: newPhaseInput,
  example: { measureId: nobody, startsOn: '2026-02-01', reason: 'Book bags for all groups' },
  async run({ scope, input, tx, newId }) {
    await holdRow(tx, scope, 'measure', input.measureId);
    const found = await withValues(tx, scope, input.measureId);
    if (found === null) return err({ kind: 'not-found' } as const);
    const { measure, values } = found;
    if (measure.frozenThrough !== null) return err({ kind: 'baseline-and-phases' } as const);
    const isBetween =
      values.some(({ measuredOn }) => measuredOn < input.startsOn) &&
      values.some(({ measuredOn }) => measuredOn >= input.startsOn);
    if (!isBetween) return err({ kind: 'phase-without-values' } as const);
    const isNew = await markStore.addPhase(tx, scope, { ...input, id: newId() });
    return isNew ? ok() : err({ kind: 'phase-taken' } as const);
  }
});

export const removePhase = command({
  name: 'improvement.remove-phase',
  needs: 'improvement:edit',
  input: removalInput,
  example: { id: nobody },
  async run({ scope, input, tx }) {
    const isGone = await markStore.removePhase(tx, scope, input.id);
    return isGone ? ok() : err({ kind: 'not-found' } as const);
  }
});

/** Marks a date on the chart of a measure: "why was this high?" answered where it is asked. */
export const annotate = command({
  name: 'improvement.annotate',
  needs: 'improvement:record',
  input: newAnnotationInput,
  example: {
    measureId: nobody,
    markedOn: '2026-02-10',
    label: 'Snow: nursery closed for two days'
  },
  async run({ scope, input, tx, newId }) {
    const measure = await store.findMeasure(tx, scope, input.measureId);
    if (measure === null) return err({ kind: 'not-found' } as const);
    const id = newId();
    await markStore.addAnnotation(tx, scope, { ...input, id });
    return ok({ id });
  }
});

export const removeAnnotation = command({
  name: 'improvement.remove-annotation',
  needs: 'improvement:record',
  input: removalInput,
  example: { id: nobody },
  async run({ scope, input, tx }) {
    const isGone = await markStore.removeAnnotation(tx, scope, input.id);
    return isGone ? ok() : err({ kind: 'not-found' } as const);
  }
});

async function withValues(
  tx: Tx,
  scope: ReadScope,
  id: MeasureId
): Promise<{ measure: Measure; values: MeasureValue[] } | null> {
  const measure = await store.findMeasure(tx, scope, id);
  if (measure === null) return null;
  return { measure, values: await valueStore.valuesOf(tx, scope, [measure.id]) };
}
