import type { PeerFigure } from '../comparing/comparators.ts';
import type { Choice, Indicator } from '../kinds.ts';
import type { FollowedIndicator } from '../need/followed.ts';
import type { Figure, IndicatorValue } from '../types.ts';

/** One line of the trend. `role` decides how it is drawn; the name stands at its end. */
export type TrendLine = {
  /** "here", or the id of the comparator. */
  readonly id: string;
  readonly role: 'here' | 'nation' | 'region' | 'peers' | 'group';
  readonly name: string;
  readonly figures: readonly Figure[];
};

/** Something an indicator bears on, with the reason. */
export type Tie = { readonly id: string; readonly title: string; readonly reason: string };

/** Something the figures may be laid beside, and whether it is. */
export type ComparatorOption = {
  readonly id: string;
  readonly name: string;
  readonly isShown: boolean;
};

/** Areas beside one another in one period: the partnership's own among them, marked. */
export type Beside = {
  readonly id: string;
  readonly kind: 'neighbours' | 'councils' | 'group' | 'members';
  /** What a group of the partnership's own is called; empty for the others. */
  readonly name: string;
  readonly period: string;
  readonly rows: readonly (PeerFigure & { readonly isHere: boolean })[];
};

/** Everything the page of one indicator shows. */
export type IndicatorView = {
  readonly followed: FollowedIndicator;
  readonly isFollowed: boolean;
  readonly definition: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly sourceLink: string | null;
  readonly licenceUrl: string | null;
  readonly attribution: string;
  readonly frequency: 'yearly' | 'quarterly' | 'once' | null;
  readonly caveats: readonly string[];
  readonly factors: readonly Tie[];
  readonly outcomes: readonly Tie[];
  readonly lines: readonly TrendLine[];
  /** What may be drawn beside the place's own line; none where there is nothing to choose. */
  readonly comparators: readonly ComparatorOption[];
  readonly besides: readonly Beside[];
  readonly choice: Choice | null;
  readonly own: Indicator | null;
  readonly values: readonly IndicatorValue[];
  /** Whether it can be drawn as a map for this place. */
  readonly hasMap: boolean;
};
