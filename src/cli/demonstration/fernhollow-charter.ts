import { addMember, addMilestone, changeCharter, scoreProgress } from '#modules/charter/server';
import type { ContentProject, ImprovementWork } from './fernhollow-improvement.ts';
import type { Fernhollow } from './fernhollow.ts';
import { give, lookUp, on } from './hand.ts';

/** The charter of Fernhollow's project, its team and timetable, and the scores its team gave on the days of the story. */
export function scheduleCharter(
  here: Fernhollow,
  project: ContentProject,
  work: ImprovementWork
): void {
  here.timeline.on(project.startedOn, async () => {
    const hand = on(here.contributor, project.startedOn);
    const { projectId } = work;
    await give(hand, changeCharter, { id: projectId, ...project.charter, version: 0 });
    for (const { organisation, ...member } of project.team) {
      await give(hand, addMember, {
        projectId,
        ...member,
        organisation: organisation === null ? '' : lookUp(here.organisations, organisation)
      });
    }
  });
  const lastDay = project.scores.at(-1)?.on ?? project.startedOn;
  here.timeline.on(lastDay, async () => {
    for (const milestone of project.milestones) {
      const { projectId } = work;
      await give(on(here.contributor, lastDay), addMilestone, { projectId, ...milestone });
    }
  });
  for (const [after, { on: day, score, reason }] of project.scores.entries()) {
    here.timeline.on(day, async () => {
      const { projectId } = work;
      await give(on(here.lead, day), scoreProgress, { projectId, score, reason, after });
    });
  }
}
