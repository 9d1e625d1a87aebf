import { err, ok, type Result } from '#core/result';
import type { ChangeIdeaId } from '#modules/improvement';
import type { Diagram, Driver, DriverId, DriverLink, Idea, Level, Lower } from './types.ts';

/** The rules of a driver diagram: what may hang where, in which order, and what goes when something goes. */

/** As much of a diagram as its shape needs. */
export type Shape = {
  readonly drivers: readonly Pick<Driver, 'id' | 'level' | 'position'>[];
  readonly links: readonly DriverLink[];
  readonly ideas: readonly Pick<Idea, 'id'>[];
};

/** Layers count away from the aim, which is 0. */
const layers = { primary: 1, secondary: 2, idea: 3 } as const;
export type Layer = (typeof layers)[keyof typeof layers];

export const layerOfDriver = (level: Level): Layer => layers[level];
export const ideaLayer: Layer = layers.idea;

/** The layer of something that may hang under a driver; null when it is not in the diagram. */
export function layerOf(shape: Shape, lower: Lower): Layer | null {
  if (lower.kind === 'idea') {
    return shape.ideas.some(({ id }) => id === lower.id) ? layers.idea : null;
  }
  const driver = shape.drivers.find(({ id }) => id === lower.id);
  return driver === undefined ? null : layers[driver.level];
}

export type HangProblem =
  | { readonly kind: 'not-in-diagram' }
  | { readonly kind: 'wrong-way' }
  | { readonly kind: 'hangs-there-already' };

/**
 * Whether one thing may hang under a driver. Links lead away from the aim only, from a layer to a later one, so that a diagram
 * can never run in a circle. An idea may hang under a primary driver where no secondary one stands between.
 */
export function mayHang(
  shape: Shape,
  upperId: DriverId,
  lower: Lower
): Result<undefined, HangProblem> {
  const upper = layerOf(shape, { kind: 'driver', id: upperId });
  const layer = layerOf(shape, lower);
  if (upper === null || layer === null) return err({ kind: 'not-in-diagram' });
  if (upper >= layer) return err({ kind: 'wrong-way' });
  const hangs = shape.links.some((link) => link.upperId === upperId && isSame(link.lower, lower));
  return hangs ? err({ kind: 'hangs-there-already' }) : ok();
}

export function isSame(one: Lower, other: Lower): boolean {
  return one.kind === other.kind && one.id === other.id;
}

/** What hangs under a driver, in order. */
export function linksUnder(shape: Pick<Shape, 'links'>, upperId: DriverId): DriverLink[] {
  return shape.links.filter((link) => link.upperId === upperId).toSorted(inOrder);
}

/** The drivers that something hangs under. */
export function uppersOf(shape: Pick<Shape, 'links'>, lower: Lower): DriverId[] {
  return shape.links.filter((link) => isSame(link.lower, lower)).map((link) => link.upperId);
}

/** Secondary drivers that hang under none: where they are, nobody can say how they act on the aim. */
export function looseDrivers<One extends Pick<Driver, 'id' | 'level' | 'position'>>(shape: {
  readonly drivers: readonly One[];
  readonly links: readonly DriverLink[];
}): One[] {
  return shape.drivers
    .filter(
      ({ id, level }) =>
        level === 'secondary' && uppersOf(shape, { kind: 'driver', id }).length === 0
    )
    .toSorted(inOrder);
}

/** Ideas that hang under no driver. */
export function looseIdeas<One extends Pick<Idea, 'id'>>(shape: {
  readonly ideas: readonly One[];
  readonly links: readonly DriverLink[];
}): One[] {
  return shape.ideas.filter(({ id }) => uppersOf(shape, { kind: 'idea', id }).length === 0);
}

/** The primary drivers, in order. */
export function primaries<One extends Pick<Driver, 'level' | 'position' | 'id'>>(
  drivers: readonly One[]
): One[] {
  return drivers.filter(({ level }) => level === 'primary').toSorted(inOrder);
}

function inOrder(
  one: { readonly position: number; readonly id: string },
  other: { readonly position: number; readonly id: string }
): number {
  return one.position - other.position || (one.id < other.id ? -1 : 1);
}

export type Going = {
  /** The driver itself, and those that hang under nothing else. */
  readonly drivers: readonly DriverId[];
  /** Drivers beneath that stay, since they also hang elsewhere. */
  readonly staying: readonly DriverId[];
  /** Ideas that no driver is left for. They stay in the project, with their tests. */
  readonly ideas: readonly ChangeIdeaId[];
};

