import { err, ok, type Result } from '#core/result';
import { changedMeanwhile } from '#platform/last-change';
import { command, type InputIssue } from '#platform/command';
import { holdRow } from '#platform/saving';
import { areaName } from '../figures/areas.ts';
import type { Indicator } from '../kinds.ts';
import { explainValue } from '../sentences.ts';
import type { IndicatorValue, SmallArea } from '../types.ts';
import { findOwnIndicator } from './indicators.store.server.ts';
import { changedValueInput, newValueInput, newValuesInput, valueInput } from './schema.ts';
import { areasHere } from './small-areas.server.ts';
import * as store from './values.store.server.ts';
import {
  checkValue,
  type FieldProblem,
  type KnownAreas,
  type NewValue,
  type TypedValue,
  workOut
} from './values.ts';

const noRecord = '00000000-0000-4000-8000-000000000000';
const example = { period: '2024/25 Q1', value: '72.5' };

type BadInput = { readonly kind: 'invalid-input'; readonly issues: readonly InputIssue[] };

function issuesOf(problems: readonly FieldProblem[], before = ''): InputIssue[] {
  return problems.map(({ field, problem }) => ({
    path: `${before}${field}`,
    message: explainValue(problem)
  }));
}

function checked(
  typed: TypedValue,
  indicator: Indicator,
  areas: KnownAreas,
  before = ''
): Result<NewValue, BadInput> {
  const answer = checkValue(typed, indicator, areas);
  return answer.ok
    ? answer
    : err({ kind: 'invalid-input', issues: issuesOf(answer.error, before) });
}

/** Adds one value. Refuses a period and group that have one already: that one is to be changed. */
export const addValue = command({
  name: 'indicators.add-value',
  needs: 'indicators:add-values',
  input: newValueInput,
  example: { indicatorId: noRecord, ...example },
  async run({ scope, input, tx, now, newId }) {
    await holdRow(tx, scope, 'indicator', input.indicatorId);
    const indicator = await findOwnIndicator(tx, scope, input.indicatorId);
    if (indicator === null) return err({ kind: 'not-found' } as const);
    const value = checked(input, indicator, await areasHere(tx, scope));
    if (!value.ok) return value;
    const at = { indicatorId: indicator.id, ...value.value };
    if (await store.hasValueAt(tx, scope, at)) {
      return err({ kind: 'already-there', period: value.value.period } as const);
    }
    const id = newId();
    await store.addValues(tx, scope, indicator.id, [{ ...value.value, id }], now);
    return ok({ id });
  }
});

/** Adds many values at once, all or none. Problems name the value by its place in the list. */
export const addValues = command({
  name: 'indicators.add-values',
  needs: 'indicators:add-values',
  input: newValuesInput,
  example: { indicatorId: noRecord, values: [example] },
  async run({ scope, input, tx, now, newId }) {
    await holdRow(tx, scope, 'indicator', input.indicatorId);
    const indicator = await findOwnIndicator(tx, scope, input.indicatorId);
    if (indicator === null) return err({ kind: 'not-found' } as const);
    const issues: InputIssue[] = [];
    const added: (NewValue & { id: string })[] = [];
    const areas = await areasHere(tx, scope);
    const stored = await store.valuesOf(tx, scope, {
      indicators: [indicator.id],
      areas: 'every'
    });
    const keyOf = (value: { period: string; area: string; breakdown: string }) =>
      `${value.period}/${value.area}/${value.breakdown}`;
    const taken = new Set(stored.map(keyOf));
    for (const [index, typed] of input.values.entries()) {
      const value = checked(typed, indicator, areas, `values.${index}.`);
      if (!value.ok) {
        issues.push(...value.error.issues);
        continue;
      }
      const key = keyOf(value.value);
      if (taken.has(key))
        return err({ kind: 'already-there', period: value.value.period } as const);
      taken.add(key);
      added.push({ ...value.value, id: newId() });
    }
    if (issues.length > 0) return err({ kind: 'invalid-input', issues } as const);
    await store.addValues(tx, scope, indicator.id, added, now);
    return ok({ added: added.length });
  }
});

/** Changes a value. */
export const changeValue = command({
  name: 'indicators.change-value',
  needs: 'indicators:add-values',
  input: changedValueInput,
  example: { id: noRecord, version: 1, ...example },
  async run({ scope, input, tx, now }) {
    const [stored] = await store.valuesOf(tx, scope, { id: input.id });
    if (stored !== undefined) await holdRow(tx, scope, 'indicator', stored.indicatorId);
    const indicator = stored && (await findOwnIndicator(tx, scope, stored.indicatorId));
    if (!stored || !indicator) return err({ kind: 'not-found' } as const);
    const known = await areasHere(tx, scope);
    const value = checked(input, indicator, known);
    if (!value.ok) return value;
    const at = { indicatorId: indicator.id, ...value.value };
    if (await store.hasValueAt(tx, scope, at, input.id)) {
      return err({ kind: 'already-there', period: value.value.period } as const);
    }
    const version = await store.saveValue(tx, scope, input.id, value.value, input.version, now);
    if (version !== null) return ok({ version, indicatorId: stored.indicatorId });
    const theirs = valueAsForm(stored, indicator, known.areas);
    return err(await changedMeanwhile(tx, scope, 'indicator_value', stored, theirs));
  }
});

/** Takes a value out. It stays in the record and can be put back. */
export const removeValue = command({
  name: 'indicators.remove-value',
  needs: 'indicators:add-values',
  input: valueInput,
  example: { id: noRecord },
  async run({ scope, input, tx, now }) {
    const [stored] = await store.valuesOf(tx, scope, { id: input.id });
    if (stored === undefined) return err({ kind: 'not-found' } as const);
    await store.setRemoved(tx, scope, input.id, now, now);
    return ok({ indicatorId: stored.indicatorId, period: stored.period });
  }
});

/** Puts a removed value back. Refuses when another stands in its place by now. */
export const restoreValue = command({
  name: 'indicators.restore-value',
  needs: 'indicators:add-values',
  input: valueInput,
  example: { id: noRecord },
  async run({ scope, input, tx, now }) {
    const [stored] = await store.valuesOf(tx, scope, { id: input.id, removed: 'with' });
    if (stored === undefined || !stored.isRemoved) return err({ kind: 'not-found' } as const);
    if (await store.hasValueAt(tx, scope, stored)) {
      return err({ kind: 'already-there', period: stored.period } as const);
    }
    await store.setRemoved(tx, scope, input.id, null, now);
    return ok({ indicatorId: stored.indicatorId, period: stored.period });
  }
});

const numberAsText = (number: number | null) => (number === null ? '' : String(number));

/** A value as its form shows it, by the names of the fields. What was worked out from two halves is left to them. */
export function valueAsForm(
  value: IndicatorValue,
  { unit }: Pick<Indicator, 'unit'>,
  areas: readonly SmallArea[]
): Record<string, string> {
  const { numerator, denominator } = value;
  const worked =
    numerator === null || denominator === null ? null : workOut(numerator, denominator, unit);
  const isWorkedOut =
    worked !== null && value.value !== null && Math.abs(worked - value.value) < 1e-9;
  return {
    period: value.period,
    area: areaName(value.area, areas),
    breakdown: value.breakdown,
    value: isWorkedOut ? '' : numberAsText(value.value),
    numerator: numberAsText(numerator),
    denominator: numberAsText(denominator),
    status: value.status,
    note: value.note
  };
}
