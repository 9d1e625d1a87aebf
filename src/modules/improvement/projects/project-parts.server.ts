import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import type { Analysis } from '#modules/charts';
import { latestAtGoal } from '../measures/goal.ts';
import * as markStore from '../measures/marks.store.server.ts';
import { analyseMeasure } from '../measures/measure-chart.ts';
import * as measureStore from '../measures/measures.store.server.ts';
import * as projectStore from './projects.store.server.ts';
import * as testStore from '../tests-of-change/tests.store.server.ts';
import type { Measure } from '../measures/kinds.ts';
import type { Test } from '../types.ts';
import type { ChangeIdea, Project } from './kinds.ts';
import * as valueStore from '../measures/values.store.server.ts';

/** What modules that build on a project read of it, within their own transaction. */
export type ProjectParts = {
  readonly project: Project;
  readonly ideas: readonly ChangeIdea[];
  readonly tests: readonly Test[];
  readonly measures: readonly Measure[];
};

/** A project with its ideas, tests and measures; null when it is not here. */
export async function partsOfProject(
  tx: Tx,
  scope: ReadScope,
  projectId: string
): Promise<ProjectParts | null> {
  const project = await projectStore.projects.find(tx, scope, projectId);
  if (project === null) return null;
  return {
    project,
    ideas: await projectStore.ideas.list(tx, scope, { projectId: project.id }),
    tests: await testStore.testsOf(tx, scope, project.id),
    measures: await measureStore.measures.list(tx, scope, { projectId: project.id })
  };
}

/** Every project by what people call it, those at work first. */
export async function projectTitles(
  tx: Tx,
  scope: ReadScope
): Promise<Pick<Project, 'id' | 'title'>[]> {
  return (await projectStore.projects.list(tx, scope)).map(({ id, title }) => ({ id, title }));
}

/** Adds an idea that another module's command has checked, in that command's transaction. */
export async function addIdeaOf(
  tx: Tx,
  scope: WriteScope,
  { id, ...idea }: Pick<ChangeIdea, 'id' | 'projectId' | 'text' | 'why' | 'factorId'>
): Promise<void> {
  await projectStore.ideas.add(tx, scope, id, idea);
}

/** A measure with what its chart says. */
export type MeasureSeen = {
  readonly measure: Measure;
  readonly values: number;
  /** Null while there is nothing to draw. */
  readonly analysis: Analysis | null;
  /** The latest values in a row that are at the goal or beyond; 0 without a goal. */
  readonly timesAtGoal: number;
};

/** Measures with their values analysed, as their charts are. */
export async function measuresSeen(
  tx: Tx,
  scope: ReadScope,
  measures: readonly Measure[]
): Promise<MeasureSeen[]> {
  const ids = measures.map(({ id }) => id);
  const values = Map.groupBy(await valueStore.valuesOf(tx, scope, ids), (one) => one.measureId);
  const phases = Map.groupBy(await markStore.phasesOf(tx, scope, ids), (one) => one.measureId);
  return measures.map((measure) => {
    const own = values.get(measure.id) ?? [];
    const answer = analyseMeasure({ measure, values: own, phases: phases.get(measure.id) ?? [] });
    const analysis = answer.ok ? answer.value : null;
    return {
      measure,
      values: own.length,
      analysis,
      timesAtGoal: analysis === null ? 0 : latestAtGoal(measure, analysis)
    };
  });
}
