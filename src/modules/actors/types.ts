/** Those meant to benefit; those who work with or are responsible for them; those with a particular influence. */
export const actorKinds = ['primary', 'secondary', 'key'] as const;
export type ActorStakeholderKind = (typeof actorKinds)[number];

/** How far an actor is engaged with what the partnership does. */
export const engagements = ['strong', 'moderate', 'weak', 'none'] as const;
export type Engagement = (typeof engagements)[number];

/** What is moving, stuck or open at an actor. */
export const markers = ['momentum', 'blockage', 'opportunity'] as const;
export type Marker = (typeof markers)[number];

/** Established, or weak and emerging. */
export const strengths = ['strong', 'weak'] as const;
export type LinkStrength = (typeof strengths)[number];

export const directions = ['one-way', 'both-ways', 'none'] as const;
export type LinkDirection = (typeof directions)[number];

/** From the middle outwards: the nearer, the more influential or influenced. */
export const rings = [1, 2, 3, 4] as const;
export const outermostRing = 4;

/** The toolkit parts its map into four to six sectors. */
export const fewestSectors = 4;
export const mostSectors = 6;

/** More than these are no picture any more, and their measures would take longer than a page may. */
export const mostActors = 2000;
export const mostLinks = 6000;

/** Where one step takes an actor. */
export const moves = ['nearer', 'further', 'next-sector'] as const;
export type Move = (typeof moves)[number];

/** The way of a workshop. It moves one way only; it may be stopped anywhere. */
export const workshopSteps = [
  'gather',
  'primary',
  'primary-shown',
  'secondary',
  'secondary-shown',
  'key',
  'key-shown',
  'place',
  'dots',
  'frozen',
  'stopped'
] as const;
export type WorkshopStep = (typeof workshopSteps)[number];

/** So many take part in one workshop at most, and so many names are on one person’s lists. */
export const mostPeople = 100;
export const mostNotes = 60;
/** So many names are on the sheet of a workshop at most. */
export const mostItems = 300;

/** An actor as it stood on a kept map. */
export type FrozenActor = {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorStakeholderKind | null;
  readonly sectorId: string | null;
  readonly ring: number;
  readonly engagement: Engagement | null;
  readonly representedBy: readonly string[];
  readonly marker: Marker | null;
};
/** A link as it stood on a kept map. */
export type FrozenActorLink = {
  readonly fromId: string;
  readonly toId: string;
  readonly type: string;
  readonly strength: LinkStrength;
  readonly direction: LinkDirection;
};
/** The map of actors as it stood, whole: no later change of a record touches it. */
export type FrozenActorMap = {
  /** Of the stored shape. */
  readonly format: 1;
  /** Empty where nobody has said what stands in the middle. */
  readonly focus: string;
  readonly sectors: readonly { readonly id: string; readonly name: string }[];
  /** Those on the map, in the order of its list. */
  readonly actors: readonly FrozenActor[];
  readonly links: readonly FrozenActorLink[];
};
/** The most kept maps of one place. */
export const mostVersions = 100;
