import * as v from 'valibot';
import { isDate } from '#core/dates';
import { lookedThrough } from '#modules/disclosure';
import { choiceLabels, indicatorLabels, valueLabels } from './labels.ts';
import { fieldSentences } from './sentences.ts';
import { frequencies, ownUnits } from './types.ts';
import { readNumber } from './values.ts';

const text = (most: number) =>
  v.optional(v.pipe(v.string(), v.trim(), v.maxLength(most, fieldSentences.tooLong)), '');

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

/** A number that may be left out: text from a form, or a number from our own code. */
const numberOrNothing = v.optional(
  v.pipe(
    v.union([v.string(), v.number(), v.null()]),
    v.transform((given) => (typeof given === 'string' ? readNumber(given) : given)),
    v.check((read) => read !== undefined, fieldSentences.number),
    v.transform((read) => read ?? null)
  ),
  null
);

/** An ISO date that exists, or nothing. */
const dateOrNothing = v.optional(
  v.pipe(
    v.nullable(v.string()),
    v.transform((given) => (given === null || given === '' ? null : given)),
    v.check((given) => given === null || isDate(given), fieldSentences.date)
  ),
  null
);

const version = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform(Number),
  v.integer(),
  v.minValue(1)
);
const uuid = v.pipe(v.string(), v.uuid());

/** The id made from a group's name: "Eligible for free meals" becomes `eligible-for-free-meals`. */
export function groupId(title: string): string {
  return title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** Groups as typed, one a line. Each has a name of its own; "all" is there already. */
const groups = v.optional(
  v.pipe(
    v.union([v.string(), v.array(v.string())]),
    v.transform((given) => (typeof given === 'string' ? given.split(/\r?\n/) : given)),
    v.transform((lines) => lines.map((line) => line.trim()).filter((line) => line !== '')),
    v.maxLength(30, fieldSentences.tooLong),
    v.check((titles) => {
      const ids = titles.map(groupId);
      return ids.every((id) => id !== '' && id !== 'all') && new Set(ids).size === ids.length;
    }, fieldSentences.groups)
  ),
  []
);

const looked = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  lookedThrough(entries, { names: { ...valueLabels, ...choiceLabels, ...indicatorLabels } });

const ownIndicator = looked({
  title: v.pipe(
    v.string(fieldSentences.title),
    v.trim(),
    v.nonEmpty(fieldSentences.title),
    v.maxLength(200, fieldSentences.tooLong)
  ),
  definition: text(2000),
  numerator: text(500),
  denominator: text(500),
  unit: v.picklist(ownUnits, fieldSentences.unit),
  decimals: v.optional(
    v.pipe(
      v.union([v.string(), v.number()]),
      v.transform(Number),
      v.picklist([0, 1, 2], fieldSentences.decimals)
    ),
    1
  ),
  betterWhen: v.picklist(['high', 'low', 'none'], fieldSentences.better),
  source: text(500),
  why: text(2000),
  frequency: v.picklist(frequencies, fieldSentences.frequency),
  ownerRole: text(200),
  baseline: numberOrNothing,
  baselinePeriod: text(40),
  target: numberOrNothing,
  targetBy: dateOrNothing,
  nextDue: dateOrNothing,
  factors: ticked,
  outcomes: ticked,
  tieReason: text(1000),
  groups,
  betterOffGroup: text(200),
  poorerGroup: text(200)
});

type GapFields = { betterOffGroup: string; poorerGroup: string; groups: readonly string[] };

/** Both groups of the gap are named and differ, or neither is. */
function hasSoundGap({ betterOffGroup, poorerGroup, groups: titles }: GapFields): boolean {
  const [better, poorer] = [groupId(betterOffGroup), groupId(poorerGroup)];
  if (better === '' && poorer === '') return true;
  const ids = titles.map(groupId);
  return better !== poorer && ids.includes(better) && ids.includes(poorer);
}

const gapChecked = v.forward(
  v.check<v.InferOutput<typeof ownIndicator>, string>(hasSoundGap, fieldSentences.gapGroups),
  ['betterOffGroup']
);
const targetChecked = v.forward(
  v.check<v.InferOutput<typeof ownIndicator>, string>(
    ({ unit, target }) => unit !== 'percent' || target === null || (target >= 0 && target <= 100),
    fieldSentences.target
  ),
  ['target']
);

export const newIndicatorInput = v.pipe(ownIndicator, gapChecked, targetChecked);
export const changedIndicatorInput = v.intersect([
  newIndicatorInput,
  v.object({ id: uuid, version })
]);
export type IndicatorInput = v.InferOutput<typeof newIndicatorInput>;

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

export const newValueInput = looked({ indicatorId: uuid, ...typedValue });
export const newValuesInput = looked({
  indicatorId: uuid,
  values: v.pipe(
    v.array(v.object(typedValue)),
    v.minLength(1, fieldSentences.someValues),
    v.maxLength(10_000)
  )
});
export const changedValueInput = looked({ id: uuid, version, ...typedValue });
export const valueInput = v.object({ id: uuid });
/** `beside`: the comparators to lay beside the place's own line, by id, with "own" for the line itself; empty for the usual ones. */
export const indicatorInput = v.object({ id: v.string(), beside: ticked });
export const valuesInput = v.object({
  id: uuid,
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
export const choiceInput = looked({
  id: v.string(),
  note: text(2000),
  ownerRole: text(200),
  baselinePeriod: text(40),
  target: numberOrNothing,
  targetBy: dateOrNothing,
  nextDue: dateOrNothing,
  version
});
export const needInput = v.object({ outcome: text(100), factor: text(100) });
