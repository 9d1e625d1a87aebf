import { sayDate } from '#core/written-dates';
import { approvalStateNames, askedNames, bodyKindPlurals } from './labels.ts';
import {
  isApproved,
  isSubject,
  standingOf,
  type ApprovalLine,
  type ApprovalProblem,
  type MemberUptakeProblem
} from './rules.ts';

export const fieldSentences = {
  name: 'Enter the name of the body',
  bodyKind: 'Choose what sort of body it is',
  title: 'Enter a title',
  body: 'Choose the body',
  state: 'Choose what the body has said',
  asked: 'Choose what the body is asked',
  uptake: 'Choose how it takes up the aim',
  memberUptake: 'Choose how you take up the aim',
  element: 'Enter what is to be the same'
} as const;

const problemSentences: Readonly<
  Record<ApprovalProblem['kind'], { field: string; sentence: string }>
> = {
  'conditions-needed': { field: 'conditions', sentence: 'Enter what the approval is subject to.' },
  'conditions-without': {
    field: 'conditions',
    sentence:
      'Conditions belong to an approval that is subject to them. Choose that, or take them out.'
  },
  'met-without-conditions': {
    field: 'conditionsMetOn',
    sentence: 'Only an approval that is subject to conditions can have them met.'
  },
  'waits-with-a-day': {
    field: 'statedOn',
    sentence:
      'It is still waiting, so there is no day yet. Choose what it said, or take the day out.'
  },
  'day-ahead': { field: 'statedOn', sentence: 'This day is still to come.' },
  'met-before': {
    field: 'conditionsMetOn',
    sentence: 'This is before the body said so. Change one of the two days.'
  }
};

export function explainApproval(problem: ApprovalProblem): { field: string; sentence: string } {
  const said = problemSentences[problem.kind];
  return problem.kind === 'day-ahead' ? { ...said, field: problem.field } : said;
}

const memberSentences: Readonly<
  Record<MemberUptakeProblem['kind'], string | { field: string; sentence: string }>
> = {
  'no-regional-aim': 'This is no aim of a collaborative that you are a member of.',
  'reason-needed': { field: 'reason', sentence: 'Enter why you differ, or take no part.' },
  'same-and-different': {
    field: 'differentElements',
    sentence: 'Something is ticked as the same and as different. Take one of the two out.'
  },
  'unknown-element': {
    field: 'sameElements',
    sentence: 'One of these is no longer wanted everywhere. Look through the ticks again.'
  },
  'day-ahead': { field: 'decidedOn', sentence: 'This day is still to come.' }
};

export function explainMemberUptake({
  kind
}: MemberUptakeProblem): string | { field: string; sentence: string } {
  return memberSentences[kind];
}

const one = (count: number): string =>
  ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'][count] ??
  String(count);

/**
 * How far a version is approved, in words.
 * @example
 * // two of three councils approved, one of them subject to a condition that is still open
 * standingSentence(lines) // 'Approved by 1 of 3 councils; one subject to conditions; one waiting.'
 */
export function standingSentence(lines: readonly ApprovalLine[]): string {
  const standing = standingOf(lines);
  const asked = lines.filter((line) => line.asked === 'approve');
  if (standing.asked === 0) return 'No body is asked to approve it.';
  const kinds = new Set(asked.map(({ kind }) => kind));
  const [kind = 'other'] = kinds;
  const bodies =
    standing.asked === 1
      ? (asked[0]?.body ?? 'the body')
      : kinds.size === 1
        ? bodyKindPlurals[kind]
        : 'bodies';
  if (isApproved(standing)) {
    return standing.asked === 1
      ? `Approved by ${bodies}.`
      : `Approved by ${standing.asked === 2 ? 'both' : `all ${standing.asked}`} ${bodies}.`;
  }
  if (standing.asked === 1) {
    if (standing.declined > 0) return `${bodies} declined to approve it.`;
    if (standing.noted > 0) return `${bodies} noted it, and did not approve it.`;
    if (standing.subject > 0)
      return `${bodies} approved it subject to conditions that are not met yet.`;
    return `Not approved by ${bodies} yet: its word is waited for.`;
  }
  const rest = [
    standing.subject > 0 ? `${one(standing.subject)} subject to conditions` : '',
    standing.noted > 0 ? `${one(standing.noted)} noted it` : '',
    standing.declined > 0 ? `${one(standing.declined)} declined` : '',
    standing.waiting > 0 ? `${one(standing.waiting)} waiting` : ''
  ].filter((part) => part !== '');
  const head = `Approved by ${standing.approved === 0 ? 'none' : standing.approved} of ${standing.asked} ${bodies}`;
  return `${[head, ...rest].join('; ')}.`;
}

/** What one body has said, in a few words: “Approved subject to conditions on 2 March 2026: money is found”. */
export function approvalWords(line: ApprovalLine): string {
  const day = line.statedOn === null ? '' : ` on ${sayDate(line.statedOn)}`;
  const head =
    line.state === 'waiting'
      ? `${approvalStateNames.waiting}: ${askedNames[line.asked].toLowerCase().replace('to ', 'asked to ')}`
      : `${approvalStateNames[line.state]}${day}`;
  if (line.state !== 'approved-subject-to') return head;
  const met = isSubject(line) ? 'Not met yet.' : `Met on ${sayDate(line.conditionsMetOn ?? '')}.`;
  return `${head}: ${line.conditions} ${met}`;
}
