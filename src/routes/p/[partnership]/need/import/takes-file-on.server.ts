import { carryOn } from '#modules/indicators/import/server';
import { theWorld } from '#web/world.server';
import { error, type RequestEvent } from '@sveltejs/kit';

const patience = 1500; // milliseconds

/**
 * Takes a file as far as it goes alone, and waits a moment for it: most files are done by then, and nobody sees a page that says "wait".
 * A long one goes on by itself, when the request has long been answered: so it works in the server's world, not in the request's.
 */
export async function takesFileOn(
  { locals }: Pick<RequestEvent, 'locals'>,
  id: string
): Promise<void> {
  const { person, place, world } = locals;
  if (place === null || person === null) error(404, 'We could not find that page.');
  await world.reading?.letGo();
  const work = carryOn({ personId: person.id }, place.id, id, theWorld());
  await Promise.race([work, new Promise((resolve) => setTimeout(resolve, patience))]);
}
