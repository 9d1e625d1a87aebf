import { err, ok } from '#core/result';
import { lookedThrough } from '#modules/disclosure';
import { command, query } from '#platform/command';
import type { Tx } from '#platform/database';
import { holdKind } from '#platform/saving';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import { readActorMap, type MapFileProblem, type ReadMap } from './kumu.ts';
import { outermostRing } from './types.ts';
import * as store from './store.server.ts';

/** A map of Kumu: looked at, then taken whole or not at all. */

/** Letters of a file: two thousand actors with a page each would not fit a map either. */
const longestFile = 2_000_000;
const text = v.pipe(v.string(), v.maxLength(longestFile));
const file = v.object({ text });
const refuse = (problem: MapFileProblem) => err(problem);
const example = { text: '{"elements":[{"label":"Health visitors"}],"connections":[]}' };

async function readHere(tx: Tx, scope: ReadScope, text: string) {
  const actors = await store.actors.list(tx, scope);
  const sectors = await store.sectors.list(tx, scope);
  const links = await store.links.list(tx, scope);
  const read = readActorMap(text, {
    names: actors.map(({ name }) => name),
    sectors: sectors.map(({ name }) => name)
  });
  return read.ok ? ok({ read: read.value, actors, sectors, links }) : refuse(read.error);
}

type Here = Extract<Awaited<ReturnType<typeof readHere>>, { ok: true }>['value'];

/** What of a file is new here; what is there with the same ends and the same type is there. */
function newIn({ read, actors, links, sectors }: Here) {
  const ids = new Map(actors.map(({ id, name }) => [name, id]));
  const known = new Set(
    links.map(({ fromId, toId, type }) => JSON.stringify([fromId, toId, type]))
  );
  const newLinks: ReadMap['links'][number][] = [];
  for (const link of read.links) {
    const key = JSON.stringify([ids.get(link.from) ?? link.from, ids.get(link.to) ?? link.to, link.type]); // prettier-ignore
    if (known.has(key)) continue;
    known.add(key);
    newLinks.push(link);
  }
  return {
    actors: read.actors.filter(({ name }) => !ids.has(name)),
    known: read.actors.filter(({ name }) => ids.has(name)),
    links: newLinks,
    sectors: [...new Set(read.actors.flatMap(({ sector }) => sector ?? []))].filter(
      (name) => !sectors.some((one) => one.name === name)
    )
  };
}

/** What a file would bring, before anything is changed. Actors that are there stay as they are. */
export const previewMapFile = query({
  name: 'actors.preview-map-file',
  needs: 'actors:import',
  input: file,
  example,
  async run({ scope, input, tx }) {
    const here = await readHere(tx, scope, input.text);
    if (!here.ok) return here;
    const { actors, known, links, sectors } = newIn(here.value);
    return ok({
      actors: actors.map(({ name }) => name),
      known: known.map(({ name }) => name),
      linkCount: links.length,
      sectors
    });
  }
});

/** Takes a map of Kumu: new sectors, new actors and new links. Actors that are there stay as they are; the same file twice changes nothing. */
export const importMapFile = command({
  name: 'actors.import-map-file',
  needs: 'actors:import',
  input: lookedThrough({ text }, { names: { text: 'File' }, withoutField: ['text'] }),
  example,
  async run({ scope, input, tx, newId }) {
    for (const kind of ['sectors of actors', 'actors', 'links of actors']) {
      await holdKind(tx, scope, kind);
    }
    const here = await readHere(tx, scope, input.text);
    if (!here.ok) return here;
    const { actors, links, sectors } = newIn(here.value);
    const room = store.roomFor(here.value, { actors: actors.length, links: links.length });
    if (room !== null) return refuse(room);
    const sectorIds = new Map(here.value.sectors.map(({ id, name }) => [name, id]));
    const first = 1 + Math.max(-1, ...here.value.sectors.map(({ position }) => position));
    const newSectors = sectors.map((name, at) => ({ id: newId(), name, position: first + at }));
    for (const { id, name } of newSectors) sectorIds.set(name, id);
    await store.sectors.addAll(tx, scope, newSectors);
    const ids = new Map(here.value.actors.map(({ id, name }) => [name, id]));
    const newActors = actors.map((one) => ({
      id: newId(),
      name: one.name,
      kind: one.kind ?? null,
      sectorId: one.sector === undefined ? null : (sectorIds.get(one.sector) ?? null),
      ring: one.ring ?? outermostRing,
      engagement: one.engagement ?? null,
      organisation: one.organisation ?? '',
      representedBy: [...(one.representedBy ?? [])],
      note: one.note ?? ''
    }));
    for (const { id, name } of newActors) ids.set(name, id);
    await store.actors.addAll(tx, scope, newActors);
    const idOf = (name: string): string => {
      const found = ids.get(name);
      if (found === undefined) throw new Error('A link was read to what was not.');
      return found;
    };
    await store.links.addAll(
      tx,
      scope,
      links.map(({ from, to, ...link }) => ({
        id: newId(),
        ...link,
        fromId: idOf(from),
        toId: idOf(to)
      }))
    );
    return ok({ actors: newActors.length, links: links.length, sectors: newSectors.length });
  }
});
