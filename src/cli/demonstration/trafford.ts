import { dateFrom } from '#core/dates';
import { addMeasure, addMeasureValues, addProject } from '#modules/improvement/server';
import { followIndicators } from '#modules/indicators/server';
import { addServices } from '#modules/maps/server';
import type { SettingKind } from '#modules/settings';
import { addSettings, drawOutline } from '#modules/settings/server';
import type { DemonstrationContent } from './content.ts';
import { give, type Hand } from './hand.ts';
import { noteChoices } from './open-indicators.ts';
import {
  addDemonstrationAccount,
  beginPlace,
  describeCoordinator,
  type Counts,
  type Stage
} from './stage.ts';

/**
 * Loads the place that is shown through open data alone: its indicators, the places families use, and vaccination by quarter as run
 * charts. Nothing of it is invented: steps of which nothing was published stay empty.
 */
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
  return {
    'indicators followed': indicators.length,
    services: await addPlaces(hand, content.trafford),
    settings: await addTheirSettings(hand, content.trafford),
    ...(await addQuarterlySeries(hand, content))
  };
}

async function addPlaces(
  hand: Hand,
  { places, services: { categories } }: DemonstrationContent['trafford']
): Promise<number> {
  const rules = new Map(categories.map((rule) => [rule.match, rule]));
  await give(hand, addServices, {
    services: places.map((place) => {
      const rule = rules.get(place.category);
      return {
        name: place.name,
        organisation: rule?.organisation ?? '',
        description: [place.detail, rule?.note ?? ''].filter((text) => text !== '').join('. '),
        type: rule?.category ?? '',
        tags: [place.tag],
        address: [place.address, place.postcode].filter((text) => text !== '').join(', '),
        longitude: place.longitude,
        latitude: place.latitude,
        source: place.source,
        sourceDate: place.source_date,
        factors: place.factors
      };
    })
  });
  return places.length;
}

const settingKindOf: Readonly<Record<string, SettingKind>> = {
  'School with nursery-age places': 'school',
  'School starting at reception': 'school',
  "Children's centre": 'childrens-centre'
};

/** The schools and children’s centres among the places families use, on the boundary of the council. */
async function addTheirSettings(
  hand: Hand,
  { places, boundary }: DemonstrationContent['trafford']
): Promise<number> {
  const settings = places.flatMap((place) => {
    const kind = settingKindOf[place.category];
    const { name, longitude, latitude } = place;
    const source = `${place.source}, ${place.source_date}`;
    return kind === undefined ? [] : [{ name, kind, longitude, latitude, source }];
  });
  await give(hand, addSettings, { settings });
  await give(hand, drawOutline, boundary);
  return settings.length;
}

/**
 * The indicators that are published by quarter, as measures with run charts. They stand in a project without an aim, since no aim was
 * published.
 */
async function addQuarterlySeries(
  hand: Hand,
  { catalogue, trafford }: DemonstrationContent
): Promise<Counts> {
  const quarterly = catalogue.indicators.filter(
    (one) =>
      one.frequency === 'quarterly' &&
      trafford.indicators.some(({ indicator }) => indicator === one.id)
  );
  const first = quarterly[0];
  if (first === undefined) return {};
  const sourceOf = ({ source }: typeof first) => `${source.publisher}: ${source.publication}`;
  const { id: projectId } = await give(hand, addProject, {
    title: 'MMR vaccination quarter by quarter, from open data',
    factorIds: [...new Set(quarterly.flatMap((one) => one.factors.map(({ factor }) => factor)))],
    outcomeIds: [
      ...new Set(quarterly.flatMap((one) => one.outcomes.map(({ outcome }) => outcome)))
    ],
    status: 'planned',
    source: sourceOf(first)
  });
  let values = 0;
  for (const indicator of quarterly) {
    const { id: measureId } = await give(hand, addMeasure, {
      projectId,
      title: indicator.title,
      kind: 'outcome',
      valueForm: 'value',
      unit: '%',
      direction: indicator.betterWhen === 'high' ? 'increase' : 'decrease',
      operationalDefinition: [indicator.definition, ...indicator.caveats].join(' '),
      numeratorWords: indicator.numerator,
      denominatorWords: indicator.denominator,
      chartType: 'run',
      source: sourceOf(indicator),
      frequency: 'quarterly'
    });
    const own = trafford.series.filter(
      (value) => value.indicator === indicator.id && value.value !== null
    );
    await give(hand, addMeasureValues, {
      measureId,
      cells: [
        ['Date', 'Value'],
        ...own.map(({ starts, value }) => [lastDayOfQuarter(starts), String(value)])
      ]
    });
    values += own.length;
  }
  return { measures: quarterly.length, 'values of measures': values };
}

/**
 * The last day of the quarter that begins on a day.
 * @example
 * lastDayOfQuarter('2025-01-01') // '2025-03-31'
 */
export function lastDayOfQuarter(starts: string): string {
  const [year = 0, month = 1] = starts.split('-').map(Number);
  // Day 0 of the fourth month is the last of the third.
  return dateFrom(year, month + 3, 0);
}
