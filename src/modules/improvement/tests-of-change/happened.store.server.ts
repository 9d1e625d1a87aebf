import { sql } from 'kysely';

/** Which tests have happened, in SQL: the same as `hasHappened` and `collate` of `rules.ts`. */

export const hasHappened = sql<boolean>`(test_of_change.status <> 'planned'
  and test_of_change.carried_out is distinct from 'not-carried-out')`;

/** For a selection of tests that is counted by `collationColumns`. */
export const happened = hasHappened.as('happened');

/** Counts over a selection that has `was_improvement` and `happened`. */
export const collationColumns = [
  sql<number>`count(*) filter (where happened and was_improvement = 'yes')`.as('helped'),
  sql<number>`count(*) filter (where happened and was_improvement = 'no')`.as('didNotHelp'),
  sql<number>`count(*) filter (where happened and was_improvement = 'cannot-tell')`.as(
    'cannotTell'
  ),
  sql<number>`count(*) filter (where happened and was_improvement is null)`.as('notSaid'),
  sql<number>`count(*) filter (where happened)`.as('all'),
  sql<number>`count(*) filter (where not happened)`.as('notTried')
] as const;
