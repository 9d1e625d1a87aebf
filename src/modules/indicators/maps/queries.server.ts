import { err, ok } from '#core/result';
import { findPack } from '#modules/vocabulary/server';
import { query } from '#platform/command';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import { figuresOn, indexFigures, type Whereabouts } from '../comparing/grounds.ts';
import { whereaboutsOf } from '../comparing/place.server.ts';
import { codesOfSameGround } from '../figures/areas.ts';
import { rounded } from '../figures/table.ts';
import { inOrder } from '../figures/trend.ts';
import { asPublished, groupsNeeded, measureOf } from '../need/open-summary.ts';
import { outlinesOf } from '../open/boundaries/boundaries.store.server.ts';
import type { BoundaryLayer, NamedOutline } from '../open/boundaries/read-boundaries.ts';
import { layerFor } from '../open/layers.ts';
import * as open from '../open/store.server.ts';
import type { Group, LoadedIndicator, OpenArea } from '../types.ts';
import { classesOf, classings } from './classes.ts';
import { ownMapOf } from './own-map.server.ts';
import { type MapArea, type MapExtent, mapExtents, type MapView } from './view.ts';

const mapInput = v.object({
  id: v.string(),
  period: v.optional(v.string(), ''),
  group: v.optional(v.string(), ''),
  extent: v.optional(v.fallback(v.union([v.literal(''), v.picklist(mapExtents)]), ''), ''),
  classing: v.optional(v.fallback(v.picklist(classings), 'equal-numbers'), 'equal-numbers')
});

/**
 * One indicator as a map of areas: a period, a group, and which areas are laid beside one another. One of the partnership's own is
 * drawn by the areas of its place, made safe.
 */
export const viewIndicatorMap = query({
  name: 'indicators.view-indicator-map',
  needs: 'records:read',
  input: mapInput,
  example: { id: 'good-level-of-development' },
  async run({ scope, input, tx }) {
    const view = v.is(v.pipe(v.string(), v.uuid()), input.id)
      ? await ownMapOf(tx, scope, input)
      : await mapOf(tx, scope, input);
    return view === null ? err({ kind: 'not-found' } as const) : ok(view);
  }
});

async function mapOf(
  tx: Tx,
  scope: ReadScope,
  input: v.InferOutput<typeof mapInput>
): Promise<MapView | null> {
  const [indicator] = await open.loadedIndicators(tx, [input.id]);
  if (indicator === undefined) return null;
  const where = await whereaboutsOf(tx, scope);
  const layer = layerFor(indicator, where);
  if (layer === null) return null;
  const outlines = await outlinesOf(tx, layer.id);
  const areas = await open.openAreas(tx);
  const grounds = new Map(outlines.map(({ area }) => [area, codesOfSameGround(area, areas)]));
  const before = predecessorsOf(outlines, areas);
  const codes = [...[...grounds.values()].flat(), ...before.map((each) => each.before.code)];
  const counted = await open.groupsWithFigures(tx, indicator.id, codes);
  const leading = groupsNeeded(indicator)[0] ?? 'all';
  const group = [input.group, leading, ...counted].find((each) => counted.has(each));
  if (group === undefined) return null;
  const figures = await open.openFigures(tx, {
    indicators: [indicator.id],
    areas: codes,
    breakdowns: [group]
  });
  const periods = inOrder(figures.filter((figure) => figure.value !== null));
  const names = [...new Set(periods.map((figure) => figure.period))].reverse();
  const period = names.find((each) => each === input.period) ?? names[0];
  if (period === undefined) return null;

  const extents = extentsOf(layer, where, outlines, areas);
  const extent = extents.find((each) => each.id === input.extent) ?? extents[0];
  if (extent === undefined) return null;
  const index = indexFigures(figures);
  const own = new Set([where.here?.code, ...where.members.map((member) => member.code)]);
  const found = outlines
    .filter((outline) => extent.areas.has(outline.area))
    .map((outline): MapArea => {
      const { area, name } = outline;
      const ground = { code: area, name, codes: grounds.get(area) ?? [area] };
      const lines = figuresOn(ground, indicator.id, index).get(group) ?? [];
      const figure = lines.find((each) => each.period === period);
      const earlier = before.find((each) => each.area === area)?.before;
      const whole =
        earlier === undefined || (figure?.value ?? null) !== null
          ? null
          : (index.get(`${indicator.id}/${earlier.code}`) ?? []).find(
              (each) => each.period === period
            );
      return {
        code: area,
        name,
        value: figure?.value ?? null,
        status: figure?.status ?? 'not-published',
        hidden: null,
        isHere: own.has(area),
        counted:
          earlier === undefined || whole === undefined || whole === null || whole.value === null
            ? null
            : { name: earlier.name, value: whole.value }
      };
    });
  const measure = asPublished(
    measureOf(indicator),
    found.flatMap(({ value, counted }) => [value, counted?.value ?? null])
  );
  // What is shown, classed and listed is one figure: as published, to the places of the source.
  const shown = found.map((area) => ({ ...area, value: rounded(area.value, measure) }));
  const values = shown.flatMap((area) => (area.value === null ? [] : [area.value]));
  const pack = await findPack(tx, `data/${layer.folder}`);
  const copied = indicator.source.copyTakenOn;
  return {
    id: indicator.id,
    title: indicator.title,
    plainTitle: indicator.plainTitle,
    measure,
    source: `${indicator.source.publisher}, ${indicator.source.publication}`,
    attribution: indicator.attribution,
    licenceUrl: indicator.licenceUrl,
    outlineAttribution: pack?.attribution ?? '',
    updatedAt: copied === null ? indicator.loadedAt : new Date(`${copied}T00:00:00Z`),
    nationName: where.nationName,
    hereName: where.here?.name ?? null,
    regionName: regionOf(where, areas)?.name ?? null,
    periods: names,
    period,
    groups: await groupsOf(tx, indicator, counted),
    group,
    extents: extents.map((each) => each.id),
    extent: extent.id,
    classing: input.classing,
    classes: classesOf(values, input.classing, measure.decimals),
    areas: shown,
    outlines,
    protection: null
  };
}

