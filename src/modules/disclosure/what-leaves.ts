import { ok, type Result } from '#core/result';
import { protectAnswers, type Answers, type SafeAnswers } from './answers.ts';
import { protectAverage, protectCount } from './count.ts';
import { protectCross, type Crossed } from './crossed.ts';
import { protectFlows, type FlowsOfPeople } from './flows.ts';
import { protectPercentage } from './percentage.ts';
import { roundCount } from './rounding.ts';
import { ruleFor, type Output, type RuleSettings } from './rule.ts';
import type { SharesBefore } from './shares-before.ts';
import { hiddenShares, type HiddenShares, type MadeOf, type Share } from './shares.ts';
import {
  protectTable,
  type ProtectedTable,
  type TableOptions,
  type TableProblem
} from './table.ts';
import type {
  HiddenReason,
  PercentageProblem,
  Protected,
  ProtectedCount,
  Rule,
  SafeCount
} from './types.ts';

/**
 * The one door that counts leave by. Two questions, each answered here and nowhere else: who sees counts as they are recorded, on
 * which way (`sightOf`); and what becomes of a figure for somebody who does not (`whatLeaves`).
 */

/** Who asks for figures, and on which way. Whoever does not belong to the partnership was refused before, or asks for its public page. */
export type Asker =
  /** A member, on a page of the partnership's own. */
  | { readonly way: 'page' }
  /** A file of what was entered, for whoever records such values and so has to mend them. */
  | { readonly way: 'as-entered'; readonly mayRecord: boolean }
  /** A program. Its token sees counts where a coordinator ticked that. */
  | { readonly way: 'api'; readonly seesCounts: boolean }
  /** A file to take away, the public page, a collaborative: by the rule, whoever asks. */
  | { readonly way: Exclude<Output, 'api'> };

/** How somebody sees counts: as they are recorded, or by a rule. */
export type Sight =
  { readonly kind: 'as-recorded' } | { readonly kind: 'by-rule'; readonly rule: Rule };

export const asRecorded: Sight = { kind: 'as-recorded' };
export const byRule = (rule: Rule) => ({ kind: 'by-rule', rule }) as const satisfies Sight;

/**
 * How an asker sees counts, under the rules that the partnership set.
 *
 * @example
 * sightOf({ way: 'api', seesCounts: false }, {}) // { kind: 'by-rule', rule: defaultRule }
 * sightOf({ way: 'as-entered', mayRecord: false }, {}) // by the rule of files
 */
export function sightOf(asker: Asker, rules: RuleSettings): Sight {
  switch (asker.way) {
    case 'page':
      return asRecorded;
    case 'as-entered':
      return asker.mayRecord ? asRecorded : byRule(ruleFor('export', rules));
    case 'api':
      return asker.seesCounts ? asRecorded : byRule(ruleFor('api', rules));
    default:
      return byRule(ruleFor(asker.way, rules));
  }
}

/** Figures by what they count. Those of the same people that could tell of one another are given together: one of the sets below. */
export type Given = {
  /** A number that counts nobody: days, minutes, a score. */
  readonly number: { readonly value: number };
  readonly count: { readonly count: number };
  /** Those counted, of a group they belong to. */
  readonly share: { readonly part: number; readonly whole: number };
  /** Events beside the opportunities for them. These need not be people (bed days), and where they are not whole they stand as they are. */
  readonly rate: { readonly part: number; readonly whole: number };
  readonly average: { readonly average: number; readonly people: number };
  /** Words beside a figure, which may tell the very count that is hidden. */
  readonly note: { readonly text: string };
  /** Shares of the same people, and how they add up. */
  readonly shares: {
    readonly shares: readonly Share[];
    readonly madeOf: readonly MadeOf[];
    /** The same shares as they stood and left before, the oldest first. */
    readonly before: readonly SharesBefore[];
  };
  /** Every question of a survey, and how many answered. */
  readonly answers: Answers;
  /** Answers to one question by those to another. */
  readonly crossed: Crossed;
  /** Counts that lie within one another and add up in several ways: the stages, groups and amounts of a programme. */
  readonly flows: FlowsOfPeople;
  /** A table with its totals. */
  readonly table: { readonly counts: readonly (readonly number[])[] } & TableOptions;
};

/** Why a figure does not leave, as it may be told. `not-a-count`: it should count people and is no whole number. */
export type ToldReason = HiddenReason | 'not-a-count';

export type Left<Figure> =
  | { readonly kind: 'shown'; readonly figure: Figure; readonly isRounded: boolean }
  | { readonly kind: 'hidden'; readonly reason: ToldReason };

type SetsThatLeave = {
  readonly shares: Result<HiddenShares, PercentageProblem>;
  readonly answers: SafeAnswers;
  /** Rows are the groups, columns the choices. */
  readonly crossed: readonly (readonly ProtectedCount[])[];
  /** By the names given. */
  readonly flows: ReadonlyMap<string, ProtectedCount>;
  readonly table: Result<ProtectedTable, TableProblem>;
};
type Leaving = {
  readonly [Kind in Exclude<keyof Given, keyof SetsThatLeave>]: Left<Given[Kind]>;
} & SetsThatLeave;

