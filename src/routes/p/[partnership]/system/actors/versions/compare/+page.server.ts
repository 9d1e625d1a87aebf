import { compareMaps, mapChangeNames, versionsSentence } from '#modules/actors';
import { viewTwoMaps } from '#modules/actors/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const asked = { from: searchParams.get('from') ?? '', to: searchParams.get('to') ?? '' };
  const { from, to } = await ask(event, viewTwoMaps, asked);
  const changes = compareMaps(from.content, to.content);
  return {
    asked,
    titles: [from.title, to.title],
    keptAt: [from.keptAt, to.keptAt],
    says: versionsSentence(changes),
    parts: Object.entries(mapChangeNames)
      .map(([change, title]) => ({
        title,
        sentences: changes.filter((one) => one.change === change).map(({ sentence }) => sentence)
      }))
      .filter(({ sentences }) => sentences.length > 0)
  };
};
