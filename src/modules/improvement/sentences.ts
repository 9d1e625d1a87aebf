import { dateSentence, sayDate, shortened } from '#core/written-dates';
import type { ChangeSeen } from '#modules/charts';
import { fieldSentences as choiceSentences } from '#platform/fields';
import type { FigureProblem } from './measures/figures.ts';
import type { ReadinessGap } from './tests-of-change/conditions.ts';
import { columnNames } from './labels.ts';
import type { NumberProblem } from '#core/written-numbers';
import type { FigureTextProblem, RowProblem } from './measures/parse-values.ts';
import type { ImprovementProblem } from './problems.ts';
import type { Collation } from './rules.ts';
import type { MeasureKind } from './types.ts';

/** The sentences of improvement: once here, and nowhere else. */

/** Beside the fields of a form. */
export const fieldSentences = {
  ...choiceSentences,
  title: 'Enter a title, such as “Bedtime stories at Brook nursery”',
  newProject: 'Enter what you want to make better, such as “Stories at home”',
  result: 'Enter what came of it: it stands beside what you predicted',
  changeIdea: 'Enter the idea in a few words',
  publication: 'Enter the publication it was taken from',
  cycleNumber: 'Enter the number of the cycle: 1, 2, 3',
  publishedTried: 'Enter what was tried, in the words of the publication',
  familyName: 'Enter the name under which they are counted together',
  changeIdeaChoice: 'Choose a change idea, or write a new one',
  changeTried: 'Enter what you will try, in a few words',
  prediction: 'Enter what you think will happen: predicting first is how a test teaches something',
  plannedFor: 'Enter when the test is to happen',
  doneOn: 'Enter when it was done',
  carriedOut: 'Say whether it was carried out',
  observations: 'Enter what happened, in a few words',
  tried: 'Say whether you have tried it yet',
  wasImprovement: 'Say whether it helped. “Cannot tell yet” is a good answer',
  decision: 'Choose what to do with the change',
  belief: 'Choose how sure you are, from 1 to 5, or leave it',
  rampStep: 'Choose how many it is tried with',
  status: 'Choose a state from the list',
  kind: 'Choose what kind of measure it is',
  valueForm: 'Choose what one entry holds',
  direction: 'Choose which way is better',
  frequency: 'Choose how often it is measured',
  chartType: 'Choose a chart from the list',
  measureTitle: 'Enter what is measured, such as “Children read to at home”',
  goal: 'Enter the goal as a number, or leave it empty',
  ratePer: 'Enter a whole number, such as 100 or 1000',
  measuredOn: 'Enter the date that the value belongs to',
  annotation: 'Enter what happened then, in a few words',
  phaseReason: 'Enter what changed then, so that others can follow',
  phaseStart: 'Enter the date from which the new phase counts',
  frozenThrough: 'Enter the date on which the baseline ends, or leave it empty',
  frozenReason: 'Enter why the baseline ends there',
  pasted: 'Paste at least one row'
} as const;

function numberSentence(problem: NumberProblem, what: string): string {
  return problem.kind === 'number-missing'
    ? `${what} is missing. Write a number, or “not collected”.`
    : `${what}, “${shortened(problem.given)}”, is not a number. Write it in figures, such as 12 or 62.5.`;
}

function figureSentence(problem: FigureProblem): string {
  switch (problem.kind) {
    case 'denominator-not-positive':
      return `The denominator is ${said(problem.denominator)}. It must be more than 0; if nobody could be counted, write “not applicable”.`;
    case 'more-than-all':
      return `${said(problem.numerator)} of only ${said(problem.denominator)} cannot be. Check which number is the denominator.`;
    case 'below-zero':
      return `${said(problem.value)} is below zero, which a count cannot be.`;
    case 'count-not-whole':
      return `${said(problem.value)} is not a whole number, which a count must be.`;
    case 'wrong-form':
      return problem.form === 'share' || problem.form === 'rate'
        ? 'This measure needs a numerator and a denominator.'
        : 'This measure needs one value.';
  }
}

function isNumberProblem(
  problem: FigureTextProblem | RowProblem
): problem is Extract<FigureTextProblem, { kind: NumberProblem['kind'] }> {
  return problem.kind === 'number-missing' || problem.kind === 'not-a-number';
}