/** What goes when a driver is archived: itself and whatever rests on it alone. Ideas never go; some lose their last driver. */
export function goesWith(shape: Shape, driverId: DriverId): Going {
  const under = linksUnder(shape, driverId);
  const below = under.flatMap(({ lower }) => (lower.kind === 'driver' ? [lower.id] : []));
  const restsHere = (id: DriverId) =>
    uppersOf(shape, { kind: 'driver', id }).every((upper) => upper === driverId);
  const drivers = [driverId, ...below.filter(restsHere)];
  const staying = below.filter((id) => !restsHere(id));
  const touched = new Set(
    drivers.flatMap((id) =>
      linksUnder(shape, id).flatMap(({ lower }) => (lower.kind === 'idea' ? [lower.id] : []))
    )
  );
  const ideas = [...touched].filter((id) =>
    uppersOf(shape, { kind: 'idea', id }).every((upper) => drivers.includes(upper))
  );
  return { drivers, staying, ideas };
}

export const directions = ['up', 'down'] as const;
export type Direction = (typeof directions)[number];

/** The same things with one moved a place up or down; as they were when it is at the end already. */
export function moved<Id extends string>(
  ids: readonly Id[],
  id: Id,
  direction: Direction
): readonly Id[] {
  const from = ids.indexOf(id);
  const to = direction === 'up' ? from - 1 : from + 1;
  const other = ids[to];
  if (from === -1 || other === undefined) return ids;
  return ids.map((one, index) => (index === from ? other : index === to ? id : one));
}

/** An entry of the outline: a driver with what hangs under it, or an idea. */
export type Entry =
  | {
      readonly kind: 'driver';
      readonly driver: Driver;
      /** The link it hangs by here; null for a primary driver, and for one that hangs under none. */
      readonly linkId: DriverLink['id'] | null;
      /** Other drivers it hangs under. */
      readonly alsoUnder: readonly Driver[];
      /** It stood in the outline before, with what hangs under it. */
      readonly isAgain: boolean;
      readonly isFirst: boolean;
      readonly isLast: boolean;
      readonly entries: readonly Entry[];
    }
  | {
      readonly kind: 'idea';
      readonly idea: Idea;
      readonly linkId: DriverLink['id'] | null;
      readonly alsoUnder: readonly Driver[];
      readonly isFirst: boolean;
      readonly isLast: boolean;
    };

export type Outline = {
  readonly entries: readonly Entry[];
  readonly looseDrivers: readonly Entry[];
  readonly looseIdeas: readonly Idea[];
};

/**
 * The diagram as an outline. What hangs under several drivers stands under each; a secondary driver is shown whole only the first
 * time, and says the other times that it was.
 */
export function outlineOf(diagram: Diagram): Outline {
  const drivers = new Map(diagram.drivers.map((driver) => [driver.id, driver]));
  const ideas = new Map(diagram.ideas.map((idea) => [idea.id, idea]));
  const shown = new Set<DriverId>();

  const others = (lower: Lower, upperId: DriverId | null) =>
    uppersOf(diagram, lower)
      .filter((id) => id !== upperId)
      .flatMap((id) => drivers.get(id) ?? []);

  const driverEntry = (
    driver: Driver,
    link: DriverLink | null,
    place: { isFirst: boolean; isLast: boolean }
  ): Entry => {
    const isAgain = shown.has(driver.id);
    shown.add(driver.id);
    return {
      kind: 'driver',
      driver,
      linkId: link?.id ?? null,
      alsoUnder: others({ kind: 'driver', id: driver.id }, link?.upperId ?? null),
      isAgain,
      ...place,
      entries: isAgain ? [] : entriesUnder(driver.id)
    };
  };

  const entriesUnder = (upperId: DriverId): Entry[] => {
    const links = linksUnder(diagram, upperId);
    return links.flatMap((link, index): Entry[] => {
      const place = { isFirst: index === 0, isLast: index === links.length - 1 };
      if (link.lower.kind === 'driver') {
        const driver = drivers.get(link.lower.id);
        return driver === undefined ? [] : [driverEntry(driver, link, place)];
      }
      const idea = ideas.get(link.lower.id);
      if (idea === undefined) return [];
      return [
        { kind: 'idea', idea, linkId: link.id, alsoUnder: others(link.lower, upperId), ...place }
      ];
    });
  };

  const inLine = (list: readonly Driver[]) =>
    list.map((driver, index) =>
      driverEntry(driver, null, { isFirst: index === 0, isLast: index === list.length - 1 })
    );
  return {
    entries: inLine(primaries(diagram.drivers)),
    looseDrivers: inLine(looseDrivers(diagram)),
    looseIdeas: looseIdeas(diagram)
  };
}
