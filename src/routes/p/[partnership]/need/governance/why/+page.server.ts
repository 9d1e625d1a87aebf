import { unsaidOf } from '#modules/needs';
import { viewRegister, viewSources } from '#modules/needs/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { items } = await ask(event, viewRegister);
  const { sources } = await ask(event, viewSources);
  const collected = [
    ...items.map((one) => ({ ...one, path: `governance/${one.id}`, what: 'Data item' })),
    ...sources.map((one) => ({ ...one, path: `sources/${one.id}`, what: 'Data source' }))
  ].map(({ id, title, path, what, why, forWhom, usedBy, workCost, cameOfIt }) => {
    const said = { why, forWhom, usedBy, workCost, cameOfIt };
    return { id, title, path, what, ...said, unsaid: unsaidOf(said).length };
  });
  // What says least comes first: that is where something is collected and nobody can say why.
  return { collected: collected.toSorted((one, other) => other.unsaid - one.unsaid) };
};
