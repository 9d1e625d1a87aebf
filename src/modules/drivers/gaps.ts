import { linksUnder, looseDrivers, looseIdeas, primaries } from './graph.ts';
import type { Diagram, Driver, DriverId, Idea } from './types.ts';

/** What a diagram still lacks, in the order in which to mend it. */
export type Gap =
  | { readonly kind: 'no-drivers' }
  | { readonly kind: 'driver-unplaced'; readonly driver: Driver }
  | { readonly kind: 'driver-without-idea'; readonly driver: Driver }
  | { readonly kind: 'driver-unwatched'; readonly driver: Driver }
  | { readonly kind: 'aim-unwatched' }
  | { readonly kind: 'ideas-unplaced'; readonly ideas: readonly Idea[] }
  | { readonly kind: 'ideas-untested'; readonly ideas: readonly Idea[] };

/**
 * The links that are missing: drivers that no idea serves or no measure watches, ideas without a driver or without a test.
 *
 * A primary driver is served and watched through its secondary ones too, so that it is named only where nothing hangs beneath it
 * (served) or nothing beneath it is watched.
 */
export function gapsOf(diagram: Diagram): Gap[] {
  if (diagram.drivers.length === 0) return [{ kind: 'no-drivers' }];
  const hasUnder = (driver: Driver) => linksUnder(diagram, driver.id).length > 0;
  const watched = new Set(
    diagram.drivers.filter(({ measureIds }) => measureIds.length > 0).map(({ id }) => id)
  );
  const below = (id: DriverId) =>
    linksUnder(diagram, id).flatMap(({ lower }) => (lower.kind === 'driver' ? [lower.id] : []));
  const isWatched = ({ id }: Driver) =>
    watched.has(id) || below(id).some((lower) => watched.has(lower));
  const unplaced = looseIdeas(diagram);
  const untested = diagram.ideas.filter(({ verdict }) => verdict === 'untested');
  return [
    ...looseDrivers(diagram).map((driver) => ({ kind: 'driver-unplaced' as const, driver })),
    ...diagram.drivers
      .filter((driver) => !hasUnder(driver))
      .map((driver) => ({ kind: 'driver-without-idea' as const, driver })),
    ...primaries(diagram.drivers)
      .filter((driver) => !isWatched(driver))
      .map((driver) => ({ kind: 'driver-unwatched' as const, driver })),
    ...(diagram.measures.some(({ kind }) => kind === 'outcome')
      ? []
      : [{ kind: 'aim-unwatched' as const }]),
    ...(unplaced.length === 0 ? [] : [{ kind: 'ideas-unplaced' as const, ideas: unplaced }]),
    ...(untested.length === 0 ? [] : [{ kind: 'ideas-untested' as const, ideas: untested }])
  ];
}
