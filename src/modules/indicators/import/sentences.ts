import { listed } from '#core/written-lists';
import { findSentence } from '#modules/disclosure';
import { numberText } from '../figures/rounding.ts';
import { explainValue, valueLabels } from '../sentences.ts';
import type { RowProblem } from './cells.ts';
import { fileLimits } from './limits.ts';
import type { MatchingProblem } from './matching.ts';
import type { ElsewhereKind } from '../own/elsewhere.ts';
import type { AcrossKind, ColumnUse, ElsewhereChoice, NameKind } from './meanings.ts';
import type { ImportRefusal } from './problems.ts';

const count = (number: number) => numberText(number, 0);

export const fileHint = `A CSV file or a workbook (.xlsx or .ods), at most ${fileLimits.bytes / 1_000_000} MB and ${count(fileLimits.rows - 1)} rows. Of a workbook the sheet with the most figures is read.`;

/** What a column may hold, as the form of matching says it. */
export const useNames: Readonly<Record<ColumnUse, string>> = {
  ...valueLabels,
  indicator: 'Indicator',
  'period-kind': 'Kind of period',
  'wider-area': 'Region or nation, where the area is empty',
  across: 'Values, named by the heading',
  nothing: 'Leave this column out'
};

export const acrossNames: Readonly<Record<AcrossKind, string>> = {
  period: 'Periods',
  breakdown: 'Groups',
  area: 'Areas',
  indicator: 'Indicators'
};

/** One of a kind of name, as it stands in a sentence. */
export const nameNouns: Readonly<Record<NameKind, { one: string; many: string }>> = {
  indicator: { one: 'indicator', many: 'Indicators' },
  breakdown: { one: 'group', many: 'Groups' },
  area: { one: 'area', many: 'Areas' }
};

/** Areas elsewhere of one kind, as a heading names them. */
export const elsewhereNouns: Readonly<Record<ElsewhereKind, string>> = {
  nation: 'Nations',
  region: 'Regions',
  council: 'Other councils',
  health: 'Areas of the health service'
};

export const elsewhereChoiceNames: Readonly<Record<ElsewhereChoice, string>> = {
  'leave-out': 'Leave their rows out',
  compare: 'Keep their rows, to compare with',
  ask: 'They are parts of this place: ask me for each'
};

/** The field of the form of matching that a problem stands beside, and its sentence. */
export function explainMatching(problem: MatchingProblem): { field: string; sentence: string } {
  switch (problem.kind) {
    case 'use-twice':
      return {
        field: `use-${problem.column}`,
        sentence: `Another column holds the ${useNames[problem.use].toLowerCase()} already. Choose one of them`
      };
    case 'no-figures':
      return {
        field: 'use-0',
        sentence:
          'Say which column holds the value, or the numerator and denominator; or which columns hold values named by their headings'
      };
    case 'figures-twice':
      return {
        field: 'use-0',
        sentence:
          'Values stand either in one column or in several named by their headings, not in both. Leave some of them out'
      };
    case 'shares-unsaid':
      return {
        field: 'areShares',
        sentence: 'Say what a figure between 0 and 1 means in this file'
      };
    case 'out-of-unsaid':
      return {
        field: 'countedPer',
        sentence: 'Say whether the figures stand as they are, or are to be converted'
      };
    case 'blanks-unsaid':
      return {
        field: 'carriesDown',
        sentence: 'Say what an empty cell for the area or the group means in this file'
      };
    case 'no-indicator':
      return { field: 'indicatorId', sentence: 'Choose the indicator that the file is about' };
    case 'no-period':
      return {
        field: 'period',
        sentence: 'Say which column holds the period, or write the one period of the whole file'
      };
    case 'said-across':
      return {
        field: `use-${problem.column}`,
        sentence: `The headings name the ${acrossNames[problem.across].toLowerCase()} already. Leave this column out, or say that the headings name something else`
      };
  }
}

/** Why an import was not carried out or undone, and what to do now. */
export function explainRefusal(problem: ImportRefusal): string {
  switch (problem.kind) {
    case 'not-ready':
      return 'This file is still being read. Wait until it is done.';
    case 'rows-refused':
      return `${problem.rows === 1 ? 'One row cannot' : `${count(problem.rows)} rows cannot`} be taken. Put the file right and choose it again, or tick that the good rows are to be taken.`;
    case 'changed-since-preview':
      return `${problem.values === 1 ? 'Somebody changed one of these values' : `Others changed ${count(problem.values)} of these values`} while you were looking. Nothing was saved. Look at them below and save again.`;
    case 'nothing-to-save':
      return 'There is nothing new in this file.';
    case 'already-undone':
      return 'This import is undone already.';
  }
}

/** What is wrong in one cell of a row, in a sentence. The number of the row stands beside it. */
export function explainRowProblem({ field, problem }: RowProblem): string {
  const name = useNames[field].toLowerCase();
  switch (problem.kind) {
    case 'formula':
      return `In the ${name}, “${problem.given}” is a formula. Save the file with values only.`;
    case 'spreadsheet-error':
      return `In the ${name}, “${problem.given}” is an error of the spreadsheet. Mend its formula, or leave the cell empty.`;
    case 'unknown-indicator':
      return problem.given === ''
        ? 'The indicator is missing.'
        : `There is no indicator of your own called “${problem.given.slice(0, 60)}”.`;
    case 'area-missing':
      return 'The area is missing. Beside rows about other councils or nations an empty cell is not taken for the whole place: write its name, or say which column holds it.';
    case 'row-twice':
      return `The same indicator, period, area and group stand in row ${problem.first} already.`;
    case 'rows-collide': {
      const { rows, columns } = problem;
      const named = `Rows ${listed(rows.map(String))} are all for the same indicator, period, area and group`;
      if (columns.length === 0) return `${named}, and say different things.`;
      const under = listed(columns.slice(0, 4).map((heading) => `“${heading.slice(0, 60)}”`));
      return `${named}. They differ under ${under}: say which rows are meant, or what that column holds.`;
    }
    case 'may-name-someone':
      return `The note may name somebody. ${problem.found.map(findSentence).join(' ')}`;
    default:
      return `In the ${name}: ${explainValue(problem)}.`;
  }
}
