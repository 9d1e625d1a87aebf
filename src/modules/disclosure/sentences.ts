import type { CumulativeProblem, OverlapProblem } from './differences.ts';
import type { FindKind } from './find.ts';
import { largestCount } from './raw-count.ts';
import type { TableProblem } from './table.ts';
import type { Given, Left, ToldReason } from './what-leaves.ts';
import type {
  HiddenReason,
  PercentageProblem,
  ProtectedCount,
  Rule,
  RuleProblem
} from './types.ts';

/** Any way in which a rule, a count or a table can be refused. */
export type DisclosureProblem =
  RuleProblem | TableProblem | PercentageProblem | CumulativeProblem | OverlapProblem;

const numbers = new Intl.NumberFormat('en-GB');

/** What stands in a table or beside a chart for a protected count: the number, or a few words instead of it. */
export function countWords(count: ProtectedCount | Left<Given['count']>, rule: Rule): string {
  if (count.kind === 'shown')
    return numbers.format('figure' in count ? count.figure.count : count.value);
  return count.reason === 'small-number' ? smallWords(rule) : shortWords[count.reason];
}

/** The hidden range in words; a zero is shown, so "fewer than 8" never stands for none unless the rule hides zero. */
function smallWords(rule: Rule): string {
  return rule.hideFrom === 0
    ? `fewer than ${numbers.format(rule.hideTo + 1)}, or none`
    : `fewer than ${numbers.format(rule.hideTo + 1)}`;
}

const shortWords: Record<Exclude<ToldReason, 'small-number'>, string> = {
  'small-group': 'group too small',
  'small-remainder': 'hidden',
  'protects-another': 'hidden',
  difference: 'hidden',
  'one-setting': 'one setting only',
  'not-collected': 'not collected',
  'not-applicable': 'not applicable',
  'not-a-count': 'hidden'
};

/** Why a number is not shown, as a whole sentence for a note or a screen reader. */
export function hiddenSentence(reason: HiddenReason, rule: Rule): string {
  switch (reason) {
    case 'small-number':
      return `Hidden because it is ${smallWords(rule)}, so that no family can be recognised.`;
    case 'small-group':
      return `Hidden because the group has ${smallWords(rule)} people in it.`;
    case 'small-remainder':
      return 'Hidden because it would say the same, or nearly the same, of everyone in the group.';
    case 'protects-another':
      return 'Hidden so that another hidden number cannot be worked out.';
    case 'difference':
      return 'Hidden because the difference from a number already shown would give a small number away.';
    case 'one-setting':
      return 'Hidden because it rests on one setting only.';
    case 'not-collected':
      return 'No figure was collected.';
    case 'not-applicable':
      return 'There is nobody in the group.';
  }
}

/** Why a figure is not shown, in a few words beside it: the same in a file, in a table and on a map. */
export const hiddenWords: Readonly<Record<ToldReason, string>> = {
  'small-number': 'Hidden: a small number',
  'small-group': 'Hidden: a small group',
  'small-remainder': 'Hidden: the same, or nearly, for everyone in the group',
  'protects-another': 'Hidden: protects another number',
  difference: 'Hidden: protects another number',
  'one-setting': 'Hidden: a single setting',
  'not-collected': 'Not collected',
  'not-applicable': 'Not applicable',
  'not-a-count': 'Hidden: it should count people, and is no whole number'
};

/** How the numbers of an output were made safe, in one sentence to stand beside them. */
export function ruleSentence(rule: Rule): string {
  const hiddenNumbers =
    rule.hideFrom === rule.hideTo
      ? `Counts of ${numbers.format(rule.hideTo)}`
      : `Counts from ${rule.hideFrom} to ${numbers.format(rule.hideTo)}`;
  const others =
    rule.roundTo === 1
      ? 'others are shown as they are'
      : `others are rounded to the nearest ${numbers.format(rule.roundTo)}, so parts may not add up to their totals and percentages may differ a little from those of the exact counts`;
  return `${hiddenNumbers} are hidden; ${others}.`;
}

/**
 * Said beside one figure that was made safe, where the same figure may read otherwise on a page for those who see it as entered;
 * null where the rule rounds nothing, and both read alike.
 */