/** The groups of an indicator that have figures here, with their names; none where it is but one. */
async function groupsOf(
  tx: Tx,
  indicator: LoadedIndicator,
  counted: ReadonlySet<string>
): Promise<Group[]> {
  if (counted.size < 2) return [];
  const titles = new Map((await open.openGroups(tx)).map(({ id, title }) => [id, title]));
  return indicator.breakdowns
    .filter((id) => counted.has(id))
    .map((id) => ({ id, title: titles.get(id) ?? id }));
}

type Extent = { readonly id: MapExtent; readonly areas: ReadonlySet<string> };

/** What the map can be drawn in to, the whole nation first. */
function extentsOf(
  layer: BoundaryLayer,
  where: Whereabouts,
  outlines: readonly NamedOutline[],
  areas: readonly OpenArea[]
): Extent[] {
  const everything = new Set(outlines.map((outline) => outline.area));
  if (layer.id === 'trafford-wards') return [{ id: 'wards', areas: everything }];
  const found: Extent[] = [{ id: 'nation', areas: everything }];
  const { here, members } = where;
  const neighbours = where.sets.find((set) => set.kind === 'neighbours')?.areas ?? [];
  const region = regionOf(where, areas);
  if (region !== null) {
    const inside = areas.filter((area) => area.regionCode === region.code);
    found.push({ id: 'region', areas: new Set(inside.map((area) => area.code)) });
  }
  const own = outlines.find((outline) => outline.area === here?.code);
  if (own !== undefined && own.touches.length > 0)
    found.push({ id: 'touching', areas: new Set([own.area, ...own.touches]) });
  if (own !== undefined && neighbours.length > 0)
    found.push({ id: 'alike', areas: new Set([own.area, ...neighbours.map(({ code }) => code)]) });
  if (members.length > 0)
    found.push({ id: 'members', areas: new Set(members.map((member) => member.code)) });
  return found;
}

function regionOf(where: Whereabouts, areas: readonly OpenArea[]): OpenArea | null {
  const code = areas.find((area) => area.code === where.here?.code)?.regionCode ?? null;
  return code === null ? null : (areas.find((area) => area.code === code) ?? null);
}

/** For areas that came of a split, the area they were part of before. */
function predecessorsOf(
  outlines: readonly NamedOutline[],
  areas: readonly OpenArea[]
): { area: string; before: OpenArea }[] {
  const known = new Set(outlines.map((outline) => outline.area));
  return areas.flatMap((before) =>
    before.successors.length > 1
      ? before.successors.filter((code) => known.has(code)).map((area) => ({ area, before }))
      : []
  );
}
