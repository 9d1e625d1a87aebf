import type { ProjectId, TestId, TestStatus } from '#modules/improvement';
import type { FollowedTakeaway, Takeaway } from './kinds.ts';
import type { FollowingTest, SessionId, TakeawayId } from './types.ts';

/** Plainly made-up things taken back, for tests. */

const madeUp: Takeaway = {
  id: '40000000-0000-4000-8000-000000000000' as TakeawayId, // made up here
  sessionId: '50000000-0000-4000-8000-000000000000' as SessionId, // made up here
  noticed: 'Parents chose the books themselves',
  fromPlace: '',
  noticedBy: '',
  factorIds: [],
  idea: '',
  changeIdeaId: null,
  ownerRole: '',
  status: 'open',
  setAsideWhy: '',
  createdAt: new Date('2026-06-18T09:00:00Z'),
  version: 1
};

/** Something taken back, followed by a test of each of these states. */
export function someTakeaway(
  parts: Partial<Takeaway> = {},
  tests: readonly TestStatus[] = []
): FollowedTakeaway {
  return { ...madeUp, ...parts, tests: tests.map(someTest) };
}

function someTest(status: TestStatus, index: number): FollowingTest {
  return {
    id: `60000000-0000-4000-8000-${String(index).padStart(12, '0')}` as TestId, // made up here
    projectId: '20000000-0000-4000-8000-000000000000' as ProjectId, // made up here
    projectTitle: 'Bedtime stories',
    number: index + 1,
    changeTried: 'A bag of books',
    status,
    rampStep: '1',
    plannedFor: '2026-06-22',
    doneOn: status === 'planned' ? null : '2026-06-22',
    wasImprovement: null,
    decision: null,
    learnt: ''
  };
}
