import { csvText } from '#core/csv';
import { improvementNames, testStatusNames } from '#modules/improvement';
import { followingOf, lastDayOf } from './rules.ts';
import { followingNames } from './sentences.ts';
import type { FollowedTakeaway, LearningSession } from './kinds.ts';

/** What was taken back, one a row, with the tests that followed. `factorTitle` names a factor of the spine. */
export function takeawaysCsv(
  lines: readonly { readonly takeaway: FollowedTakeaway; readonly session: LearningSession }[],
  factorTitle: (id: string) => string
): string {
  const headings = [
    'Session',
    'Date',
    'What was noticed',
    'Whose work it was',
    'Noticed by',
    'Factors',
    'The change it suggests',
    'Who will see to it',
    'Where it stands',
    'Tests that followed',
    'What was learnt'
  ];
  const rows = lines.map(({ takeaway, session }) => [
    session.title,
    lastDayOf(session),
    takeaway.noticed,
    takeaway.fromPlace,
    takeaway.noticedBy,
    takeaway.factorIds.map(factorTitle).join('; '),
    takeaway.idea,
    takeaway.ownerRole,
    takeaway.status === 'set-aside'
      ? `${followingNames[followingOf(takeaway)]}: ${takeaway.setAsideWhy}`
      : followingNames[followingOf(takeaway)],
    takeaway.tests
      .map(
        (test) =>
          `${test.projectTitle}, test ${test.number}: ${
            test.wasImprovement === null
              ? testStatusNames[test.status]
              : improvementNames[test.wasImprovement]
          }`
      )
      .join('; '),
    takeaway.tests
      .map(({ learnt }) => learnt)
      .filter((learnt) => learnt !== '')
      .join(' ')
  ]);
  return csvText([headings, ...rows]);
}
