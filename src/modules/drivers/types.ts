import type { Brand } from '#core/brand';
import type { ChangeIdeaId, MeasureId, MeasureKind } from '#modules/improvement';
import type { FactorId } from '#modules/vocabulary';

/** The nouns of a driver diagram: drivers in two levels, change ideas, and what hangs under what. */

export type DriverId = Brand<string, 'DriverId'>;
export type DriverLinkId = Brand<string, 'DriverLinkId'>;

export const levels = ['primary', 'secondary'] as const;
/** A primary driver acts on the aim; a secondary one on primary drivers. */
export type Level = (typeof levels)[number];

export type Driver = {
  readonly id: DriverId;
  readonly level: Level;
  readonly title: string;
  readonly why: string;
  readonly factorId: FactorId | null;
  /** Order among the primary drivers, or among secondary ones that hang under none. */
  readonly position: number;
  /** Measures that watch whether it moves. */
  readonly measureIds: readonly MeasureId[];
  readonly version: number;
};

/** What may hang under a driver. */
export type Lower =
  | { readonly kind: 'driver'; readonly id: DriverId }
  | { readonly kind: 'idea'; readonly id: ChangeIdeaId };

export type DriverLink = {
  readonly id: DriverLinkId;
  readonly upperId: DriverId;
  readonly lower: Lower;
  /** Order under its upper driver. */
  readonly position: number;
};

/**
 * How the latest studied test of an idea came out; `under-way` when none is studied yet, `untested` when there is none.
 * Explained in docs/methods/driver-diagrams.md.
 */
export type IdeaVerdict = 'helped' | 'did-not-help' | 'cannot-tell' | 'under-way' | 'untested';

export type Idea = {
  readonly id: ChangeIdeaId;
  readonly text: string;
  readonly why: string;
  readonly factorId: FactorId | null;
  /** Those that have happened. */
  readonly tests: { readonly all: number };
  readonly verdict: IdeaVerdict;
};

export type WatchingMeasure = {
  readonly id: MeasureId;
  readonly title: string;
  readonly kind: MeasureKind;
};

/** Everything that is drawn, apart from the aim. Drivers that were archived are not in it. */
export type Diagram = {
  readonly drivers: readonly Driver[];
  readonly links: readonly DriverLink[];
  readonly ideas: readonly Idea[];
  readonly measures: readonly WatchingMeasure[];
};

/** A diagram as it stood when somebody named it. */
export type FrozenDiagram = {
  readonly format: 1;
  /** The aim as one sentence; `null` when nobody had written it. */
  readonly aim: string | null;
  readonly diagram: Diagram;
};

export type DiagramVersion = {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly note: string;
  readonly savedAt: Date;
  readonly savedBy: string | null;
};

/** A driver that was archived, with how many went along with it. */
export type ArchivedDriver = {
  readonly id: DriverId;
  readonly level: Level;
  readonly title: string;
  readonly archivedAt: Date;
  readonly wentAlong: number;
};

/** A diagram without anything of the project it came from: what a new one can begin with. Keys hold it together. */
export type Template = {
  readonly basedOn: string;
  readonly drivers: readonly {
    readonly key: string;
    readonly level: Level;
    readonly title: string;
    readonly why: string;
    readonly factorId: FactorId | null;
  }[];
  readonly ideas: readonly {
    readonly key: string;
    readonly text: string;
    readonly why: string;
    readonly factorId: FactorId | null;
  }[];
  /** In the order in which they hang. */
  readonly links: readonly { readonly upper: string; readonly lower: string }[];
};
