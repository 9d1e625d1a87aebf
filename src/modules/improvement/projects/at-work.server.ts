import { dateOf } from '#core/dates';
import { asRecorded, type Sight } from '#modules/disclosure';
import { changeSeen, summaryWithoutName, type ChangeSeen } from '#modules/charts';
import type { FactorId } from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import type { PersonId } from '#platform/ids';
import type { ReadScope } from '#platform/scope';
import { analyseMeasure } from '../measures/measure-chart.ts';
import * as measureStore from '../measures/measures.store.server.ts';
import * as projectStore from './projects.store.server.ts';
import {
  collate,
  isTestOwed,
  isValueOwed,
  leadMeasure,
  nextStepOf,
  nextValueDue,
  type Collation,
  type NextStep
} from '../rules.ts';
import { safeValues } from '../measures/safe-values.ts';
import { publicChangeSentence } from '../sentences.ts';
import type { Measure } from '../measures/kinds.ts';
import type { MeasureId, ProjectId, ProjectStatus, TestId, WasImprovement } from '../types.ts';
import type { Project } from './kinds.ts';
import * as markStore from '../measures/marks.store.server.ts';
import * as collation from '../collation/collation.store.server.ts';
import * as testLists from '../tests-of-change/test-lists.store.server.ts';
import * as valueStore from '../measures/values.store.server.ts';

/** What higher modules may ask of improvement: the tests at a factor, what is owed, and what the public may see. */

/** A measure that speaks for a project, with what its chart says. */
export type Measured = {
  readonly measureId: MeasureId;
  readonly title: string;
  /** What the chart shows, in a sentence or two, without the measure's name. */
  readonly verdict: string;
  /** Which way it has changed, as far as the chart tells. */
  readonly seen: ChangeSeen;
};

export type ProjectAtFactor = {
  readonly projectId: ProjectId;
  readonly projectTitle: string;
  readonly status: ProjectStatus;
  readonly actionId: string | null;
  readonly priorityId: string | null;
  /** How many tests have happened. */
  readonly tests: number;
  /** How they came out. */
  readonly outcomes: Collation;
  readonly lastTestOn: string | null;
  /** The next day a test is planned for. */
  readonly nextPlannedFor: string | null;
  readonly measured: Measured | null;
};

/** Every project with the factors that it or one of its change ideas names, each once. */
export async function projectsWithFactors(
  tx: Tx,
  scope: ReadScope
): Promise<(ProjectAtFactor & { readonly factorIds: readonly FactorId[] })[]> {
  const projects = await projectStore.projects.list(tx, scope);
  const ideas = await projectStore.ideas.list(tx, scope);
  const counts = await testLists.testsThatHappened(tx, scope);
  const days = await testLists.testDaysByProject(tx, scope);
  const measured = await measuredByProject(tx, scope, asRecorded);
  return projects.map((project) => {
    const own = ideas.filter(({ projectId }) => projectId === project.id);
    const outcomes = counts.get(project.id) ?? collate([]);
    return {
      projectId: project.id,
      projectTitle: project.title,
      status: project.status,
      actionId: project.actionId,
      priorityId: project.priorityId,
      tests: outcomes.all,
      outcomes,
      lastTestOn: days.get(project.id)?.lastTestOn ?? null,
      nextPlannedFor: days.get(project.id)?.nextPlannedFor ?? null,
      measured: measured.get(project.id) ?? null,
      factorIds: [...new Set([...project.factorIds, ...own.flatMap((idea) => idea.factorId ?? [])])]
    };
  });
}

/** The improvement work at each factor: of the project's own factors and of those of its change ideas. */
export async function testsByFactor(
  tx: Tx,
  scope: ReadScope
): Promise<Map<FactorId, ProjectAtFactor[]>> {
  const byFactor = new Map<FactorId, ProjectAtFactor[]>();
  for (const { factorIds, ...line } of await projectsWithFactors(tx, scope)) {
    for (const factor of factorIds) byFactor.set(factor, [...(byFactor.get(factor) ?? []), line]);
  }
  return byFactor;
}

