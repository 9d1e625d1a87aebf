import type { Tx } from '#platform/database';
import { sought } from '#platform/ids';
import type { ReadScope } from '#platform/scope';
import { sql, type RawBuilder } from 'kysely';
import type { CountedBy } from './collation.ts';
import {
  collationColumns,
  happened,
  hasHappened
} from '../tests-of-change/happened.store.server.ts';
import type { Collation } from '../rules.ts';
import type {
  ChangeIdeaId,
  Decision,
  RampStep,
  TestLine,
  TestId,
  WasImprovement,
  ProjectId
} from '../types.ts';

/** All SQL that searches, lists and counts tests of change over the whole partnership. */

export type TestFilter = {
  readonly factorId?: string | undefined;
  readonly projectId?: string | undefined;
  /** As `ideaKey` tells ideas apart: a family, or ideas of the same words. */
  readonly ideaKey?: string | undefined;
  /** English words: their forms are found too; "in quotation marks" as a phrase, - before a word leaves it out. */
  readonly words?: string | undefined;
  /** `waiting`: not tried, or tried and not studied yet. */
  readonly result?: WasImprovement | 'waiting' | undefined;
  readonly decision?: Decision | undefined;
  /** Where it was done: the test's own place, or else the setting of its project. */
  readonly setting?: string | undefined;
  readonly step?: RampStep | undefined;
  /** The day it was done, or is planned for. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
};

const day = sql<string>`coalesce(test_of_change.done_on, test_of_change.planned_for)`;
const setting = sql<string>`coalesce(nullif(test_of_change.place, ''), improvement_project.setting)`;
/** Ideas of one family, or of the same words, are one. */
const ideaKey = sql<string>`coalesce(change_idea.family_id::text, lower(btrim(change_idea.text)))`;
const factors = sql<string>`unnest(case
  when change_idea.factor_id is not null then array[change_idea.factor_id]
  when cardinality(improvement_project.factor_ids) = 0 then array['']
  else improvement_project.factor_ids end)`;

function filtered(tx: Tx, scope: ReadScope, filter: TestFilter) {
  let select = tx
    .selectFrom('testOfChange')
    .innerJoin('improvementProject', (join) =>
      join
        .onRef('improvementProject.partnershipId', '=', 'testOfChange.partnershipId')
        .onRef('improvementProject.id', '=', 'testOfChange.projectId')
    )
    .innerJoin('changeIdea', (join) =>
      join
        .onRef('changeIdea.partnershipId', '=', 'testOfChange.partnershipId')
        .onRef('changeIdea.id', '=', 'testOfChange.changeIdeaId')
    )
    .where('testOfChange.partnershipId', '=', scope.partnershipId);
  const { factorId, projectId, result, decision, step, words } = filter;
  if (projectId !== undefined)
    select = select.where('testOfChange.projectId', '=', sought<ProjectId>(projectId));
  if (factorId !== undefined) {
    select = select.where(
      sql<boolean>`(change_idea.factor_id = ${factorId}
        or (change_idea.factor_id is null and ${factorId} = any (improvement_project.factor_ids)))`
    );
  }
  if (result === 'waiting') {
    select = select.where(
      sql<boolean>`(test_of_change.was_improvement is null or not ${hasHappened})`
    );
  } else if (result !== undefined) {
    select = select.where('testOfChange.wasImprovement', '=', result).where(hasHappened);
  }
  if (decision !== undefined) select = select.where('testOfChange.decision', '=', decision);
  if (step !== undefined) select = select.where('testOfChange.rampStep', '=', step);
  if (filter.ideaKey !== undefined) select = select.where(ideaKey, '=', filter.ideaKey);
  if (filter.setting !== undefined) select = select.where(setting, '=', filter.setting);
  if (filter.from !== undefined) select = select.where(day, '>=', filter.from);
  if (filter.until !== undefined) select = select.where(day, '<=', filter.until);
  if (isAsked(words)) {
    select = select.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('testWords')
          .select('testWords.testId')
          .whereRef('testWords.partnershipId', '=', 'testOfChange.partnershipId')
          .whereRef('testWords.testId', '=', 'testOfChange.id')
          .where(sql<boolean>`test_words.words @@ ${asked(words)}`)
      )
    );
  }
  return select;
}

const isAsked = (words: string | undefined): words is string =>
  words !== undefined && words.trim() !== '';
const asked = (words: string) => sql`websearch_to_tsquery('english', ${words})`;

