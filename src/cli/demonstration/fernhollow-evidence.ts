import { addInsight, addPathwayLink, archiveInsight } from '#modules/evidence/server';
import type { Fernhollow } from './fernhollow.ts';
import { give, on } from './hand.ts';
import type { Counts } from './stage.ts';

/** What Fernhollow noticed, and the links it drew itself beside the published ones. */
export function scheduleEvidence(here: Fernhollow): Counts {
  const { insights, links } = here.content.evidence;
  for (const { notedOn, archivedOn, ...insight } of insights) {
    let id = '';
    here.timeline.on(notedOn, async () => {
      id = (await give(on(here.contributor, notedOn), addInsight, insight)).id;
    });
    if (archivedOn === null) continue;
    here.timeline.on(archivedOn, async () => {
      await give(on(here.lead, archivedOn), archiveInsight, { id, version: 1 });
    });
  }
  for (const { addedOn, ...link } of links) {
    here.timeline.on(addedOn, async () => {
      await give(on(here.lead, addedOn), addPathwayLink, link);
    });
  }
  return { insights: insights.length, 'links of its own': links.length };
}
