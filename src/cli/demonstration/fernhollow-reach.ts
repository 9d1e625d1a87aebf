import { viewServices } from '#modules/maps/server';
import { addLook, addProgramme, changeProgramme, recordCycle } from '#modules/reach/server';
import type { Fernhollow } from './fernhollow.ts';
import { give, lookUp, on } from './hand.ts';
import type { Counts } from './stage.ts';

/** What Fernhollow counts month by month: whom a programme reaches, what they receive, what changes. */
export function scheduleReach(here: Fernhollow): Counts {
  const { programmes } = here.content.reach;
  const { services } = here.content.services;
  const described = new Map<string, string>();
  for (const { id, addedOn, service, factors, cycles, looks, ...rest } of programmes) {
    const input = { ...rest, factorIds: factors };
    here.timeline.on(addedOn, async () => {
      described.set(id, (await give(on(here.lead, addedOn), addProgramme, input)).id);
    });
    for (const { addedOn: day, ...counts } of cycles) {
      here.timeline.on(day, async () => {
        const programmeId = lookUp(described, id);
        await give(on(here.contributor, day), recordCycle, { ...counts, programmeId });
      });
    }
    for (const look of looks) {
      here.timeline.on(look.lookedOn, async () => {
        const programmeId = lookUp(described, id);
        await give(on(here.contributor, look.lookedOn), addLook, { ...look, programmeId });
      });
    }
    // Later than the service and the project themselves: then the lead ties the programme to both.
    const tied = cycles.at(-1)?.addedOn ?? addedOn;
    here.timeline.on(tied, async () => {
      const hand = on(here.lead, tied);
      const q = services.find((one) => one.id === service)?.label ?? '';
      const found = await viewServices.run(
        { personId: hand.personId },
        hand.place,
        { q },
        hand.world
      );
      await give(hand, changeProgramme, {
        ...input,
        id: lookUp(described, id),
        serviceId: found.ok ? (found.value.services[0]?.id ?? '') : '',
        projectId: here.improvement.projectId,
        version: 1
      });
    });
  }
  const cycles = programmes.flatMap((programme) => programme.cycles).length;
  return { programmes: programmes.length, 'cycles of programmes': cycles };
}