/** What is wrong with the figures of one entry, and the field to mend. */
export function figureTextSentence(problem: FigureTextProblem): {
  field: string;
  sentence: string;
} {
  if (isNumberProblem(problem)) {
    return {
      field: problem.column,
      sentence: numberSentence(problem, `The ${columnNames[problem.column].toLowerCase()}`)
    };
  }
  return { field: figureField(problem), sentence: figureSentence(problem) };
}

function figureField(problem: FigureProblem): string {
  switch (problem.kind) {
    case 'denominator-not-positive':
      return 'denominator';
    case 'more-than-all':
      return 'numerator';
    case 'below-zero':
    case 'count-not-whole':
      return problem.column;
    case 'wrong-form':
      return 'value';
  }
}

/** What is wrong with one pasted row, beginning with its number. */
export function rowSentence(problem: RowProblem): string {
  return `Row ${problem.row}: ${rowWords(problem)}`;
}

function rowWords(problem: RowProblem): string {
  switch (problem.kind) {
    case 'date-missing':
    case 'not-a-date':
    case 'not-in-calendar':
      return lowerFirst(dateSentence(problem, 'The date'));
    case 'date-repeated':
      return `${sayDate(problem.date)} was already given in row ${problem.firstRow}. A measure has one value a date.`;
    case 'date-ahead':
      return `${sayDate(problem.date)} lies ahead. Check the year, and whether day and month are the right way round.`;
    case 'number-missing':
    case 'not-a-number':
      return lowerFirst(
        numberSentence(problem, `The ${columnNames[problem.column].toLowerCase()}`)
      );
    case 'formula':
      return `“${shortened(problem.given)}” is a formula. Copy the cells as values and paste again.`;
    case 'note-too-long':
      return 'the note is longer than 500 characters. Shorten it.';
    case 'too-many-cells':
      return `there are ${problem.cells} cells where at most ${problem.columns} were expected. Check that no column too many was copied.`;
    default:
      return lowerFirst(figureSentence(problem));
  }
}

/** What happened and what to do now. */
export function explainImprovementProblem(problem: ImprovementProblem): string {
  switch (problem.kind) {
    case 'changed-meanwhile':
      return 'Somebody else saved this while you were writing. Compare the two versions and choose.';
    case 'idea-of-another-project':
      return 'This change idea belongs to another project. Choose one of this project, or write a new one.';
    case 'no-prediction':
      return fieldSentences.prediction;
    case 'result-without-prediction':
      return `There is no prediction ${problem.position} to set this result against. Write the prediction first.`;
    case 'result-missing':
      return 'Set a result beside every prediction. “Nobody looked” is a result too.';
    case 'step-out-of-order':
      return orderSentences[problem.status];
    case 'sent-otherwise':
      if (problem.valueId !== null)
        return 'This was sent before with another figure, and is saved as you first wrote it. Change that value instead.';
      return problem.testId === null
        ? 'This was sent before with other words. Copy what you wrote, open the page anew and record it again.'
        : 'This was sent before with other words, and is saved as you first wrote it. Open that test to change it.';
    case 'project-missing':
      return fieldSentences.newProject;
    case 'done-ahead':
      return `${sayDate(problem.doneOn)} lies ahead. Record the test once it has been done.`;
    case 'next-step-missing':
      return 'Enter what comes next, so that the next test can begin from it.';
    case 'bad-figure':
      return problem.problems.map((one) => figureTextSentence(one).sentence).join(' ');
    case 'date-ahead':
      return `${sayDate(problem.date)} lies ahead. Enter the date that the value belongs to.`;
    case 'date-taken':
      return `There is a value for ${sayDate(problem.date)} already. Change that one instead.`;
    case 'dates-taken':
      return `Somebody added values for ${problem.dates.slice(0, 3).map(sayDate).join(', ')}${problem.dates.length > 3 ? ' and other dates' : ''} meanwhile. Look at the preview again before saving.`;
    case 'left-out-without-reason':
      return 'Say in the note why this value is not counted.';
    case 'chart-does-not-fit':
      return 'This chart does not fit what an entry holds. Choose another, or let Cairn choose.';
    case 'form-has-values':
      return 'There are values already, so what an entry holds can no longer change. Set up a new measure instead.';
    case 'baseline-too-short':
      return `A baseline needs at least ${problem.needed} values; up to that date there ${problem.values === 1 ? 'is' : 'are'} ${problem.values}.`;
    case 'baseline-and-phases':
      return 'A frozen baseline and phases do not go together. Remove the phases first, or leave the baseline open.';
    case 'phase-without-values':
      return 'A phase needs values on both sides of its beginning. Choose a date between the first and the last value.';
    case 'phase-taken':
      return 'A phase begins on that date already.';
    case 'summary-missing':
      return 'Enter what families may read before showing it to them.';
    case 'nothing-to-read':
      return 'There are no rows to read. Paste a date and a value in each row.';
    case 'too-many-rows':
      return `There are ${said(problem.rows)} rows; at most ${said(problem.most)} can be added at once. Nothing was saved.`;
    case 'wrong-headings':
      return `The first row says ${problem.given.map((one) => `“${shortened(one)}”`).join(', ')}. The headings must be ${problem.needed.map((name) => columnNames[name]).join(', ')}, and Note if there are notes.`;
    case 'heading-twice':
      return `The heading “${shortened(problem.heading)}” stands twice, so nothing was read. Leave one of the two columns.`;
    case 'bad-rows': {
      const count = problem.problems.length;
      return `${count === 100 ? '100 or more' : said(count)} ${count === 1 ? 'row cannot' : 'rows cannot'} be read, so nothing was saved. ${problem.problems.slice(0, 20).map(rowSentence).join(' ')}`;
    }
  }
}

