import { err, ok } from '#core/result';
import { changedInput } from '#modules/records';
import { editing, savedOrChanged, saying } from '#modules/records/server';
import { command } from '#platform/command';
import { holdRow } from '#platform/saving';
import { removalInput, newAnnotationInput, newPhaseInput } from '../schema.ts';
import { explainInForm } from '../form-errors.ts';
import { chartReasons, chartsFor } from './chart-choice.ts';
import { baselineKind, measureKind } from './kinds.ts';
import * as markStore from './marks.store.server.ts';
import { measures } from './measures.store.server.ts';
import * as valueStore from './values.store.server.ts';

/** Setting up measures: what is counted, how it is shown, its baseline, its phases and its marks. */

const nobody = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

/** Measures of a project. Refuses a chart that does not fit, and to change what an entry holds once there is one. */
export const {
  add: addMeasure,
  change: changeMeasure,
  blank: blankMeasure,
  form: formOfMeasure
} = editing(measureKind, {
  example: {
    projectId: nobody,
    title: 'Children who heard a story at home',
    kind: 'outcome',
    valueForm: 'share',
    direction: 'increase',
    frequency: 'weekly'
  },
  async check({ tx, scope, values, stored }) {
    const { valueForm, chartType, chartReason } = values;
    if (!chartsFor[valueForm].includes(chartType)) {
      return err({ kind: 'chart-does-not-fit' } as const);
    }
    if (stored !== null && stored.valueForm !== valueForm) {
      await holdRow(tx, scope, 'measure', stored.id);
      const given = await valueStore.valuesOf(tx, scope, [stored.id]);
      if (given.length > 0) return err({ kind: 'form-has-values' } as const);
    }
    return ok({ ...values, chartReason: chartReason || chartReasons[chartType] });
  },
  explain: explainInForm
});

const fewestInBaseline = 5;

/**
 * Ends the baseline of a measure with a date: later values are compared with it, and no longer move its centre line.
 * Without a date all values make the baseline again.
 * Refuses: fewer than five values up to the date, which would be no baseline to speak of; a measure with phases.
 */
export const freezeBaseline = saying(
  command({
    name: 'improvement.freeze-baseline',
    needs: baselineKind.permission.change,
    input: changedInput(baselineKind),
    example: {
      id: nobody,
      frozenThrough: '2026-02-01',
      frozenReason: 'Before the first test',
      version: 1
    },
    async run({ scope, input, tx }) {
      const { id, version, ...baseline } = input;
      await holdRow(tx, scope, 'measure', id);
      const measure = await measures.find(tx, scope, id);
      if (measure === null) return err(notFound);
      const { frozenThrough } = baseline;
      if (frozenThrough !== null) {
        const phases = await markStore.phasesOf(tx, scope, [measure.id]);
        if (phases.length > 0) return err({ kind: 'baseline-and-phases' } as const);
        const counted = (await valueStore.valuesOf(tx, scope, [measure.id])).filter(
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
      return savedOrChanged({ tx, scope, kind: baselineKind, id }, baseline, version);
    }
  }),
  { done: baselineKind.words.changed, explain: explainInForm }
);

/** Begins a new phase of a measure, because somebody knows why the process changed. */
export const startPhase = saying(
  command({
    name: 'improvement.start-phase',
    needs: 'improvement:edit',
    input: newPhaseInput,
    example: { measureId: nobody, startsOn: '2026-02-01', reason: 'Book bags for all groups' },
    async run({ scope, input, tx, newId }) {
      await holdRow(tx, scope, 'measure', input.measureId);
      const measure = await measures.find(tx, scope, input.measureId);
      if (measure === null) return err(notFound);
      if (measure.frozenThrough !== null) return err({ kind: 'baseline-and-phases' } as const);
      const values = await valueStore.valuesOf(tx, scope, [measure.id]);
      const isBetween =
        values.some(({ measuredOn }) => measuredOn < input.startsOn) &&
        values.some(({ measuredOn }) => measuredOn >= input.startsOn);
      if (!isBetween) return err({ kind: 'phase-without-values' } as const);
      const isNew = await markStore.addPhase(tx, scope, { ...input, id: newId() });
      return isNew ? ok() : err({ kind: 'phase-taken' } as const);
    }
  }),
  { done: 'The new phase has begun.', explain: explainInForm }
);

export const removePhase = saying(
  command({
    name: 'improvement.remove-phase',
    needs: 'improvement:edit',
    input: removalInput,
    example: { id: nobody },
    async run({ scope, input, tx }) {
      return (await markStore.removePhase(tx, scope, input.id)) ? ok() : err(notFound);
    }
  }),
  { done: 'The phase is gone. The history keeps it.' }
);

/** Marks a date on the chart of a measure: "why was this high?" answered where it is asked. */
export const annotate = saying(
  command({
    name: 'improvement.annotate',
    needs: 'improvement:record',
    input: newAnnotationInput,
    example: {
      measureId: nobody,
      markedOn: '2026-02-10',
      label: 'Snow: nursery closed for two days'
    },
    async run({ scope, input, tx, newId }) {
      if ((await measures.find(tx, scope, input.measureId)) === null) return err(notFound);
      const id = newId();
      await markStore.addAnnotation(tx, scope, { ...input, id });
      return ok({ id });
    }
  }),
  { done: 'The mark is on the chart.' }
);

export const removeAnnotation = saying(
  command({
    name: 'improvement.remove-annotation',
    needs: 'improvement:record',
    input: removalInput,
    example: { id: nobody },
    async run({ scope, input, tx }) {
      return (await markStore.removeAnnotation(tx, scope, input.id)) ? ok() : err(notFound);
    }
  }),
  { done: 'The mark is gone from the chart. The history keeps it.' }
);
