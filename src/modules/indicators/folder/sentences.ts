import { explainArea } from '../sentences.ts';
import type { FolderProblem } from './folder.ts';

/** What is wrong with a question about a data folder, in a sentence. */
export function explainFolder(problem: FolderProblem): string {
  switch (problem.kind) {
    case 'unknown-area':
    case 'several-areas':
      return explainArea(problem);
    case 'unknown-indicator':
      return `There is no indicator “${problem.given}” in these data. There are: ${problem.known.join(', ')}.`;
    case 'no-figures-for-area':
      return `These data have no figures of “${problem.indicator}” for ${problem.area}.`;
    case 'unknown-group':
      return `There is no group “${problem.given}” here. There are: ${problem.known.join(', ')}.`;
    case 'several-groups':
      return `“${problem.given}” could be more than one group. There are: ${problem.known.join(', ')}.`;
    case 'group-needed':
      return `There is no figure of everybody here. Name a group with --breakdown: ${problem.known.join(', ')}.`;
    case 'measure-needed':
      return `These data hold it in more than one way. Name one with --measure: ${problem.known.join(', ')}.`;
    case 'unknown-measure':
      return `There is no measure “${problem.given}” here. There are: ${problem.known.join(', ')}.`;
    case 'no-period':
      return `No value was published for ${problem.period}. These data go from ${problem.first} to ${problem.last}.`;
    case 'no-value': {
      const reason = problem.status === '' ? '' : `: ${problem.status}`;
      return `No value was published for ${problem.area} (${problem.group}) in ${problem.period}${reason}.`;
    }
    case 'no-pair':
      return `A gap needs a better-off and a poorer group; here there are only: ${problem.groups.join(', ')}.`;
    case 'bad-denominator':
      return `The denominator for ${problem.area} in ${problem.period} is ${problem.denominator}; it must be above zero.`;
    case 'bad-number':
      return `The value for ${problem.area} in ${problem.period} is “${problem.given}”, which is not a number.`;
  }
}
