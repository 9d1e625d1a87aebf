import { addRollOut, sayWhere } from '#modules/rollout/server';
import type { Fernhollow } from './fernhollow.ts';
import { give, lookUp, on } from './hand.ts';
import type { Counts } from './stage.ts';

/** Fernhollow's roll-out: what a lead began, and what settings said on the days of the story, a stop among it. */
export function scheduleRollOuts(here: Fernhollow): Counts {
  const { rollOuts } = here.content.rollOuts;
  for (const { id, addedOn, changeIdea, factors, reports, ...rest } of rollOuts) {
    const begun = new Map<string, string>();
    here.timeline.on(addedOn, async () => {
      const added = await give(on(here.lead, addedOn), addRollOut, {
        ...rest,
        projectId: here.improvement.projectId,
        changeIdeaId: lookUp(here.improvement.ideas, changeIdea),
        factorIds: factors
      });
      begun.set(id, added.id);
    });
    for (const { setting, ...said } of reports) {
      here.timeline.on(said.since, async () => {
        await give(on(here.contributor, said.since), sayWhere, {
          ...said,
          rollOutId: lookUp(begun, id),
          settingId: lookUp(here.settings, setting)
        });
      });
    }
  }
  return {
    'roll-outs': rollOuts.length,
    'reports of settings': rollOuts.flatMap(({ reports }) => reports).length
  };
}
