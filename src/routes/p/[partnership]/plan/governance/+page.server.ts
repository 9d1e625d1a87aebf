import { viewAreas, viewRegionalAims } from '#modules/bodies/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const regional = await ask(event, viewRegionalAims);
  const { bodies } = await ask(event, viewAreas);
  return {
    regional: {
      all: regional.length,
      answered: regional.filter(({ answer }) => answer !== null).length
    },
    areas: bodies.map(({ name }) => name)
  };
};
