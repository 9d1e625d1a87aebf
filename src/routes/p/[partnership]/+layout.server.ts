import { viewWordsToLink } from '#modules/stages/server';
import { ask, takeDone } from '#web/page.server';
import { error } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

/** What every page of a partnership needs: the place, who is here, what they may do. */
export const load: LayoutServerLoad = async (event) => {
  const { place, person, world } = event.locals;
  if (place === null || person === null) error(404, 'We could not find that page.');
  return {
    place,
    permissions: place.permissions,
    person: { name: person.name, demonstration: person.demonstration },
    path: event.url.pathname,
    words: await ask(event, viewWordsToLink),
    now: world.clock(),
    done: takeDone(event)
  };
};
