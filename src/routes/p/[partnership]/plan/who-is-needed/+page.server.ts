import { viewActors } from '#modules/actors/server';
import { viewWorkingBoundary } from '#modules/boundaries/server';
import { viewCoalition } from '#modules/cooperation/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

/** The rings of the map of actors that lie nearest to its middle. */
const innerRings = 2;

export const load: PageServerLoad = async (event) => {
  const here = await ask(event, viewCoalition);
  const { actors } = await ask(event, viewActors);
  const listed = new Set(here.sought.map(({ title }) => title.toLowerCase()));
  return {
    ...here,
    working: await ask(event, viewWorkingBoundary),
    // Who is near to the matter and known to no member, and not on the list.
    fromTheMap: actors
      .filter(
        ({ name, ring, representedBy }) =>
          ring <= innerRings && representedBy.length === 0 && !listed.has(name.toLowerCase())
      )
      .map(({ id, name }) => ({ id, name }))
  };
};