const orderSentences = {
  planned: 'Record first what happened when the change was tried.',
  done: 'Say first what the test shows.',
  studied: 'What happened and what it shows are recorded already. Decide what comes next.',
  acted: 'This test is complete. Plan the next one.'
} as const;

/** How the tests that have happened came out, without a judgement; those that have not are named after them. */
export function collationSentence(counts: Collation): string {
  const { all, notTried } = counts;
  if (all === 0 && notTried === 0) return 'No test has been recorded yet.';
  if (all === 0) {
    return notTried === 1
      ? 'The one test recorded has not been tried yet.'
      : `None of ${said(notTried)} tests recorded has been tried yet.`;
  }
  const parts = [
    `${said(counts.helped)} helped`,
    `${said(counts.didNotHelp)} did not help`,
    ...(counts.cannotTell === 0 ? [] : [`for ${said(counts.cannotTell)} nobody can tell yet`]),
    ...(counts.notSaid === 0 ? [] : [`for ${said(counts.notSaid)} nobody has said yet`])
  ];
  const others =
    notTried === 0
      ? ''
      : ` ${said(notTried)} more ${notTried === 1 ? 'has' : 'have'} not been tried yet.`;
  return `${said(all)} ${all === 1 ? 'test' : 'tests'}: ${parts.join(', ')}. What did not help is learnt as well.${others}`;
}

/** What the measures show so far, for families: no figures, so that nobody can be counted. `null` where nothing is measured. */
export function publicChangeSentence(seen: ChangeSeen | null): string {
  switch (seen) {
    case null:
      return 'We do not count yet whether it changes anything.';
    case 'better':
      return 'What we count shows a change for the better.';
    case 'worse':
      return 'What we count shows a change for the worse.';
    case 'none':
      return 'What we count does not show a clear change so far.';
    case 'too-few':
      return 'We have counted too seldom to tell what has changed.';
    case 'no-better':
      return 'What we count does not tell better from worse.';
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 });

function said(value: number): string {
  return numbers.format(value).replace('-', '−');
}

/** What speaks against making a change the usual way for everyone. */
export function readinessSentence(gap: ReadinessGap): string {
  switch (gap.kind) {
    case 'never-tried':
      return 'It has not been tried yet: try it with one first.';
    case 'no-condition-named':
      return 'No test says under which conditions it was tried, so nobody knows whether it holds on another day or with other people.';
    case 'one-condition':
      return `It was tried under one condition only: ${lowerFirst(gap.condition)}. Try it under others before it becomes the usual way.`;
    case 'not-sure':
      return `After the last test the team was ${gap.belief} of 5 sure. Test on until it is 4 at least.`;
  }
}

/** What a family of measures lacks, by the kind that is missing. */
export const familyGapSentences: { readonly [kind in MeasureKind]: string } = {
  outcome: 'No outcome measure: nothing tells whether it gets better for children and families.',
  process: 'No process measure: nothing tells whether the change is being done.',
  balancing: 'No balancing measure: nothing tells whether something else gets worse meanwhile.'
};