/**
 * The leading measure of every project that has values, with what its chart says. Words of a chart tell its figures: for readers who
 * see counts by a rule they are those of the values that leave.
 */
export async function measuredByProject(
  tx: Tx,
  scope: ReadScope,
  sight: Sight
): Promise<Map<ProjectId, Measured>> {
  const answer = new Map<ProjectId, Measured>();
  for (const [projectId, { measure, analysis }] of await leadCharts(tx, scope, sight)) {
    answer.set(projectId, {
      measureId: measure.id,
      title: measure.title,
      verdict: summaryWithoutName(analysis),
      seen: changeSeen(analysis)
    });
  }
  return answer;
}

/** The chart of the leading measure of every project that has values, as somebody sees them. */
export async function leadCharts(tx: Tx, scope: ReadScope, sight: Sight) {
  const counts = await valueStore.valueCounts(tx, scope);
  const measures = await measureStore.measures.list(tx, scope);
  const leads = new Map<ProjectId, Measure>();
  for (const projectId of new Set(measures.map((measure) => measure.projectId))) {
    const own = measures
      .filter((measure) => measure.projectId === projectId)
      .map((measure) => ({
        measure,
        kind: measure.kind,
        valueCount: counts.get(measure.id)?.count ?? 0
      }));
    const lead = leadMeasure(own);
    if (lead !== null) leads.set(projectId, lead.measure);
  }
  const ids = [...leads.values()].map(({ id }) => id);
  const values = Map.groupBy(await valueStore.valuesOf(tx, scope, ids), (one) => one.measureId);
  const phases = Map.groupBy(await markStore.phasesOf(tx, scope, ids), (one) => one.measureId);
  return new Map(
    [...leads].flatMap(([projectId, measure]) => {
      const record = {
        measure,
        values: safeValues(measure, values.get(measure.id) ?? [], sight),
        phases: phases.get(measure.id) ?? []
      };
      const analysis = analyseMeasure(record);
      return analysis.ok ? [[projectId, { measure, analysis: analysis.value }] as const] : [];
    })
  );
}

/** Something that waits for somebody. */
export type Owed =
  | {
      readonly kind: 'test';
      readonly testId: TestId;
      readonly projectId: ProjectId;
      readonly projectTitle: string;
      readonly title: string;
      /** The day it was planned for. */
      readonly due: string;
      /** What has to be recorded next. */
      readonly next: NextStep;
      /** Whether the person asked about planned it. */
      readonly isOwn: boolean;
    }
  | {
      readonly kind: 'value';
      readonly measureId: MeasureId;
      readonly projectId: ProjectId;
      readonly projectTitle: string;
      readonly title: string;
      /** From this day on a value is missing. */
      readonly due: string;
      readonly lastOn: string | null;
      readonly collectorRole: string;
    };

/**
 * What is due: tests that were planned for a day gone by, or done and not yet studied or decided; and measures that went
 * longer without a value than their frequency allows. The longest due first; the person's own tests are marked.
 */
export async function owedTests(
  tx: Tx,
  scope: ReadScope,
  personId: PersonId | undefined,
  now: Date
): Promise<Owed[]> {
  const dated = await datedWork(tx, scope, personId, now);
  return dated.filter(({ isOwed }) => isOwed).map(({ isOwed: _, ...owed }) => owed);
}

