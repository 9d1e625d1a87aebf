import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { aimOf, composeAim } from '#modules/improvement';
import { partsOfProject, projectsOf } from '#modules/improvement/server';
import { getSpine, packFile } from '#modules/vocabulary/server';
import { query } from '#platform/command';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import { progressFacts } from './facts.server.ts';
import { suggestProgress } from './progress.ts';
import { readScale } from './scale.ts';
import * as store from './store.server.ts';
import type { Milestone } from './kinds.ts';
import type { ProgressStep } from './types.ts';

const nobody = '00000000-0000-4000-8000-000000000000';
const projectAsked = v.object({ projectId: v.string() });

/** Everything a charter says of a project, drawn from its records. */
export const viewCharter = query({
  name: 'charter.view-charter',
  needs: 'records:read',
  input: projectAsked,
  example: { projectId: nobody },
  async run({ scope, input, tx, now }) {
    const parts = await partsOfProject(tx, scope, input.projectId);
    if (parts === null) return err({ kind: 'not-found' } as const);
    const { project, ideas, measures } = parts;
    const scores = await store.scores(tx, scope, project.id);
    const { factors, outcomes } = await getSpine(tx);
    return ok({
      project,
      aim: composeAim(aimOf(project)),
      ideas,
      measures,
      charter: await store.charterOf(tx, scope, project.id),
      team: await store.members.list(tx, scope, { projectId: project.id }),
      milestones: await store.milestones.list(tx, scope, { projectId: project.id }),
      score: scores.at(-1) ?? null,
      today: dateOf(now),
      words: { factors, outcomes }
    });
  }
});

/** How far a project has come: every score so far, what the records suggest, and the scale. */
export const viewProgress = query({
  name: 'charter.view-progress',
  needs: 'records:read',
  input: projectAsked,
  example: { projectId: nobody },
  async run({ scope, input, tx }) {
    const parts = await partsOfProject(tx, scope, input.projectId);
    const facts = parts === null ? null : await progressFacts(tx, scope, parts.project.id);
    if (parts === null || facts === null) return err({ kind: 'not-found' } as const);
    return ok({
      project: parts.project,
      scores: await store.scores(tx, scope, parts.project.id),
      note: (await store.charterOf(tx, scope, parts.project.id)).progressNote,
      suggestion: suggestProgress(facts),
      scale: await progressScale(tx)
    });
  }
});

/** What is still to come in the timetables of projects that are at work, the earliest first. */
export async function datedMilestones(
  tx: Tx,
  scope: ReadScope
): Promise<(Milestone & { readonly projectTitle: string })[]> {
  const atWork = new Map(
    (await projectsOf(tx, scope))
      .filter(({ status }) => status !== 'finished' && status !== 'paused')
      .map(({ id, title }) => [id, title] as const)
  );
  return (await store.milestones.list(tx, scope, { doneOn: null })).flatMap((milestone) => {
    const projectTitle = atWork.get(milestone.projectId);
    return projectTitle === undefined ? [] : [{ ...milestone, projectTitle }];
  });
}

async function progressScale(tx: Tx): Promise<readonly ProgressStep[]> {
  return packFile(tx, 'improvement/progress-score', 'scale.json', readScale);
}
