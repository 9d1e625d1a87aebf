import { dateOf } from '#core/dates';
import { err, ok, type Result } from '#core/result';
import { changedMeanwhile } from '#platform/last-change';
import { command } from '#platform/command';
import { saying } from '#modules/records/server';
import { rememberColumns } from '#platform/remembered';
import { holdRow } from '#platform/saving';
import { explainInForm } from '../form-errors.ts';
import { valueFields } from './value-as-sent.ts';
import * as store from './measures.store.server.ts';
import { once } from '../tests-of-change/once.server.ts';
import { parseValues, readFigure } from './parse-values.ts';
import type { ImprovementProblem } from '../problems.ts';
import { newValueInput, newValuesInput, valueInput, valueRemovalInput } from '../schema.ts';
import type { NewValue, ValueForm, ValueStatus } from '../types.ts';
import * as valueStore from './values.store.server.ts';

/** Values of measures, one at a time or many at once. */

const nobody = '00000000-0000-4000-8000-000000000000';

type ValueTexts = {
  readonly measuredOn: string;
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly note: string;
  readonly status: ValueStatus;
};

/** Turns what was typed for one value into what can be stored. */
function readValue(
  form: ValueForm,
  typed: ValueTexts,
  today: string
): Result<NewValue, ImprovementProblem> {
  const figure = readFigure(form, typed);
  if (!figure.ok) return err({ kind: 'bad-figure', problems: figure.error });
  if (typed.measuredOn > today) return err({ kind: 'date-ahead', date: typed.measuredOn });
  if (typed.status === 'left-out' && typed.note === '')
    return err({ kind: 'left-out-without-reason' });
  const { measuredOn, note, status } = typed;
  return ok({ measuredOn, note, status, figure: figure.value });
}

/**
 * Adds one value to a measure. A date that has a value already is not overwritten.
 * Sent again under the same `sendingId`, it is added once.
 */
export const addMeasureValue = saying(
  command({
    name: 'improvement.add-measure-value',
    needs: 'improvement:record',
    input: newValueInput,
    example: { measureId: nobody, measuredOn: '2026-03-01', numerator: '14', denominator: '20' },
    async run({ scope, input, tx, now, newId }) {
      await holdRow(tx, scope, 'measure', input.measureId);
      const measure = await store.measures.find(tx, scope, input.measureId);
      if (measure === null) return err({ kind: 'not-found' } as const);
      const { sendingId, ...content } = input;
      return once(
        tx,
        scope,
        { id: sendingId, content, now },
        {
          makes: 'value',
          // Whether it still stands or not: it was added then.
          again: (madeId) => Promise.resolve({ id: madeId ?? '' }),
          async work() {
            const value = readValue(measure.valueForm, input, dateOf(now));
            if (!value.ok) return value;
            const id = newId();
            const added = [{ ...value.value, id }];
            const taken = await valueStore.addValues(tx, scope, measure.id, added, now);
            if (taken.length === 0) return ok({ id });
            const stored = await valueStore.valuesOf(tx, scope, [measure.id]);
            const there = stored.find(({ measuredOn }) => measuredOn === input.measuredOn);
            return err({
              kind: 'date-taken',
              date: input.measuredOn,
              valueId: there?.id ?? ''
            } as const);
          }
        }
      );
    }
  }),
  { done: 'The value is added.', explain: explainInForm }
);

/**
 * Adds many values at once: all of them or none. Rows for dates that have a value replace it only when `replacing` names
 * the version that the person saw.
 * Refuses: whatever `parseValues` refuses; dates that somebody filled or changed since the preview.
 */
export const addMeasureValues = command({
  name: 'improvement.add-measure-values',
  needs: 'improvement:record',
  input: newValuesInput,
  example: {
    measureId: nobody,
    cells: [
      ['Date', 'Numerator', 'Denominator'],
      ['1/3/2026', '14', '20']
    ]
  },
  async run({ scope, input, tx, now, newId }) {
    await holdRow(tx, scope, 'measure', input.measureId);
    const measure = await store.measures.find(tx, scope, input.measureId);
    if (measure === null) return err({ kind: 'not-found' } as const);
    const parsed = parseValues(input.cells, measure.valueForm, {
      measureTitle: measure.title,
      today: dateOf(now)
    });
    if (!parsed.ok) return parsed;
    const there = new Map(
      (await valueStore.valuesOf(tx, scope, [measure.id])).map((one) => [one.measuredOn, one])
    );
    const isNew = ({ measuredOn }: NewValue) => !there.has(measuredOn);
    const added = parsed.value.filter(isNew).map((one) => ({ ...one, id: newId() }));
    const taken = await valueStore.addValues(tx, scope, measure.id, added, now);
    let replaced = 0;
    for (const value of parsed.value) {
      const stored = there.get(value.measuredOn);
      if (stored === undefined) continue;
      const seen = input.replacing[value.measuredOn];
      const version =
        seen === stored.version
          ? await valueStore.saveValue(tx, scope, stored.id, value, seen, now)
          : null;
      if (version === null) taken.push(value.measuredOn);
      else replaced += 1;
    }
    if (taken.length > 0) return err({ kind: 'dates-taken', dates: taken.sort() } as const);
    await rememberColumns(tx, scope, 'measure-values', { said: input.columns, now });
    return ok({ added: added.length, replaced });
  }
});

export const changeMeasureValue = saying(
  command({
    name: 'improvement.change-measure-value',
    needs: 'improvement:record',
    input: valueInput,
    example: {
      valueId: nobody,
      measuredOn: '2026-03-01',
      numerator: '15',
      denominator: '20',
      version: 1
    },
    async run({ scope, input, tx, now }) {
      const stored = await valueStore.findValue(tx, scope, input.valueId);
      const measure =
        stored === null ? null : await store.measures.find(tx, scope, stored.measureId);
      if (stored === null || measure === null) return err({ kind: 'not-found' } as const);
      const value = readValue(measure.valueForm, input, dateOf(now));
      if (!value.ok) return value;
      const others = await valueStore.valuesOf(tx, scope, [measure.id]);
      const there = others.find(
        (one) => one.id !== stored.id && one.measuredOn === input.measuredOn
      );
      if (there !== undefined) {
        return err({ kind: 'date-taken', date: input.measuredOn, valueId: there.id } as const);
      }
      const version = await valueStore.saveValue(
        tx,
        scope,
        stored.id,
        value.value,
        input.version,
        now
      );
      if (version !== null) return ok({ version });
      return err(await changedMeanwhile(tx, scope, 'measure_value', stored, valueFields(stored)));
    }
  }),
  { done: 'The value is saved.', explain: explainInForm }
);

/** Takes a value away; the history keeps it. To keep it on the chart without counting it, change its state instead. */
export const removeMeasureValue = saying(
  command({
    name: 'improvement.remove-measure-value',
    needs: 'improvement:record',
    input: valueRemovalInput,
    example: { valueId: nobody, version: 1 },
    async run({ scope, input, tx }) {
      const stored = await valueStore.findValue(tx, scope, input.valueId);
      if (stored === null) return err({ kind: 'not-found' } as const);
      const isGone = await valueStore.removeValue(tx, scope, stored.id, input.version);
      if (isGone) return ok({ measureId: stored.measureId });
      return err(await changedMeanwhile(tx, scope, 'measure_value', stored, valueFields(stored)));
    }
  }),
  { done: 'The value is removed. The history keeps it.', explain: explainInForm }
);
