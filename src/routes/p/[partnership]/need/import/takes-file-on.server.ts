import { carryOn } from '#modules/indicators/server';
import { error, type RequestEvent } from '@sveltejs/kit';

const patience = 1500; // milliseconds

/**
 * Takes a file as far as it goes alone, and waits a moment for it: most files are done by then, and nobody sees a page that says "wait".
 * A long one goes on by itself.
 */
export async function takesFileOn(
  { locals }: Pick<RequestEvent, 'locals'>,
  id: string
): Promise<void> {
  const { person, place, world } = locals;
  if (place === null || person === null) error(404, { message: 'We could not find that page.' });
  const work = carryOn({ personId: person.id }, place.id, id, world);
  await Promise.race([work, new Promise((resolve) => setTimeout(resolve, patience))]);
}
