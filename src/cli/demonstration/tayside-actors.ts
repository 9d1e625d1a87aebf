import { addActor, addMap, addSector } from '#modules/actors/server';
import type { CollaborativePlan } from './packs/collaborative-plan.ts';
import { give, lookUp, type Hand } from './hand.ts';
import type { Counts } from './stage.ts';

/** The sectors by what the plan calls its bodies; five of them. */
const sectorOfKind: Readonly<Record<string, string>> = {
  council: 'Councils',
  'health-board': 'Health and care',
  'health-and-social-care': 'Health and care',
  police: 'Safety and protection',
  fire: 'Safety and protection',
  committee: 'Safety and protection',
  'third-sector': 'Voluntary sector',
  'national-body': 'National bodies'
};

/**
 * The bodies that the published plan names, as actors. It says neither how near nor how far engaged they are, nor what links them: they
 * stand in the outermost ring, the rest is not said, and no link is drawn.
 */
export async function loadTaysideActors(hand: Hand, plan: CollaborativePlan): Promise<Counts> {
  const { organisations } = plan.collaborative;
  await give(hand, addMap, {
    focus: 'Children and young people of Tayside',
    keeperRole: ''
  });
  const sectors = new Map<string, string>();
  for (const { kind } of organisations) {
    const name = lookUp(new Map(Object.entries(sectorOfKind)), kind);
    if (!sectors.has(name)) sectors.set(name, (await give(hand, addSector, { name })).id);
  }
  for (const { name, kind } of organisations) {
    await give(hand, addActor, {
      name,
      sectorId: lookUp(sectors, sectorOfKind[kind] ?? ''),
      ring: '4',
      note: 'In the outermost ring until the partners have placed it: the plan does not say.',
      source: 'The Tayside Regional Improvement Collaborative Plan 2018'
    });
  }
  return { 'bodies as actors': organisations.length };
}
