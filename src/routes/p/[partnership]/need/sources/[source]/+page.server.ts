import { viewNeed } from '#modules/indicators/server';
import { viewSource } from '#modules/needs/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { source, factors, questions, last } = await ask(event, viewSource, {
    id: event.params.source
  });
  const { indicators } = await ask(event, viewNeed, { outcome: '', factor: '' });
  const figures = indicators
    .filter(({ id }) => source.indicatorIds.includes(id))
    .map(({ id, plainTitle }) => ({ id, plainTitle }));
  return {
    source,
    factors,
    last,
    figures,
    questions: questions.map(({ id, question }) => ({ id, question }))
  };
};
