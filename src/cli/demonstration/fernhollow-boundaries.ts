import {
  addBoundary,
  addWorkingBoundary,
  changeBoundary,
  drawOutline,
  viewBoundary
} from '#modules/boundaries/server';
import type { Fernhollow } from './fernhollow.ts';
import { give, lookUp, on } from './hand.ts';
import type { Counts } from './stage.ts';

/** Fernhollow's boundaries: drafted with their outlines, then agreed with the one that is worked by. */
export function scheduleBoundaries(here: Fernhollow): Counts {
  const { draftedOn, outlineSource, boundaries, working } = here.content.boundaries;
  const ids = new Map<string, string>();
  const inputOf = ({ id, ring, agreedOn, ...fields }: (typeof boundaries)[number]) => {
    void [id, ring, agreedOn]; // known by the content alone, drawn by a command of its own, and said later
    return { ...fields, areas: fields.areas.join('\n') };
  };
  here.timeline.on(draftedOn, async () => {
    const hand = on(here.lead, draftedOn);
    for (const one of boundaries) {
      const { id } = await give(hand, addBoundary, inputOf(one));
      ids.set(one.id, id);
      if (one.ring === null) continue;
      const geojson = JSON.stringify({ type: 'Polygon', coordinates: [one.ring] });
      await give(hand, drawOutline, { id, geojson, source: outlineSource });
    }
  });
  for (const one of boundaries) {
    const { agreedOn } = one;
    if (agreedOn === null) continue;
    here.timeline.on(agreedOn, async () => {
      const hand = on(here.lead, agreedOn);
      const id = lookUp(ids, one.id);
      const { version } = (await give(hand, viewBoundary, { id })).boundary;
      const agreed = { ...inputOf(one), standing: 'agreed', agreedOn };
      await give(hand, changeBoundary, { ...agreed, id, version });
    });
  }
  here.timeline.on(working.agreedOn, async () => {
    await give(on(here.lead, working.agreedOn), addWorkingBoundary, {
      title: working.title,
      boundaryIds: working.boundaries.map((id) => lookUp(ids, id)),
      note: working.note,
      families: working.families,
      partners: working.partners,
      standing: 'agreed',
      agreedOn: working.agreedOn
    });
  });
  return { boundaries: boundaries.length };
}
