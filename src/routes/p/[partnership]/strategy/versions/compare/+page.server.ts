import { viewStrategyRecords } from '#modules/reports/server';
import { compareStrategies, fillSections, freeze, type FrozenStrategy } from '#modules/strategy';
import { viewStrategy, viewVersion } from '#modules/strategy/server';
import { ask } from '#web/page.server';
import type { RequestEvent } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

const shapeOfId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const nothing = '00000000-0000-4000-8000-000000000000';

export const load: PageServerLoad = async (event) => {
  const { place } = await event.parent();
  const strategy = await ask(event, viewStrategy);
  const sideOf = async (name: 'from' | 'to') => {
    const id = event.url.searchParams.get(name) ?? (name === 'to' ? 'now' : '');
    if (id !== 'now') return kept(event, shapeOfId.test(id) ? id : nothing);
    const records = await ask(event, viewStrategyRecords);
    const filled = fillSections(strategy.sections, strategy.texts, records);
    return { id, label: 'The text as it stands now', content: freeze(filled, place) };
  };
  const from = await sideOf('from');
  const to = await sideOf('to');
  return {
    from: { id: from.id, label: from.label },
    to: { id: to.id, label: to.label },
    changes: compareStrategies(from.content, to.content),
    versions: strategy.versions
  };
};

async function kept(
  event: RequestEvent,
  id: string
): Promise<{ id: string; label: string; content: FrozenStrategy }> {
  const { version } = await ask(event, viewVersion, { id });
  return { id, label: `Version ${version.number}: ${version.title}`, content: version.content };
}
