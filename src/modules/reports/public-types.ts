import type { HiddenReason } from '#modules/disclosure';
import type { Improvement } from '#modules/charts';
import type { PlanStatus } from '#modules/delivery';
import type { PublishedService } from '#modules/maps';
import type { FrozenStrategy } from '#modules/strategy';

/** The nouns of what everybody may read. A snapshot holds all that its page shows, so that reading it asks for nothing else. */

export type PublicationKind = 'page' | 'strategy' | 'services';

export type PublicPlace = {
  readonly name: string;
  readonly slug: string;
  /** A made-up place: every page of it says so. */
  readonly madeUp: boolean;
  readonly demonstration: boolean;
};

/** How finely the entries of a measure are shown: each by itself, or added up so that fewer need to be hidden. */
export type Grouping = 'entry' | 'month' | 'quarter';

/** One point that a rule has made safe to show. `on` is a date, or the month with which its span begins. */
export type PublicPoint =
  | { readonly on: string; readonly value: number; readonly why: null }
  | { readonly on: string; readonly value: null; readonly why: HiddenReason };

/** A measure over time, made safe. Percentages are 0 to 100, in whole numbers. */
export type PublicSeries = {
  readonly title: string;
  readonly unit: '%' | '';
  readonly better: Improvement;
  readonly grouping: Grouping;
  readonly points: readonly PublicPoint[];
};

/** A measure as it was recorded. Nothing of this may reach a snapshot. */
export type RawSeries = {
  readonly title: string;
  readonly form: 'share' | 'count';
  readonly better: Improvement;
  readonly entries: readonly RawEntry[];
};
/** `whole` is null for a count. */
export type RawEntry = {
  readonly on: string;
  readonly part: number;
  readonly whole: number | null;
};

/** How the tests that have happened came out: what did not help is as public as what did. */
export type PublicOutcomes = {
  readonly helped: number;
  readonly didNotHelp: number;
  readonly cannotTell: number;
  /** Tried, and nobody has said yet how it came out. */
  readonly notSaid: number;
};

/** An aim that a partnership shows. The page says by its status and on the day it is read whether its date has passed. */
export type PublicAim = {
  readonly title: string;
  /** By when, in words. */
  readonly by: string | null;
  /** `YYYY-MM-DD`. This and the status are left out in pages that were published before they were kept. */
  readonly dueOn?: string | null;
  readonly status?: PlanStatus;
};

/** A decision that a partnership shows: what was decided, by whom and when. Never who was there, who objected or who declared an interest. */
export type PublicDecision = {
  readonly title: string;
  readonly decided: string;
  /** What was done with it, and by whom, in words. */
  readonly by: string;
  /** In words; null where no day is recorded. */
  readonly on: string | null;
  readonly conditions: string;
};

export type PublicProject = {
  readonly title: string;
  readonly summary: string;
  /** What it works on, in everyday words. */
  readonly about: readonly string[];
  readonly stage: string;
  /** How many tests have happened; tests are not people. */
  readonly tests: number;
  /** How they came out; left out in pages that were published before this was kept. */
  readonly outcomes?: PublicOutcomes;
  readonly lastTestOn: string | null;
  /** What changed so far, without figures. */
  readonly change: string;
  readonly series: PublicSeries | null;
};

/** A figure of local need: published by its publisher already, or made safe here. */
export type PublicFigure = {
  readonly title: string;
  readonly period: string;
  /** In words, with its unit: "66%". Null with the reason when it cannot be shown. */
  readonly figure: string | null;
  readonly why: string | null;
  /** What it is laid beside, or how it was rounded to be safe. */
  readonly beside: string | null;
  readonly source: string;
};

export type PublicPage = {
  /** Of the stored shape. */
  readonly format: 1;
  readonly place: PublicPlace;
  readonly introduction: readonly string[];
  readonly hope: string | null;
  readonly outcomes: readonly { readonly title: string; readonly ages: readonly string[] }[];
  readonly factors: readonly {
    readonly title: string;
    readonly description: string;
    readonly kind: string | null;
  }[];
  readonly aims: readonly PublicAim[];
  /** Left out in pages that were published before decisions could be chosen. */
  readonly decisions?: readonly PublicDecision[];
  readonly projects: readonly PublicProject[];
  readonly figures: readonly PublicFigure[];
  readonly sources: readonly string[];
  /** How the numbers were made safe; null where none is shown. */
  readonly rule: string | null;
};

export type PublicStrategy = {
  readonly format: 1;
  readonly place: PublicPlace;
  readonly title: string;
  readonly number: number;
  readonly approvedBy: string;
  readonly approvedOn: string | null;
  readonly strategy: FrozenStrategy;
};

/** The services that a partnership gives away as a feed. */
export type PublicServices = {
  readonly format: 1;
  readonly place: PublicPlace;
  readonly services: readonly PublishedService[];
};

/** What a partnership chose for its feed of services. */
export type FeedChoices = {
  /** Services that the feed holds, by id. */
  readonly services: readonly string[];
  /** Those whose address and point are kept back. */
  readonly withoutPlace: readonly string[];
  readonly version: number;
};

/** What a partnership chose for its public page. */
export type PublicChoices = {
  /** In the partnership's own everyday words. */
  readonly introduction: string;
  /** Whether its vision is shown. */
  readonly showHope: boolean;
  /** Aims of the plan, by id. */
  readonly aims: readonly string[];
  /** Indicators, by id. */
  readonly indicators: readonly string[];
  /** Confirmed decisions, by id. */
  readonly decisions: readonly string[];
  readonly version: number;
};

/** What the page is put together from; figures are as they were recorded, and leave through `whatLeaves`. */
export type PublicRecords = {
  readonly place: PublicPlace;
  readonly vision: string;
  readonly outcomes: PublicPage['outcomes'];
  readonly factors: PublicPage['factors'];
  readonly aims: readonly (Required<PublicAim> & { readonly id: string })[];
  /** Those that may be chosen, the latest first. */
  readonly decisions: readonly (PublicDecision & { readonly id: string })[];
  readonly projects: readonly (Omit<PublicProject, 'series'> & {
    readonly measure: RawSeries | null;
  })[];
  readonly indicators: readonly RawIndicator[];
  readonly sources: readonly string[];
};

export type RawIndicator = {
  readonly id: string;
  readonly title: string;
  readonly period: string;
  readonly source: string;
  readonly latest:
    | { readonly kind: 'none' }
    /** Published by its publisher for everybody. */
    | { readonly kind: 'published'; readonly figure: string; readonly beside: string | null }
    | {
        readonly kind: 'share';
        readonly part: number;
        readonly whole: number;
        readonly decimals: number;
      }
    | { readonly kind: 'count'; readonly count: number }
    /** Hidden, so that another of its groups or areas cannot be worked out. */
    | { readonly kind: 'withheld'; readonly reason: HiddenReason }
    /** A figure that nothing says how many people it rests on. */
    | { readonly kind: 'not-countable' };
};
