import type { HiddenReason } from '#modules/disclosure';
import type { NamedOutline } from '../open/boundaries/read-boundaries.ts';
import type { FigureStatus, Group, Measure } from '../types.ts';
import { type Classing, classOf, type MapClass } from './classes.ts';

/** Which areas a map lays beside one another. */
export const mapExtents = [
  'nation',
  'region',
  'touching',
  'alike',
  'members',
  'wards',
  'parts'
] as const;
export type MapExtent = (typeof mapExtents)[number];

/** One area of a map: its figure, or why there is none. */
export type MapArea = {
  readonly code: string;
  readonly name: string;
  readonly value: number | null;
  readonly status: FigureStatus;
  /** Why a value of the partnership's own is not shown; null where it is, or where there is none. */
  readonly hidden: HiddenReason | null;
  /** True for the partnership's own area, or those of a collaborative's places. */
  readonly isHere: boolean;
  /** Where the figure came from before borders changed: "Counted with Cumbria (65.4%)". Null where it is its own. */
  readonly counted: { readonly name: string; readonly value: number } | null;
};

/** Everything the page of a map shows. */
export type MapView = {
  readonly id: string;
  readonly title: string;
  readonly plainTitle: string;
  readonly measure: Measure;
  readonly source: string;
  readonly attribution: string;
  readonly licenceUrl: string | null;
  /** Of the outlines, which are a set of their own. */
  readonly outlineAttribution: string;
  readonly updatedAt: Date | null;
  readonly nationName: string;
  /** The partnership's own area; null where it has none on this map. */
  readonly hereName: string | null;
  readonly regionName: string | null;
  readonly periods: readonly string[];
  readonly period: string;
  readonly groups: readonly Group[];
  readonly group: string;
  readonly extents: readonly MapExtent[];
  readonly extent: MapExtent;
  readonly classing: Classing;
  readonly classes: readonly MapClass[];
  readonly areas: readonly MapArea[];
  /** Outlines of the areas, and of those around them. */
  readonly outlines: readonly NamedOutline[];
  /** How many figures are hidden and how the others were made safe; null for published ones. */
  readonly protection: string | null;
};

/** What an extent is called in the list to choose from. */
export function extentName(
  extent: MapExtent,
  view: Pick<MapView, 'nationName' | 'regionName' | 'hereName'>
): string {
  switch (extent) {
    case 'nation':
      return `All of ${view.nationName}`;
    case 'region':
      return view.regionName ?? 'Its region';
    case 'touching':
      return `${view.hereName ?? 'The place'} and the areas around it`;
    case 'alike':
      return `${view.hereName ?? 'The place'} and its statistical neighbours`;
    case 'members':
      return 'The places of this collaborative';
    case 'wards':
      return 'Wards';
    case 'parts':
      return view.hereName === null ? 'The areas of this place' : `The areas of ${view.hereName}`;
  }
}

/** Whether there is a figure that nobody may see: hidden by the rule, or suppressed by whoever counted. */
export function isHidden(area: Pick<MapArea, 'value' | 'status' | 'hidden'>): boolean {
  return area.hidden !== null || (area.value === null && area.status === 'suppressed');
}

/** The class of an area, from 1; null where there is no figure, which is no class. */
export function classNumber(
  area: Pick<MapArea, 'value'>,
  classes: readonly MapClass[]
): number | null {
  return area.value === null ? null : classOf(area.value, classes) + 1;
}
