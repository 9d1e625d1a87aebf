import { explainRecordProblem, isRecordProblem, type RecordProblem } from '#modules/records';
import type { PeriodProblem } from '#core/written-periods';
import type { AreaProblem } from './figures/areas.ts';
import { numberText } from './figures/rounding.ts';
import { fieldSentences, periodExamples } from './labels.ts';
import type { GroupsProblem } from './own/groups.ts';
import type { ValueField, ValueProblem } from './own/values.ts';
import type { AbsentStatus } from './types.ts';

/** What the parts of a value are called, in forms and where two versions are compared. */
export const valueLabels: Readonly<Record<ValueField, string>> = {
  period: 'Period',
  area: 'Area',
  breakdown: 'Group',
  numerator: 'Numerator',
  denominator: 'Denominator',
  value: 'Value',
  status: 'Status',
  note: 'Note'
};

const whenAbsent: Readonly<Record<AbsentStatus, string>> = {
  suppressed: 'the value is hidden',
  low: 'the value rounds to zero and is not given',
  'not-collected': 'nothing was collected',
  'not-available': 'the value is not available',
  'not-applicable': 'there can be no value'
};

function explainPeriod(problem: PeriodProblem): string {
  switch (problem.kind) {
    case 'no-period':
      return 'Enter the period';
    case 'unreadable-period': {
      const example =
        problem.wanted === null ? '2023/24, 2024 or 2024/25 Q3' : periodExamples[problem.wanted];
      return `Write the period like ${example}, not “${problem.given.trim()}”`;
    }
    case 'years-not-in-turn':
      return `In “${problem.given.trim()}” the second year does not follow the first`;
    case 'no-such-date':
      return `“${problem.given.trim()}” is not a date that exists`;
    case 'ambiguous-period':
      return `“${problem.given.trim()}” can be read in two ways: write a month in words, and the years in full, such as 2024/25`;
    case 'ambiguous-quarter': {
      const { given, year, quarter } = problem;
      const ofCalendar = calendarQuarter(year, quarter);
      const ofFinancial = calendarQuarter(quarter === 4 ? year + 1 : year, (quarter % 4) + 1);
      return `“${given.trim()}” could be ${ofCalendar.months} or ${ofFinancial.months}: write ${ofCalendar.text} or ${ofFinancial.text}`;
    }
    case 'period-of-several-years':
      return `“${problem.given.trim()}” is several years, where one period is needed`;
  }
}

const quarterMonths = [
  'January to March',
  'April to June',
  'July to September',
  'October to December'
];

/** A quarter of a calendar year: by its months, and as it is written here, by its financial year. */
function calendarQuarter(year: number, quarter: number): { text: string; months: string } {
  const begins = quarter === 1 ? year - 1 : year;
  const years = `${begins}/${String((begins + 1) % 100).padStart(2, '0')}`;
  return {
    text: `${years} Q${quarter === 1 ? 4 : quarter - 1}`,
    months: `${quarterMonths[quarter - 1] ?? ''} ${year}`
  };
}

/** What is wrong with a value, for the field it stands beside. */
export function explainValue(problem: ValueProblem): string {
  switch (problem.kind) {
    case 'not-a-number':
      return `Enter a number with a point for decimals, not “${problem.given.slice(0, 40)}”`;
    case 'not-whole':
      return `Enter a whole number, not ${problem.given}`;
    case 'below-zero':
      return `This cannot be below zero: ${problem.given}`;
    case 'denominator-not-above-zero':
      return `The denominator must be above zero, not ${problem.given}`;
    case 'numerator-too-large':
      return `The numerator (${numberText(problem.numerator, 0)}) cannot be larger than the denominator (${numberText(problem.denominator, 0)}) in a percentage`;
    case 'other-half-missing':
      return 'Enter the denominator too: a numerator alone says no share';
    case 'percentage-out-of-range':
      return `A percentage lies between 0 and 100, not ${problem.given}`;
    case 'does-not-agree':
      return `The numerator and denominator come to ${problem.workedOut}, not ${problem.given}: correct one of them or leave the value empty`;
    case 'no-figure':
      return 'Enter a value, or a numerator and denominator, or choose why there is none';
    case 'figure-with-reason':
      return `Leave the figures empty when ${whenAbsent[problem.status]}`;
    case 'unknown-status':
      return `Use final, revised, provisional, suppressed, low, not collected, not available or not applicable, not “${problem.given.slice(0, 40)}”`;
    case 'unknown-breakdown':
      return `There is no group “${problem.given.slice(0, 40)}” here. Use one of: ${problem.known.join(', ')}`;
    case 'area-elsewhere':
      return `${problem.name} is not a part of this place. Leave the area empty for the whole place, or give the name of a part of it`;
    case 'area-too-long':
      return 'This is too long: shorten it to 200 characters';
    case 'note-too-long':
      return 'This is too long: shorten it to 1,000 characters';
    default:
      return explainPeriod(problem);
  }
}

export function explainArea(problem: AreaProblem): string {
  if (problem.kind === 'several-areas') {
    return `Several areas are called “${problem.given}”. Give a code instead: ${problem.codes.join(', ')}.`;
  }
  const near = problem.near.length === 0 ? '' : ` Did you mean ${problem.near.join(', ')}?`;
  return `There is no area “${problem.given}” in these data.${near}`;
}

export type IndicatorProblem =
  | RecordProblem
  | GroupsProblem
  | { readonly kind: 'already-there'; readonly period: string }
  | { readonly kind: 'unknown-open-indicator'; readonly id: string }
  | { readonly kind: 'no-figure-then'; readonly period: string }
  | {
      readonly kind:
        | 'has-values'
        | 'target-out-of-range'
        | 'no-own-area'
        | 'areas-unlike'
        | 'group-name-taken'
        | 'enough-groups';
    };

/** What happened and what to do now, where no field of the form is about it. */
export function sentenceOfProblem(problem: IndicatorProblem): string {
  const explained = explainIndicatorProblem(problem);
  return typeof explained === 'string' ? explained : explained.sentence;
}

/** What happened and what to do now, with the field it is about where there is one. */
export function explainIndicatorProblem(
  problem: IndicatorProblem
): string | { field: string; sentence: string } {
  if (isRecordProblem(problem)) return explainRecordProblem(problem);
  const beside = (field: string, sentence: string) => ({ field, sentence });
  switch (problem.kind) {
    case 'already-there':
      return beside(
        'period',
        `There is a value for ${problem.period} and this group already. Change that one instead.`
      );
    case 'unknown-open-indicator':
      return `There is no open indicator “${problem.id}”.`;
    case 'no-figure-then':
      return beside(
        'baselinePeriod',
        `There is no figure for “${problem.period.slice(0, 40)}” to be the baseline. Choose another period.`
      );
    case 'target-out-of-range':
      return beside('target', fieldSentences.target);
    case 'groups-alike':
      return beside('groups', fieldSentences.groups);
    case 'too-many-groups':
      return beside('groups', fieldSentences.tooLong);
    case 'gap-groups':
      return beside('betterOffGroup', fieldSentences.gapGroups);
    case 'has-values':
      return 'A group that has values cannot be taken out or renamed. Remove its values first.';
    case 'no-own-area':
      return 'This partnership has no area with a code of its own, so its published figures can be laid beside none.';
    case 'areas-unlike':
      return beside(
        'areas',
        'Choose areas of this nation and of this level: their figures are counted alike.'
      );
    case 'group-name-taken':
      return beside('name', 'There is a group of this name already. Choose another name.');
    case 'enough-groups':
      return 'There are three groups already: more lines cannot be told apart in a drawing. Change or remove one.';
  }
}
