import { sightFor } from '#modules/disclosure/server';
import { findPack } from '#modules/vocabulary/server';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { whereaboutsOf } from '../comparing/place.server.ts';
import { measureOfOwn } from '../need/own-summary.ts';
import { outlinesOf } from '../open/boundaries/boundaries.store.server.ts';
import type { NamedOutline } from '../open/boundaries/read-boundaries.ts';
import { wardLayerOf } from '../open/layers.ts';
import { findOwnIndicator } from '../own/indicators.store.server.ts';
import { type SafeOwnValue, safeOwnValues } from '../own/protection.ts';
import { areasHere } from '../own/small-areas.server.ts';
import { protectionSentence } from '../own/values-table.ts';
import { periodsOfAreas, valuesOf } from '../own/values.store.server.ts';
import { valuesBefore } from '../own/values-before.store.server.ts';
import type { SmallArea } from '../types.ts';
import { classesOf, type Classing } from './classes.ts';
import type { MapArea, MapView } from './view.ts';

/**
 * The values that a partnership counted itself, by area of its place, as a map: on the outlines of its wards where those ship, else
 * without any. Figures are as they may leave, since a picture travels: what is hidden is decided over every group and area of the
 * period. Null where the indicator is not here, or has no value of an area.
 */
export async function ownMapOf(
  tx: Tx,
  scope: ReadScope,
  asked: { id: string; period: string; group: string; classing: Classing }
): Promise<MapView | null> {
  const indicator = await findOwnIndicator(tx, scope, asked.id);
  if (indicator === null) return null;
  const periods = await periodsOfAreas(tx, scope, asked.id);
  const period = periods.find((each) => each === asked.period) ?? periods[0];
  if (period === undefined) return null;
  const values = await valuesOf(tx, scope, { indicators: [asked.id], areas: 'every', period });
  const sight = await sightFor(tx, scope, { way: 'export' });
  const safe = safeOwnValues(
    { now: values, before: (await valuesBefore(tx, scope, [asked.id]))(asked.id) },
    indicator,
    sight
  );
  const ofAreas = safe.filter(({ source }) => source.area !== '');
  const counted = new Set(ofAreas.map(({ source }) => source.breakdown));
  const titles = [{ id: 'all', title: 'All' }, ...indicator.breakdowns];
  const groups = titles.filter(({ id }) => counted.has(id)).map(({ id, title }) => ({ id, title }));
  const group = groups.find(({ id }) => id === asked.group)?.id ?? groups[0]?.id ?? 'all';
  const shown = ofAreas.filter(({ source }) => source.breakdown === group);
  const where = await whereaboutsOf(tx, scope);
  const layer = wardLayerOf(where.here?.code);
  const shipped = layer === null ? [] : await outlinesOf(tx, layer.id);
  const valued = new Set(shown.map(({ source }) => source.area));
  // Outlines of which none has a value would be an empty map.
  const outlines = shipped.some(({ area }) => valued.has(area)) ? shipped : [];
  const areas = mapAreas(shown, outlines, (await areasHere(tx, scope)).areas);
  const figures = areas.flatMap((area) => (area.value === null ? [] : [area.value]));
  const measure = measureOfOwn(indicator);
  const pack = layer === null ? undefined : await findPack(tx, `data/${layer.folder}`);
  const updates = shown.map(({ source }) => source.updatedAt.getTime());
  return {
    id: indicator.id,
    title: 'Our own indicator',
    plainTitle: indicator.title,
    measure,
    source: indicator.source === '' ? 'Counted by the partnership' : indicator.source,
    attribution: '',
    licenceUrl: null,
    outlineAttribution: pack?.attribution ?? '',
    updatedAt: updates.length === 0 ? null : new Date(Math.max(...updates)),
    nationName: where.nationName,
    hereName: where.here?.name ?? null,
    regionName: null,
    periods,
    period,
    groups: groups.length < 2 ? [] : groups,
    group,
    extents: ['parts'],
    extent: 'parts',
    classing: asked.classing,
    classes: classesOf(figures, asked.classing, measure.decimals),
    areas,
    outlines,
    protection: protectionSentence(shown, sight)
  };
}

/** Every area that has a value, and every area of the map that has none. */
function mapAreas(
  shown: readonly SafeOwnValue[],
  outlines: readonly NamedOutline[],
  names: readonly SmallArea[]
): MapArea[] {
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  const common = { isHere: false, counted: null };
  const valued = shown.map(({ source, value, hidden }): MapArea => {
    const { area: code, status } = source;
    return { code, name: nameOf.get(code) ?? code, value, status, hidden, ...common };
  });
  const known = new Set(valued.map(({ code }) => code));
  const others = outlines.filter(({ area }) => !known.has(area));
  return [
    ...valued,
    ...others.map(({ area: code, name }): MapArea => {
      return { code, name, value: null, status: 'not-available', hidden: null, ...common };
    })
  ];
}
