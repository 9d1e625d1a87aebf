import { followIndicators } from '#modules/indicators/server';
import { give } from './hand.ts';
import { noteChoices } from './open-indicators.ts';
import {
  addDemonstrationAccount,
  beginPlace,
  describeCoordinator,
  type Counts,
  type Stage
} from './stage.ts';

/** Loads the place that is shown through open data alone: its indicators and the places families use. Nothing of it is invented. */
export async function loadTrafford({ world, content }: Stage): Promise<Counts> {
  const { place, indicators, note } = content.trafford;
  const coordinator = await addDemonstrationAccount(world, {
    name: 'Trafford coordinator',
    account: 'coordinator',
    domain: 'trafford'
  });
  const hand = await beginPlace(world, coordinator, {
    ...place,
    slug: place.id,
    about: `${place.about} ${note}`
  });
  await describeCoordinator(hand, 'Trafford (demonstration)', 'Partnership coordinator');
  await give(hand, followIndicators, { follow: indicators.map(({ indicator }) => indicator) });
  await noteChoices(hand, new Map(indicators.map(({ indicator, why }) => [indicator, why])));
  return { 'indicators followed': indicators.length };
}