/**
 * What leaves of a figure for somebody who sees counts that way; else why nothing does, in a reason that may be told. A share is
 * worked out by the caller from the part and the whole that leave, never from others. Of `shares` the answer says which are hidden; of the
 * other sets it gives each count.
 *
 * Units: counts of people, families or settings; `average` in its own unit.
 * Assumes: nothing else is shown from which a hidden figure could be had.
 *
 * @example
 * whatLeaves('share', { part: 23, whole: 58 }, byRule(defaultRule)) // shown, 25 of 60
 * whatLeaves('share', { part: 58, whole: 58 }, byRule(defaultRule)) // hidden, 'small-remainder'
 */
export function whatLeaves<Kind extends keyof Given>(
  kind: Kind,
  given: Given[Kind],
  sight: Sight
): Leaving[Kind] {
  return deciding[kind](given, sight);
}

const deciding: {
  readonly [Kind in keyof Given]: (given: Given[Kind], sight: Sight) => Leaving[Kind];
} = {
  number: (given) => asItIs(given),
  note: (given, sight) => (sight.kind === 'as-recorded' ? asItIs(given) : asItIs({ text: '' })),
  count: (given, sight) =>
    sight.kind === 'as-recorded' ? asItIs(given) : count(given, sight.rule),
  share: (given, sight) =>
    sight.kind === 'as-recorded' ? asItIs(given) : share(given, sight.rule),
  rate: (given, sight) => (sight.kind === 'as-recorded' ? asItIs(given) : rate(given, sight.rule)),
  average: (given, sight) =>
    sight.kind === 'as-recorded' ? asItIs(given) : average(given, sight.rule),
  shares: ({ shares, madeOf, before }, sight) =>
    sight.kind === 'as-recorded' ? ok(new Map()) : hiddenShares(shares, madeOf, sight.rule, before),
  answers: (given, sight) =>
    sight.kind === 'as-recorded'
      ? {
          responses: seen(given.responses),
          questions: given.questions.map(({ counts, leftOut }) => ({
            counts: counts.map(seen),
            leftOut: seen(leftOut)
          }))
        }
      : protectAnswers(given, sight.rule),
  crossed: (given, sight) =>
    sight.kind === 'as-recorded'
      ? given.counts.map((line) => line.map(seen))
      : protectCross(given, sight.rule),
  flows: (given, sight) =>
    sight.kind === 'as-recorded' ? countsSeenIn(given) : protectFlows(given, sight.rule),
  table: ({ counts, ...options }, sight) =>
    protectTable(counts, sight.kind === 'as-recorded' ? hidingNothing : sight.rule, options)
};

const hidingNothing: Rule = { hideFrom: 1, hideTo: 0, roundTo: 1 };

/** A count as it was recorded. The brand is earned here: whoever asks sees counts. */
const seen = (count: number): ProtectedCount => ({ kind: 'shown', value: count as SafeCount });

function countsSeenIn({ flows }: FlowsOfPeople): ReadonlyMap<string, ProtectedCount> {
  return new Map(
    flows.flatMap(({ name, truth }) => (name === null ? [] : [[name, seen(truth)] as const]))
  );
}

const asItIs = <Figure>(figure: Figure): Left<Figure> => ({
  kind: 'shown',
  figure,
  isRounded: false
});
const rounded = <Figure>(figure: Figure, rule: Rule): Left<Figure> => ({
  kind: 'shown',
  figure,
  isRounded: rule.roundTo > 1
});
const hidden = (reason: ToldReason): Left<never> => ({ kind: 'hidden', reason });

/** The reason why a protected number is hidden; null where it is shown. */
function reasonOf(safe: Result<Protected<unknown>, unknown>): ToldReason | null {
  if (!safe.ok) return 'not-a-count';
  return safe.value.kind === 'hidden' ? safe.value.reason : null;
}

function count({ count: people }: Given['count'], rule: Rule): Left<Given['count']> {
  const reason = reasonOf(protectCount(people, rule));
  return reason === null
    ? rounded({ count: roundCount(people, rule.roundTo) }, rule)
    : hidden(reason);
}

function share({ part, whole }: Given['share'], rule: Rule): Left<Given['share']> {
  const reason = reasonOf(protectPercentage(part, whole, rule));
  if (reason !== null) return hidden(reason);
  const { roundTo } = rule;
  return rounded({ part: roundCount(part, roundTo), whole: roundCount(whole, roundTo) }, rule);
}

function rate({ part, whole }: Given['rate'], rule: Rule): Left<Given['rate']> {
  const events = count({ count: part }, rule);
  if (events.kind === 'hidden') return events;
  const among = count({ count: whole }, rule);
  if (among.kind === 'hidden')
    return among.reason === 'not-a-count'
      ? rounded({ part: events.figure.count, whole }, rule)
      : among;
  return rounded({ part: events.figure.count, whole: among.figure.count }, rule);
}

function average(given: Given['average'], rule: Rule): Left<Given['average']> {
  const reason = reasonOf(protectAverage(given.average, given.people, rule));
  if (reason !== null) return hidden(reason);
  return rounded({ ...given, people: roundCount(given.people, rule.roundTo) }, rule);
}
