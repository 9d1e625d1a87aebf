import * as v from 'valibot';
import { lookedThrough } from '#modules/disclosure';
import { id, text, version } from '#platform/fields';
import { fieldSentences, valueLabels } from './sentences.ts';

/** What a form sends for a field that may be ticked more than once: nothing, one text, or a list. */
const ticked = v.optional(
  v.union([
    v.array(v.string()),
    v.pipe(
      v.string(),
      v.transform((one) => (one === '' ? [] : [one]))
    )
  ]),
  []
);

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
/** `beside`: the comparators to lay beside the place's own line, by id, with "own" for the line itself; empty for the usual ones. */
export const indicatorInput = v.object({ id: v.string(), beside: ticked });
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

/** What is ticked now, and what was followed when the page was read, so that two people's choices join. */
export const followInput = v.object({ follow: ticked, before: ticked });
export const needInput = v.object({ outcome: text(100), factor: text(100) });
