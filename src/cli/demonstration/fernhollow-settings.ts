import { addSettings, closeSetting, drawOutline } from '#modules/settings/server';
import type { Fernhollow } from './fernhollow.ts';
import { give, lookUp, on } from './hand.ts';
import type { Counts } from './stage.ts';

/** Fernhollow's nurseries and other settings, with an outline that is nobody's; one of them closes later. */
export function scheduleSettings(here: Fernhollow): Counts {
  const { addedOn, outline, settings } = here.content.settings;
  here.timeline.on(addedOn, async () => {
    const hand = on(here.coordinator, addedOn);
    const { ids } = await give(hand, addSettings, {
      settings: settings.map(({ id, closedOn, ...setting }) => {
        void [id, closedOn]; // the one is known by its place in the list, the other comes later
        return setting;
      })
    });
    for (const [index, { id }] of settings.entries()) here.settings.set(id, ids[index] ?? '');
    const geojson = JSON.stringify({ type: 'Polygon', coordinates: [outline.ring] });
    await give(hand, drawOutline, { geojson, source: outline.source });
  });
  for (const { id, closedOn } of settings) {
    if (closedOn === null) continue;
    here.timeline.on(closedOn, async () => {
      const closing = { id: lookUp(here.settings, id), closedOn, version: 1 };
      await give(on(here.coordinator, closedOn), closeSetting, closing);
    });
  }
  return { settings: settings.length };
}