/** Everything with a day: what is owed, the tests that are planned ahead, and from when each measure wants its next value. */
export async function datedWork(
  tx: Tx,
  scope: ReadScope,
  personId: PersonId | undefined,
  now: Date
): Promise<(Owed & { readonly isOwed: boolean })[]> {
  const today = dateOf(now);
  const projects = new Map(
    (await projectStore.projects.list(tx, scope))
      .filter(({ status }) => status !== 'finished' && status !== 'paused')
      .map((project) => [project.id, project] as const)
  );
  const waiting = await testLists.waitingTests(tx, scope, 200);
  const tests = waiting.map((test) => ({
    kind: 'test' as const,
    testId: test.id,
    projectId: test.projectId,
    projectTitle: test.projectTitle,
    title: `Test ${test.number}: ${test.changeTried}`,
    due: test.plannedFor,
    next: nextStepOf({ status: test.status, decision: null, rampStep: '1' }),
    isOwn: personId !== undefined && test.createdBy === personId,
    isOwed: test.status !== 'planned' || isTestOwed(test, today)
  }));
  const counts = await valueStore.valueCounts(tx, scope);
  const values = (await measureStore.measures.list(tx, scope)).flatMap((measure) => {
    const project = projects.get(measure.projectId);
    const lastOn = counts.get(measure.id)?.lastOn ?? null;
    const due = nextValueDue(measure, lastOn);
    if (project === undefined || due === null) return [];
    return [
      {
        kind: 'value' as const,
        measureId: measure.id,
        projectId: project.id,
        projectTitle: project.title,
        title: measure.title,
        due,
        lastOn,
        collectorRole: measure.collectorRole,
        isOwed: isValueOwed(measure, lastOn, today)
      }
    ];
  });
  return [...tests, ...values].sort((one, other) => (one.due < other.due ? -1 : 1));
}

/** What families may read of a project: everyday words, and no figure from which anybody could be counted. */
export type PublicTest = {
  readonly projectId: ProjectId;
  readonly title: string;
  readonly summary: string;
  readonly factorIds: Project['factorIds'];
  readonly outcomeIds: Project['outcomeIds'];
  readonly status: ProjectStatus;
  /** How many small tests have happened; tests are not people. */
  readonly tests: number;
  /** How they came out: what did not help is said as well. */
  readonly outcomes: Collation;
  readonly lastTestOn: string | null;
  /** What changed so far, without figures. */
  readonly change: string;
};

/** The projects that a lead chose to show to the public. */
export async function publicTests(tx: Tx, scope: ReadScope): Promise<PublicTest[]> {
  const projects = (await projectStore.projects.list(tx, scope)).filter(({ isPublic }) => isPublic);
  if (projects.length === 0) return [];
  const counts = await testLists.testsThatHappened(tx, scope);
  const days = await testLists.testDaysByProject(tx, scope);
  const measured = await measuredByProject(tx, scope, asRecorded);
  return projects.map((project) => {
    const outcomes = counts.get(project.id) ?? collate([]);
    return {
      projectId: project.id,
      title: project.title,
      summary: project.publicSummary,
      factorIds: project.factorIds,
      outcomeIds: project.outcomeIds,
      status: project.status,
      tests: outcomes.all,
      outcomes,
      lastTestOn: days.get(project.id)?.lastTestOn ?? null,
      change: publicChangeSentence(measured.get(project.id)?.seen ?? null)
    };
  });
}

/** What a test taught, with how it came out. */
export type Learnt = {
  readonly testId: TestId;
  readonly projectId: ProjectId;
  readonly projectTitle: string;
  readonly changeTried: string;
  readonly learnt: string;
  readonly wasImprovement: WasImprovement;
  readonly on: string;
};

/** What the latest studied tests taught, newest first. Those that did not help stand among those that did. */
export async function learntLately(tx: Tx, scope: ReadScope, most: number): Promise<Learnt[]> {
  const latest = await collation.listTests(tx, scope, {}, { from: 0, most: 10 * most });
  return latest
    .flatMap((test) => {
      const { wasImprovement, learnt } = test;
      if (wasImprovement === null || learnt === '') return [];
      return [
        {
          testId: test.id,
          projectId: test.projectId,
          projectTitle: test.projectTitle,
          changeTried: test.changeTried,
          learnt,
          wasImprovement,
          on: test.doneOn ?? test.plannedFor
        }
      ];
    })
    .slice(0, most);
}
