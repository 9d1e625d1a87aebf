import { err, ok } from '#core/result';
import { lookedThrough } from '#modules/disclosure';
import { saying } from '#modules/records/server';
import { command, query } from '#platform/command';
import type { Tx } from '#platform/database';
import { id as uuid, neededText, text } from '#platform/fields';
import { holdKind } from '#platform/saving';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import { notFound } from './commands.server.ts';
import { frozenMap } from './compare.ts';
import { mapHere } from './queries.server.ts';
import { fieldSentences as say } from './sentences.ts';
import { mostVersions, type FrozenActorMap } from './types.ts';
import * as store from './versions.store.server.ts';

/** Maps of actors that are kept as they stood at a step of the work, and what is otherwise between two of them. */

/** Keeps the map as it stands. Refuses an empty one, and more than a hundred. */
export const keepMapVersion = saying(
  command({
    name: 'actors.keep-map-version',
    needs: 'actors:edit',
    input: lookedThrough(
      { title: neededText(say.version, 120), note: text(1000) },
      { names: { title: 'What it is called', note: 'Note' } }
    ),
    example: { title: 'After the first workshop' },
    async run({ scope, input, tx, now, newId }) {
      await holdKind(tx, scope, 'kept maps of actors');
      const here = await mapHere(tx, scope);
      if (here.actors.length === 0) return err({ kind: 'nobody-on-the-map' } as const);
      const kept = await store.versions(tx, scope);
      if (kept.length >= mostVersions) return err({ kind: 'too-many-versions' } as const);
      const { title, note } = input;
      const id = newId();
      await store.addVersion(tx, scope, { id, title, note, content: frozenMap(here), keptAt: now });
      return ok({ id });
    }
  }),
  {
    done: 'The map is kept as it stands.',
    explain: (problem) =>
      problem.kind === 'nobody-on-the-map'
        ? 'Nobody is on the map yet, so there is nothing to keep.'
        : `${mostVersions} maps are kept, and more are not.`
  }
);

/** The maps that are kept, the newest first. */
export const viewMapVersions = query({
  name: 'actors.view-map-versions',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    return ok(await store.versions(tx, scope));
  }
});

const optionalId = v.optional(v.string(), '');

/** One of the kept maps, or the map as it stands now where `id` is empty. */
async function mapOf(tx: Tx, scope: ReadScope, id: string) {
  if (id !== '') return store.findVersion(tx, scope, id);
  const content: FrozenActorMap = frozenMap(await mapHere(tx, scope));
  return { id: '', title: 'The map as it stands now', note: '', keptAt: null, content };
}

/** Two maps to be compared: `from` is kept, `to` too or, where it is empty, the map as it stands now. */
export const viewTwoMaps = query({
  name: 'actors.view-two-maps',
  needs: 'records:read',
  input: v.object({ from: v.string(), to: optionalId }),
  example: { from: '00000000-0000-4000-8000-000000000000' },
  async run({ scope, input, tx }) {
    const isId = (id: string) => v.safeParse(uuid(), id).success;
    if (!isId(input.from) || (input.to !== '' && !isId(input.to))) return err(notFound);
    const [from, to] = [await mapOf(tx, scope, input.from), await mapOf(tx, scope, input.to)];
    return from === null || to === null ? err(notFound) : ok({ from, to });
  }
});
