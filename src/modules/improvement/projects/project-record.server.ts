import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as markStore from '../measures/marks.store.server.ts';
import * as measureStore from '../measures/measures.store.server.ts';
import type { ProjectRecord } from './project-record.ts';
import * as projectStore from './projects.store.server.ts';
import { collate } from '../rules.ts';
import * as testStore from '../tests-of-change/tests.store.server.ts';
import type { Project } from './kinds.ts';
import * as valueStore from '../measures/values.store.server.ts';

/** One project with its ideas, tests and measures; null when it is not here. */
export async function projectRecord(
  tx: Tx,
  scope: ReadScope,
  id: string
): Promise<ProjectRecord | null> {
  const project = await projectStore.projects.find(tx, scope, id);
  return project === null ? null : recordOf(tx, scope, project);
}

/** Every project with its ideas, tests and measures. */
export async function projectRecords(tx: Tx, scope: ReadScope): Promise<ProjectRecord[]> {
  const records: ProjectRecord[] = [];
  // One after the other: they share the connection of one transaction.
  for (const project of await projectStore.projects.list(tx, scope)) {
    records.push(await recordOf(tx, scope, project));
  }
  return records;
}

async function recordOf(tx: Tx, scope: ReadScope, project: Project): Promise<ProjectRecord> {
  const measures = await measureStore.measures.list(tx, scope, { projectId: project.id });
  const ids = measures.map(({ id }) => id);
  const values = Map.groupBy(await valueStore.valuesOf(tx, scope, ids), (one) => one.measureId);
  const phases = Map.groupBy(await markStore.phasesOf(tx, scope, ids), (one) => one.measureId);
  const marks = Map.groupBy(await markStore.annotationsOf(tx, scope, ids), (one) => one.measureId);
  const tests = await testStore.testsOf(tx, scope, project.id);
  return {
    project,
    ideas: await projectStore.ideas.list(tx, scope, { projectId: project.id }),
    tests,
    counts: collate(tests),
    measures: measures.map((measure) => ({
      measure,
      values: values.get(measure.id) ?? [],
      phases: phases.get(measure.id) ?? [],
      annotations: marks.get(measure.id) ?? []
    }))
  };
}
