import { actorBlueprint } from '#modules/actors';
import { viewActors } from '#modules/actors/server';
import type { Leaving } from '#web/leaving';
import { ask } from '#web/page.server';
import { jsonFile } from '../../downloads.server.ts';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = { kind: 'no-counts', because: 'Groups, bodies and their links.' };

/** The map as a blueprint of Kumu. */
export const GET: RequestHandler = async (event) => {
  const { actors, links, sectors } = await ask(event, viewActors);
  const blueprint = actorBlueprint(actors, links, sectors);
  return jsonFile(`actors-${event.params.partnership}.json`, blueprint, 'application/json');
};