export function roundedNote(kind: 'share' | 'count', rule: Rule): string | null {
  if (rule.roundTo === 1) return null;
  const nearest = `rounded to the nearest ${numbers.format(rule.roundTo)}`;
  return kind === 'count'
    ? nearest
    : `worked out from counts ${nearest}, so it may differ a little from the exact share`;
}

/** What a find seems to be, with its article. */
const findNouns: Readonly<Record<FindKind, string>> = {
  'nhs-number': 'an NHS number',
  'chi-number': 'a CHI number',
  upn: 'a unique pupil number',
  scn: 'a Scottish candidate number',
  nino: 'a National Insurance number',
  'date-of-birth': 'a date of birth',
  postcode: 'a full postcode',
  phone: 'a telephone number',
  email: 'an e-mail address',
  'one-child': 'a description of one child'
};

/** "a telephone number and an e-mail address". */
export function findsInWords(kinds: readonly FindKind[]): string {
  return kinds.map((kind) => findNouns[kind]).join(' and ');
}

const findAdvice: Record<FindKind, string> = {
  'nhs-number': 'Take it out: Cairn needs no record of a single child.',
  'chi-number': 'Take it out: Cairn needs no record of a single child.',
  upn: 'Take it out: Cairn needs no record of a single child.',
  scn: 'Take it out: Cairn needs no record of a single child.',
  nino: 'Take it out: Cairn needs no record of a single person.',
  'date-of-birth': 'Give an age or an age group instead.',
  postcode: 'Give the first half, or the name of the neighbourhood, instead.',
  phone: 'Take it out, unless it belongs to a service and is meant to be seen.',
  email: 'Take it out, unless it belongs to a service and is meant to be seen.',
  'one-child':
    'Leave out the initials, or give the year and an age group instead of the day, the months and the name of the setting.'
};

/** The warning for one kind of find, to be shown before a text is saved. */
export function findSentence(kind: FindKind): string {
  return `This looks like ${findNouns[kind]}. ${findAdvice[kind]}`;
}

/** What is wrong with a rule, a count or a table, and what to do. Rows and columns are counted from one. */
export function problemSentence(problem: DisclosureProblem): string {
  switch (problem.kind) {
    case 'rule-not-whole':
      return `The rule's ${problem.field} must be a whole number.`;
    case 'rule-hide-from':
      return `The rule's hideFrom is ${problem.given}; it must be 1, or 0 to hide zeros too.`;
    case 'rule-hide-to':
      return `The rule's hideTo is ${problem.given}; it must be at least hideFrom, which is ${problem.hideFrom}.`;
    case 'rule-round-to':
      return `The rule's roundTo is ${problem.given}; it must be at least 1, which means no rounding.`;
    case 'rule-rounds-to-nothing':
      return `Rounded to the nearest ${problem.roundTo}, a count of ${problem.count} would be shown as 0. Raise hideTo or lower roundTo.`;
    case 'count-not-whole':
      return `A count must be a whole number from 0 to ${numbers.format(largestCount)}, but ${problem.given} was given.`;
    case 'part-exceeds-whole':
      return `The part (${problem.partCount}) is greater than the whole (${problem.wholeCount}). Check which is which.`;
    case 'total-decreases':
      return `Total ${problem.place + 1} is ${problem.given}, less than the ${problem.before} before it. Totals that grow through a period cannot fall.`;
    case 'piece-unknown':
      return `There is no count for "${problem.piece}".`;
    case 'table-empty':
      return 'The table has no cells. Give at least one row with one count.';
    case 'table-ragged':
      return `Row ${problem.row + 1} does not have as many counts as the first row, which has ${problem.width}: it has ${problem.given}. Give every row the same number.`;
    case 'table-count':
      return `Row ${problem.row + 1}, column ${problem.column + 1} is not a count. Give a whole number from 0 to ${numbers.format(largestCount)}.`;
    case 'table-too-large':
      return `The table has ${numbers.format(problem.cells)} cells; at most ${numbers.format(problem.most)} can be protected together. Split it.`;
  }
}
