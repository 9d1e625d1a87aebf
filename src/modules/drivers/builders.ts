import type { ChangeIdeaId, MeasureId } from '#modules/improvement';
import type {
  Diagram,
  Driver,
  DriverId,
  DriverLink,
  DriverLinkId,
  Idea,
  Level,
  Lower
} from './types.ts';
import { trialsOf } from './verdict.ts';

/** Plainly made-up diagrams, for tests. Names stand for identifiers. */

export const driverNamed = (name: string) => name as DriverId; // made up here
const ideaNamed = (name: string) => name as ChangeIdeaId; // made up here

export function someDriver(name: string, level: Level, parts: Partial<Driver> = {}): Driver {
  return {
    id: driverNamed(name),
    level,
    title: name,
    why: '',
    factorId: null,
    position: 1,
    measureIds: [],
    version: 1,
    ...parts
  };
}

export function someIdea(name: string, parts: Partial<Idea> = {}): Idea {
  return { id: ideaNamed(name), text: name, why: '', factorId: null, ...trialsOf([]), ...parts };
}

export function someLink(upper: string, lower: Lower, position = 1): DriverLink {
  return {
    id: `${upper} ${lower.id}` as DriverLinkId, // made up here
    upperId: driverNamed(upper),
    lower,
    position
  };
}

export const driver = (name: string): Lower => ({ kind: 'driver', id: driverNamed(name) });
export const idea = (name: string): Lower => ({ kind: 'idea', id: ideaNamed(name) });

/**
 * Parents feel able — seen it done — story bag, song cards; something to hand — books change often — story bag;
 * room in the day, where nothing hangs. A reminder hangs nowhere. The bag was tested twice, and stories are counted.
 */
export function someDiagram(parts: Partial<Diagram> = {}): Diagram {
  const stories = 'stories' as MeasureId; // made up here
  return {
    drivers: [
      someDriver('parents feel able', 'primary', { position: 1, measureIds: [stories] }),
      someDriver('something to hand', 'primary', { position: 2 }),
      someDriver('room in the day', 'primary', { position: 3 }),
      someDriver('seen it done', 'secondary', { position: 4 }),
      someDriver('books change often', 'secondary', { position: 5 })
    ],
    ideas: [
      someIdea('story bag', trialsOf([tried(1, 'no'), tried(2, 'yes')])),
      someIdea('song cards'),
      someIdea('reminder')
    ],
    links: [
      someLink('parents feel able', driver('seen it done')),
      someLink('something to hand', driver('books change often')),
      someLink('seen it done', idea('story bag'), 1),
      someLink('seen it done', idea('song cards'), 2),
      someLink('books change often', idea('story bag'))
    ],
    measures: [{ id: stories, title: 'Stories at home', kind: 'outcome' }],
    ...parts
  };
}

/** A test that was tried and, where there is an answer, studied. */
export const tried = (number: number, wasImprovement: 'yes' | 'no' | 'cannot-tell' | null) => ({
  number,
  wasImprovement,
  status: wasImprovement === null ? ('done' as const) : ('acted' as const),
  carriedOut: 'as-planned' as const
});
export const planned = (number: number) => ({
  number,
  wasImprovement: null,
  status: 'planned' as const,
  carriedOut: null
});
