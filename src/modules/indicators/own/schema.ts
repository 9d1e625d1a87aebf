import * as v from 'valibot';
import { lookedThrough } from '#modules/disclosure';
import { id, text, version } from '#platform/fields';
import { fieldSentences } from '../labels.ts';
import { valueLabels } from '../sentences.ts';

const looked = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  lookedThrough(entries, { names: valueLabels });

/** A value as a form or our own code gives it; `checkValue` reads and judges it. */
const cell = v.optional(
  v.pipe(
    v.union([v.string(), v.number(), v.null()]),
    v.transform((given) => (given === null ? '' : String(given)))
  ),
  ''
);
const typedValue = {
  period: cell,
  area: cell,
  breakdown: cell,
  value: cell,
  numerator: cell,
  denominator: cell,
  status: cell,
  note: cell
};

export const newValueInput = looked({ indicatorId: id(), ...typedValue });
export const newValuesInput = looked({
  indicatorId: id(),
  values: v.pipe(
    v.array(v.object(typedValue)),
    v.minLength(1, fieldSentences.someValues),
    v.maxLength(10_000)
  )
});
export const changedValueInput = looked({ id: id(), version, ...typedValue });
export const valueInput = v.object({ id: id() });
/** Stands for the whole place in a choice of areas, where nothing chosen means every area. */
export const wholePlaceChoice = 'whole';
export const valuesInput = v.object({
  id: id(),
  area: text(200),
  page: v.optional(
    v.pipe(
      v.union([v.string(), v.number()]),
      v.transform((given) => Math.max(1, Math.trunc(Number(given)) || 1))
    ),
    1
  )
});
