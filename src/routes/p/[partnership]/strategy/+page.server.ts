import { viewStrategyRecords } from '#modules/reports/server';
import { fillSections } from '#modules/strategy';
import { viewStrategy } from '#modules/strategy/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const strategy = await ask(event, viewStrategy);
  const records = await ask(event, viewStrategyRecords);
  return { ...strategy, filled: fillSections(strategy.sections, strategy.texts, records) };
};
