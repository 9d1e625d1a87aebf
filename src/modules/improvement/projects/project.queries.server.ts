import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { asRecorded } from '#modules/disclosure';
import type { Spine } from '#modules/vocabulary';
import { getSpine } from '#modules/vocabulary/server';
import { query } from '#platform/command';
import * as v from 'valibot';
import { readConditions, readinessGaps } from '../tests-of-change/conditions.ts';
import { countTests } from '../collation/collation.store.server.ts';
import * as projectStore from './projects.store.server.ts';
import { collate, isTestOwed } from '../rules.ts';
import * as testStore from '../tests-of-change/tests.store.server.ts';
import { projectRecord } from './project-record.server.ts';
import { leadCharts, owedTests } from './at-work.server.ts';
import * as testLists from '../tests-of-change/test-lists.store.server.ts';

const nobody = '00000000-0000-4000-8000-000000000000';

const noTests = collate([]);
const noDays = { lastTestOn: null, nextPlannedFor: null, nextTestId: null };

/** What the spine calls things, as far as improvement pages need it. */
function wordsOf(spine: Spine) {
  return {
    factors: spine.factors,
    factorGroups: spine.factorGroups,
    outcomes: spine.outcomes
  };
}

/** Every project with its tests counted, the chart of its leading measure, and what is due next. */
export const viewProjects = query({
  name: 'improvement.view-projects',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const projects = await projectStore.projects.list(tx, scope);
    const counts = await testLists.testsThatHappened(tx, scope);
    const days = await testLists.testDaysByProject(tx, scope);
    const charts = await leadCharts(tx, scope, asRecorded);
    return ok({
      total: await countTests(tx, scope, {}),
      owed: await owedTests(tx, scope, scope.personId, now),
      projects: projects.map((project) => {
        const chart = charts.get(project.id);
        return {
          project,
          tests: counts.get(project.id) ?? noTests,
          ...(days.get(project.id) ?? noDays),
          lead: chart === undefined ? null : { measure: chart.measure, analysis: chart.analysis }
        };
      }),
      words: wordsOf(await getSpine(tx))
    });
  }
});

const projectAsked = v.object({ projectId: v.string() });

/** One project with everything that belongs to it. */
export const viewProject = query({
  name: 'improvement.view-project',
  needs: 'records:read',
  input: projectAsked,
  example: { projectId: nobody },
  async run({ scope, input, tx, now }) {
    const record = await projectRecord(tx, scope, input.projectId);
    if (record === null) return err({ kind: 'not-found' } as const);
    return ok({ ...record, today: dateOf(now), words: wordsOf(await getSpine(tx)) });
  }
});

/** The projects that name an action of the plan or a chosen priority. */
export const viewProjectsFor = query({
  name: 'improvement.view-projects-for',
  needs: 'records:read',
  input: v.object({ planRecordId: v.string() }),
  example: { planRecordId: nobody },
  async run({ scope, input, tx }) {
    const counts = await testLists.testsThatHappened(tx, scope);
    const projects = await projectStore.projects.list(tx, scope);
    return ok(
      projects
        .filter((one) => [one.actionId, one.priorityId].includes(input.planRecordId))
        .map(({ id, title, status }) => ({
          id,
          title,
          status,
          counts: counts.get(id) ?? noTests
        }))
    );
  }
});

/** What a form about a project needs to offer. */
export const viewWords = query({
  name: 'improvement.view-words',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ tx }) {
    return ok(wordsOf(await getSpine(tx)));
  }
});

/** Every project with its change ideas, for records elsewhere that come from one. */
export const viewIdeaChoices = query({
  name: 'improvement.view-idea-choices',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    const ideas = Map.groupBy(
      await projectStore.ideas.list(tx, scope),
      ({ projectId }) => projectId
    );
    const projects = await projectStore.projects.list(tx, scope);
    return ok(
      projects.map(({ id, title }) => ({
        id,
        title,
        ideas: (ideas.get(id) ?? []).map((idea) => ({ id: idea.id, text: idea.text }))
      }))
    );
  }
});

/** One test with its project, its idea, the test before it and those that follow. */
export const viewTest = query({
  name: 'improvement.view-test',
  needs: 'records:read',
  input: v.object({ testId: v.string() }),
  example: { testId: nobody },
  async run({ scope, input, tx, now }) {
    const test = await testStore.findTest(tx, scope, input.testId);
    if (test === null) return err({ kind: 'not-found' } as const);
    const project = await projectStore.projects.find(tx, scope, test.projectId);
    const idea = await projectStore.ideas.find(tx, scope, test.changeIdeaId);
    if (project === null || idea === null) return err({ kind: 'not-found' } as const);
    const others = await testStore.testsOf(tx, scope, test.projectId);
    const line = (one: (typeof others)[number]) => ({
      id: one.id,
      number: one.number,
      changeTried: one.changeTried
    });
    const before = others.find(({ id }) => id === test.followsId);
    return ok({
      test,
      project,
      idea,
      before: before === undefined ? null : line(before),
      after: others.filter(({ followsId }) => followsId === test.id).map(line),
      gaps: readinessGaps(others.filter((one) => one.changeIdeaId === test.changeIdeaId)),
      /** Of the other tests of the project, to choose from again. */
      knownConditions: readConditions(
        others.flatMap((one) => (one.id === test.id ? [] : [one.conditions])).join('\n')
      ),
      today: dateOf(now)
    });
  }
});

const testsToReport = 8;

/**
 * For the quick ways in: tests that wait to be reported, and projects in which a new one can begin. `reports` holds the tests
 * that can be reported at once: the one asked for, or the person's own first.
 */
export const viewRecordChoices = query({
  name: 'improvement.view-record-choices',
  needs: 'records:read',
  input: v.object({ testId: v.optional(v.string(), ''), projectId: v.optional(v.string(), '') }),
  example: {},
  async run({ scope, input, tx, now }) {
    const today = dateOf(now);
    const open = (await projectStore.projects.list(tx, scope)).filter(
      ({ status }) => status !== 'finished' && status !== 'paused'
    );
    const waiting = (await testLists.waitingTests(tx, scope, 50))
      .map((test) => ({
        ...test,
        isOverdue: isTestOwed(test, today),
        isOwn: test.createdBy === scope.personId
      }))
      .sort((one, other) => Number(other.isOwn) - Number(one.isOwn));
    const planned = waiting.filter(({ status }) => status === 'planned').map(({ id }) => id);
    const wanted = input.testId === '' ? planned.slice(0, testsToReport) : [input.testId];
    const reports = await testStore.testsWithIds(tx, scope, wanted);
    const latest = await testLists.latestProjectOf(tx, scope);
    const chosen = [input.projectId, latest].flatMap(
      (id) => open.find((one) => one.id === id) ?? []
    );
    return ok({
      today,
      projects: open.map(({ id, title }) => ({ id, title })),
      projectId: (chosen[0] ?? open[0])?.id ?? null,
      waiting,
      reports: reports.filter(({ status }) => status === 'planned')
    });
  }
});
