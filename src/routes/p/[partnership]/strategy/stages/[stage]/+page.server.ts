import { viewStages } from '#modules/strategy/server';
import { ask } from '#web/page.server';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { stages, attribution } = await ask(event, viewStages);
  const stage = stages.find(({ id }) => id === event.params.stage);
  if (stage === undefined) error(404, 'We could not find that page.');
  return {
    stage,
    before: stages.find(({ order }) => order === stage.order - 1) ?? null,
    after: stages.find(({ order }) => order === stage.order + 1) ?? null,
    attribution
  };
};
