import type { OpenArea } from '../types.ts';

/** An area that a group may be made of; `region` is empty where its nation has none. */
export type Candidate = {
  readonly code: string;
  readonly name: string;
  readonly region: string;
};

/** More lines than these cannot be told apart in a drawing. */
export const mostGroups = 3;

/** What no figure of a council can be laid beside. */
const notCouncils: ReadonlySet<string> = new Set(['region', 'country', 'united kingdom']);

/**
 * The areas that can be compared with a place, by region and name: councils in use today, of its own nation and of its own level (those that
 * run schools and social care, or the districts within a county), without the place itself.
 */
export function candidatesFor(here: OpenArea, areas: readonly OpenArea[]): Candidate[] {
  const like = areas.filter(
    (area) =>
      area.code !== here.code &&
      area.country === here.country &&
      area.isUpperTier === here.isUpperTier &&
      area.endYear === null &&
      !notCouncils.has(area.kind)
  );
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  return like
    .map(({ code, name, regionCode }) => ({
      code,
      name,
      region: names.get(regionCode ?? '') ?? ''
    }))
    .sort(
      (one, other) =>
        one.region.localeCompare(other.region, 'en-GB') ||
        one.name.localeCompare(other.name, 'en-GB')
    );
}
