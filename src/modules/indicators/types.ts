import type { PeriodKind } from '#core/written-periods';
import type { Brand } from '#core/brand';
import type { DB } from '#platform/schema';
import type { Selectable } from 'kysely';
import type { OpenIndicator, ValueStatus } from '#modules/vocabulary';

/** Names a group of areas that a partnership chose to compare with. */
export type ComparatorGroupId = Brand<string, 'ComparatorGroupId'>;

/** Which way is better. `none` where neither is. */
export type BetterWhen = 'high' | 'low' | 'none';

/** What a figure is counted in. `percent` is 0 to 100. */
export type Unit =
  'percent' | 'per-1000' | 'per-10000' | 'per-100000' | 'per-1000-births' | 'score' | 'count';
export const ownUnits = [
  'percent',
  'per-1000',
  'per-10000',
  'per-100000',
  'count',
  'score'
] as const satisfies readonly Unit[];
export type OwnUnit = (typeof ownUnits)[number];

export type { PeriodKind } from '#core/written-periods';

/** How often a partnership counts an indicator of its own; each is also the kind of its periods. */
export const frequencies = [
  'academic-year',
  'financial-year',
  'calendar-year',
  'financial-quarter',
  'month',
  'day'
] as const satisfies readonly PeriodKind[];
export type Frequency = (typeof frequencies)[number];

/** What is said of a value of the partnership's own that is there. */
const presentStatuses = ['final', 'revised', 'provisional'] as const;
/** Why a value of the partnership's own is not there: its `value` is null. `low`: it rounds to zero. */
const absentStatuses = [
  'suppressed',
  'low',
  'not-collected',
  'not-available',
  'not-applicable'
] as const;
export type AbsentStatus = (typeof absentStatuses)[number];
export const ownStatuses = [...presentStatuses, ...absentStatuses] as const;
export type OwnStatus = (typeof ownStatuses)[number];

/** Whether a status stands instead of a figure. */
export function isAbsent(status: OwnStatus): status is AbsentStatus {
  return absentStatuses.some((each) => each === status);
}

export type FigureStatus = ValueStatus | OwnStatus;

/** One figure of one area and group in one period. `value` is null with its reason in `status`, never zero. */
export type Figure = {
  readonly period: string;
  /** First day of the period, ISO date: order rests on it. */
  readonly starts: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly status: FigureStatus;
};

/** A period from which figures cannot be laid beside earlier ones. */
export type Break = { readonly from: string; readonly reason: string };

/** How one figure stands beside another. `similar`: no further apart than rounding or chance could put them. */
export type Comparison = 'better' | 'worse' | 'similar' | 'unknown';
export type Side = 'higher' | 'lower' | 'similar';

/** A figure to compare with, at the same period. */
export type Comparator = {
  /** The kind, or for a group of the partnership's own its identifier. */
  readonly id: string;
  readonly kind: 'nation' | 'region' | 'neighbours' | 'councils' | 'group';
  /** "England", "the North West", "the mean of 9 statistical neighbours". */
  readonly name: string;
  /** "England", "its neighbours": for lists, where the long name is said elsewhere. */
  readonly shortName: string;
  readonly value: number;
  /** How many areas the figure is the mean or the middle of; null for a published figure. */
  readonly areaCount: number | null;
};

/** The two groups of one period, and how far apart they are: better-off minus poorer, in percentage points. */
export type GapPoint = {
  readonly period: string;
  readonly starts: string;
  readonly betterOff: number | null;
  readonly poorer: number | null;
  /** How many children each figure rests on; null where its publisher does not say. */
  readonly children: { readonly betterOff: number | null; readonly poorer: number | null };
  readonly gap: number | null;
  readonly status: FigureStatus;
};

export type GapChange = {
  readonly change: 'wider' | 'narrower' | 'similar';
  /** The period compared with. */
  readonly since: string;
};

/** How an indicator is measured, be it open or the partnership's own. */
export type Measure = {
  readonly unit: Unit;
  readonly decimals: number;
  readonly betterWhen: BetterWhen;
  readonly periodKind: PeriodKind;
  readonly breaks: readonly Break[];
  readonly missingPeriods: readonly MissingPeriod[];
  /** The group the figures are of, when they are not of everybody. */
  readonly groupTitle?: string | null;
};
type MissingPeriod = { readonly period: string; readonly reason: string };

export type LatestFigure = Figure & { readonly value: number };

/** Figures of one area, by group. */
export type FiguresByGroup = ReadonlyMap<string, readonly Figure[]>;

/** The latest figure, and why the newest period has none: null when it has one, or when there is no figure at all. */
export type NewestFigure = {
  readonly latest: LatestFigure | null;
  readonly newestMissing: { readonly period: string; readonly status: FigureStatus } | null;
};

/** The gap between two groups in one area, over time. */
export type GapView = {
  readonly areaName: string;
  readonly betterOffTitle: string;
  readonly poorerTitle: string;
  readonly points: readonly GapPoint[];
  readonly latest:
    | (GapPoint & { readonly gap: number; readonly betterOff: number; readonly poorer: number })
    | null;
  readonly change: GapChange | null;
  /** The same gap where it is published: in the nation, and in the region. */
  readonly beside: readonly GapBeside[];
};
export type GapBeside = {
  readonly id: 'nation' | 'region';
  readonly name: string;
  readonly points: readonly GapPoint[];
};

/** A figure of open data: of which indicator, area and group it is. */
export type AreaFigure = Figure & {
  readonly indicator: string;
  readonly area: string;
  readonly breakdown: string;
};

/** A place that has a code. */
export type OpenArea = {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly country: string;
  readonly regionCode: string | null;
  readonly isUpperTier: boolean;
  readonly endYear: number | null;
  readonly successors: readonly string[];
  readonly otherNames: readonly string[];
  /** By which the Department for Education knows an authority of England. */
  readonly laNumber?: string | null;
};

/** An open indicator with where it comes from, as loaded. */
export type LoadedIndicator = OpenIndicator & {
  readonly pack: string;
  readonly attribution: string;
  readonly licenceUrl: string | null;
  readonly countries: readonly string[];
  readonly loadedAt: Date;
};

/** A part of the place: a ward, an intermediate zone, a cluster, a setting. `id` is its code, or its name without one. */
export type SmallArea = { readonly id: string; readonly name: string };

/** A group of children within an indicator. */
export type Group = { readonly id: string; readonly title: string };

/** One value of the partnership's own. `area` is empty for the whole place, else the code of a small area, or its name without one. */
export type IndicatorValue = Readonly<
  Omit<
    Selectable<DB['indicatorValue']>,
    'partnershipId' | 'importId' | 'removedAt' | 'createdAt' | 'createdBy' | 'updatedBy'
  >
> & { readonly updatedBy: string };

/**
 * A partnership's own values, and of each period the states in which they stood before, the oldest first: as they were at the end of
 * each day on which they changed.
 */
export type OwnValues = {
  readonly now: readonly IndicatorValue[];
  readonly before: ReadonlyMap<string, readonly (readonly IndicatorValue[])[]>;
};

/** From which figure progress is counted, and where it is to lead. `period` is empty where nobody said of when the baseline is. */
export type Baseline = { readonly value: number; readonly period: string };