/** Tests that pass the filter: the best match of the words first, else the latest first. */
export async function listTests(
  tx: Tx,
  scope: ReadScope,
  filter: TestFilter,
  page: { readonly from: number; readonly most: number }
): Promise<TestLine[]> {
  let lines = linesOf(tx, scope, filter);
  if (isAsked(filter.words)) {
    lines = lines.orderBy(
      sql`(select ts_rank(w.words, ${asked(filter.words)}) from test_words w
        where w.partnership_id = test_of_change.partnership_id and w.test_id = test_of_change.id) desc`
    );
  }
  return lines
    .orderBy(sql`${day} desc`)
    .orderBy('testOfChange.number', 'desc')
    .orderBy('testOfChange.id')
    .offset(page.from)
    .limit(page.most)
    .execute();
}

/** The tests with these identifiers that are here, oldest first. */
export async function testLines(
  tx: Tx,
  scope: ReadScope,
  ids: readonly TestId[]
): Promise<TestLine[]> {
  if (ids.length === 0) return [];
  return linesOf(tx, scope, {})
    .where('testOfChange.id', 'in', ids)
    .orderBy(day)
    .orderBy('testOfChange.number')
    .execute();
}

/** The latest tests, for choosing one from a list. */
export function testChoices(tx: Tx, scope: ReadScope, most = 100): Promise<TestLine[]> {
  return listTests(tx, scope, {}, { from: 0, most });
}

function linesOf(tx: Tx, scope: ReadScope, filter: TestFilter) {
  return filtered(tx, scope, filter).select([
    'testOfChange.id',
    'testOfChange.projectId',
    'testOfChange.changeIdeaId',
    'testOfChange.number',
    'testOfChange.status',
    'testOfChange.rampStep',
    'testOfChange.changeTried',
    'testOfChange.plannedFor',
    'testOfChange.doneOn',
    'testOfChange.wasImprovement',
    'testOfChange.decision',
    'testOfChange.learnt',
    'improvementProject.title as projectTitle',
    'changeIdea.text as idea',
    setting.as('setting')
  ]);
}

/** How the tests that pass the filter came out. */
export function countTests(tx: Tx, scope: ReadScope, filter: TestFilter): Promise<Collation> {
  const counted = filtered(tx, scope, filter).select(['testOfChange.wasImprovement', happened]);
  return tx.selectFrom(counted.as('counted')).select(collationColumns).executeTakeFirstOrThrow();
}

const keys: { readonly [by in CountedBy]: { key: RawBuilder<string>; label: RawBuilder<string> } } =
  {
    idea: {
      key: ideaKey,
      label: sql`coalesce((select name from idea_family f
        where f.partnership_id = change_idea.partnership_id and f.id = change_idea.family_id), change_idea.text)`
    },
    factor: { key: factors, label: sql`''` },
    project: { key: sql`improvement_project.id::text`, label: sql`improvement_project.title` },
    setting: { key: setting, label: setting },
    decision: { key: sql`coalesce(test_of_change.decision, '')`, label: sql`''` },
    step: { key: sql`test_of_change.ramp_step`, label: sql`''` }
  };

/**
 * How the tests came out, one row for each idea, factor, project, setting, decision or step; with how many rows there are.
 * In the order of their names, never of how the tests came out. A test counts under each factor of its project when its idea
 * names none.
 */
export async function countTestsBy(
  tx: Tx,
  scope: ReadScope,
  filter: TestFilter,
  by: CountedBy,
  page: { readonly from: number; readonly most: number }
) {
  const { key, label } = keys[by];
  const inner = filtered(tx, scope, filter).select([
    key.as('key'),
    label.as('label'),
    'testOfChange.wasImprovement',
    'testOfChange.changeIdeaId',
    happened
  ]);
  const rows = await tx
    .selectFrom(inner.as('counted'))
    .select([
      'key',
      sql<string>`min(label)`.as('label'),
      sql<ChangeIdeaId>`min(change_idea_id::text)::uuid`.as('ideaId'),
      sql<number>`count(*) over ()`.as('rows'),
      ...collationColumns
    ])
    .groupBy('key')
    .orderBy(sql`min(label) collate "und-x-icu"`)
    .orderBy('key')
    .offset(page.from)
    .limit(page.most)
    .execute();
  return {
    rows: rows[0]?.rows ?? 0,
    // `ideaId` is one of the ideas that were counted: for the address of its page.
    lines: rows.map(({ key, label, ideaId, rows: _, ...counts }) => ({
      key,
      label,
      ideaId,
      counts
    }))
  };
}

/** How ideas are told apart: by family, or by their words. Null when the idea is not here. */
export async function ideaKeyOf(tx: Tx, scope: ReadScope, ideaId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('changeIdea')
    .select(ideaKey.as('key'))
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', sought<ChangeIdeaId>(ideaId))
    .executeTakeFirst();
  return row?.key ?? null;
}

/** The settings in which tests were done, by name. */
export async function testSettings(tx: Tx, scope: ReadScope, most = 200): Promise<string[]> {
  const counted = await countTestsBy(tx, scope, {}, 'setting', { from: 0, most });
  return counted.lines.map(({ key }) => key).filter((name) => name !== '');
}
