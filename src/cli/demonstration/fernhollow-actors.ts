import { actorKinds } from '#modules/actors';
import {
  addActor,
  addLink,
  addMap,
  addSector,
  beginWorkshop,
  carryOver,
  changeActor,
  joinWorkshop,
  listNote,
  mergeItem,
  moveWorkshopOn,
  placeItem,
  putDot,
  takeOffItem,
  viewActors,
  viewWorkshop
} from '#modules/actors/server';
import type { Fernhollow } from './fernhollow.ts';
import { give, lookUp, on, type Hand } from './hand.ts';
import type { Counts } from './stage.ts';

/** Fernhollow’s workshop of rings, and the map of actors that was drawn from it a week later. */
export function scheduleActors(here: Fernhollow): Counts {
  const { stakeholders, links, workshop } = here.content.stakeholders;
  scheduleWorkshop(here);
  scheduleMap(here);
  return {
    'workshops of rings': 1,
    'people’s dots in it': workshop.dots.flatMap((one) => one.on).length,
    actors: stakeholders.length,
    'links between actors': links.length
  };
}

function scheduleWorkshop(here: Fernhollow): void {
  const { workshop, focus } = here.content.stakeholders;
  const { title, heldOn, dotsEach } = workshop;
  here.timeline.on(heldOn, async () => {
    const by = (account: string): Hand => on(lookUp(here.hands, account), heldOn);
    const lead = by(workshop.people[0] ?? '');
    const { id } = await give(lead, beginWorkshop, {
      title,
      focus,
      heldOn,
      minutesAlone: '5',
      dotsEach: String(dotsEach)
    });
    for (const account of workshop.people.slice(1)) await give(by(account), joinWorkshop, { id });
    let from = 'gather';
    const moveOn = async () => {
      from = (await give(lead, moveWorkshopOn, { id, from })).step;
    };
    const idOf = async (name: string): Promise<string> => {
      const { items } = await give(lead, viewWorkshop, { id });
      return lookUp(new Map(items.map((one) => [one.name, one.id])), name);
    };
    for (const kind of actorKinds) {
      await moveOn();
      for (const list of workshop.lists) {
        await give(by(list.account), listNote, { id, names: list[kind].join('\n') });
      }
      await moveOn();
    }
    for (const { name, into } of workshop.joined) {
      await give(lead, mergeItem, { id, one: await idOf(name), into: await idOf(into) });
    }
    for (const { name, reason } of workshop.takenOff) {
      await give(lead, takeOffItem, { id, one: await idOf(name), reason });
    }
    await moveOn();
    for (const [name, ring] of Object.entries(workshop.rings)) {
      await give(lead, placeItem, { id, one: await idOf(name), ring: String(ring) });
    }
    await moveOn();
    for (const { account, on: names } of workshop.dots) {
      for (const name of names) await give(by(account), putDot, { id, one: await idOf(name) });
    }
    await moveOn();
    const { items } = await give(lead, viewWorkshop, { id });
    const dotted = items.filter(({ dots }) => dots > 0).map((one) => one.id);
    await give(lead, carryOver, { id, items: dotted });
  });
}

function scheduleMap(here: Fernhollow): void {
  const { focus, keeper, mappedOn, sectors, stakeholders, links } = here.content.stakeholders;
  here.timeline.on(mappedOn, async () => {
    const hand = on(here.coordinator, mappedOn);
    await give(hand, addMap, { focus, keeperRole: keeper });
    const sectorIds = new Map<string, string>();
    for (const name of sectors) sectorIds.set(name, (await give(hand, addSector, { name })).id);
    const { actors } = await give(hand, viewActors, {});
    const there = new Map(actors.map((one) => [one.name, one]));
    const ids = new Map<string, string>();
    for (const one of stakeholders) {
      const input = {
        name: one.name,
        kind: one.kind,
        sectorId: lookUp(sectorIds, one.sector),
        ring: String(one.ring),
        engagement: one.engagement,
        representedBy: one.representedBy ?? '',
        note: one.note ?? '',
        marker: one.marker ?? '',
        markerNote: one.markerNote ?? ''
      };
      const known = there.get(one.name);
      if (known === undefined) ids.set(one.id, (await give(hand, addActor, input)).id);
      else {
        const { id, version } = known;
        await give(hand, changeActor, { ...input, id, version });
        ids.set(one.id, id);
      }
    }
    for (const { from, to, kind, established } of links) {
      await give(hand, addLink, {
        fromId: lookUp(ids, from),
        toId: lookUp(ids, to),
        type: kind,
        strength: established ? 'strong' : 'weak',
        direction: kind === 'partnering' ? 'both-ways' : 'one-way'
      });
    }
  });
}
