/**
 * The nouns of charts: what a caller gives, what comes back, and the ways it can be refused.
 * Positions are counted from 1 over the whole series. A missing value is `null`, never zero.
 */
import type { RuleSet } from './rules/rule.ts';

/**
 * The kinds of chart over time. `pp`, `up` and `ip` are the prime charts (P′, U′, I′), `i` is also
 * called XmR, `mr` is the chart of moving ranges.
 */
export type ChartType =
  'run' | 'i' | 'mr' | 'ip' | 'xbar' | 's' | 't' | 'p' | 'pp' | 'c' | 'u' | 'up' | 'g';

/** What the horizontal axis holds: ISO dates, numbers, or names in a given order. */
export type XKind = 'date' | 'index' | 'category';

/** `YYYY-MM-DD` or `YYYY-MM` for dates, a number for an index, a name for a category. */
export type XValue = string | number;

/** Which way is better, for reading signals. `neutral` when neither is. */
export type Improvement = 'increase' | 'decrease' | 'neutral';

/** Why a value is not there. */
export const whyMissing = [
  'suppressed',
  'low',
  'not-collected',
  'not-available',
  'not-applicable'
] as const;
export type WhyMissing = (typeof whyMissing)[number];

/** How several rows with the same `x` become one point on run and I charts without denominators. */
export type Aggregate = 'mean' | 'median' | 'sum' | 'sd';

/** Dates may be cut to the start of their week (Monday), month or quarter before grouping. */
export type Period = 'week' | 'month' | 'quarter';

/** One row of data. Rows with the same `x` form one point of the chart (a subgroup). */
export interface ChartRow {
  readonly x: XValue;
  /** The value, or the numerator where `n` is given. */
  readonly y: number | null;
  /** The denominator: cases (P), or the area of opportunity (U). */
  readonly n?: number | null;
  readonly whyMissing?: WhyMissing;
  /** Left out of centre line, limits and run rules, still drawn. Any row excludes its point. */
  readonly excluded?: boolean;
  /** What the point is called where its date alone would say something else: "2021/22", which begins in April or September. */
  readonly label?: string;
}

/** The border between two phases: the first point at or after `startsAt` begins a new one. */
export interface PhaseStart {
  readonly startsAt: XValue;
  readonly label?: string;
}

export interface Target {
  readonly value: number;
  readonly label?: string;
}

/** The names of the rule sets; what each holds is data in `ruleSets`. */
export type RuleSetId =
  | 'anhoej'
  | 'mdc'
  | 'mdc-current'
  | 'provost-murray'
  | 'run-chart'
  | 'western-electric'
  | 'nelson'
  | 'none';

/** How details are settled where the tools of the field differ: see docs/methods/compatibility.md. */
export type MethodId = 'cairn' | 'qicharts2' | 'plot-the-dots';

/** Everything that decides what a chart says. Only `type`, `points` and `xKind` are needed. */
export interface ChartSpec {
  readonly type: ChartType;
  readonly points: readonly ChartRow[];
  readonly xKind: XKind;
  /** Name of what is measured, for sentences: "Children with a plan". */
  readonly measure?: string;
  /** Unit as read after a number: "%", "days". P and P′ charts default to "%". */
  readonly unit?: string;
  /** Decimals in sentences, labels and tables; chosen from the data when absent. */
  readonly decimals?: number;
  /** Factor on values, centre line and limits. P and P′ charts default to 100, others to 1. */
  readonly multiply?: number;
  /**
   * Points at the start of a phase that make its baseline: the rest is compared with them.
   * With phases it counts inside every phase; a phase no longer than this is all baseline.
   */
  readonly freeze?: number;
  readonly phases?: readonly PhaseStart[];
  /** Values of x whose points take no part in centre line, limits and run rules. */
  readonly exclude?: readonly XValue[];
  /** A centre line given in advance, in the units of the axis. */
  readonly centre?: number;
  /** In the units of the axis. */
  readonly target?: number | Target;
  readonly improvement?: Improvement;
  /**
   * Without it: `anhoej` for every type (which adds the 3-sigma rule where there are limits). A set
   * of one's own may be given, such as a known one with other lengths.
   */
  readonly ruleSet?: RuleSetId | RuleSet;
  readonly method?: MethodId;
  /** Leave moving ranges above 3.267 times their mean out of the spread. On by default. */
  readonly screening?: boolean;
  readonly aggregate?: Aggregate;
  readonly period?: Period;
  /** On I, I′ and X-bar charts: lower limits stop at zero when no value is below it. */
  readonly floorAtZero?: boolean;
}

/** What a signal says, seen from the direction that is better. */
export type Meaning = 'improvement' | 'concern' | 'neutral';

export type RuleKind =
  | 'outside'
  | 'same-side'
  | 'trend'
  | 'beyond'
  | 'within'
  | 'straddling'
  | 'alternating'
  | 'longest-run'
  | 'crossings'
  | 'number-of-runs'
  | 'judgement';

/** One piece of evidence that something other than chance is at work. */
export interface Signal {
  readonly rule: RuleKind;
  /** Short name for a legend: "9 in a row above the median". */
  readonly name: string;
  readonly phase: number;
  /** Positions of the points that broke the rule, in order. */
  readonly points: readonly number[];
  /** x of the first and the last of them. */
  readonly from: XValue;
  readonly to: XValue;
  readonly direction: 'up' | 'down' | null;
  readonly meaning: Meaning;
  /** One plain sentence. */
  readonly sentence: string;
}

export type Outcome = 'signal' | 'no-signal' | 'too-few-points' | 'no-variation' | 'no-data';

/** What can be said about one phase. */
export interface Verdict {
  readonly phase: number;
  readonly outcome: Outcome;
  readonly signals: readonly Signal[];
  readonly sentence: string;
}

export interface AnalysedPoint {
  readonly position: number;
  readonly x: XValue;
  /** x in words: "Mar 2024". */
  readonly label: string;
  readonly value: number | null;
  readonly whyMissing: WhyMissing | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Rows with a value that make up the point. */
  readonly rows: number;
  readonly phase: number;
  readonly baseline: boolean;
  readonly included: boolean;
  readonly centre: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Limits at two sigma. */
  readonly lowerNear: number | null;
  readonly upperNear: number | null;
  /** Beyond a three-sigma limit. */
  readonly outside: boolean;
  /** Rules this point takes part in breaking. */
  readonly rules: readonly RuleKind[];
  readonly meaning: Meaning | null;
}

/** Figures of the runs analysis (Anhøj). `null` where there is no useful point. */
export interface RunFigures {
  readonly usefulPoints: number;
  readonly longestRun: number | null;
  readonly longestRunMax: number | null;
  readonly crossings: number | null;
  readonly crossingsMin: number | null;
  readonly signal: boolean;
}

/** Where the values of a phase moved to another level and stayed there. */
export interface LevelShift {
  /** The first point at the new level. */
  readonly position: number;
  readonly direction: 'up' | 'down';
  /** The centre line that the points before, and the points since, would have by themselves. */
  readonly before: number;
  readonly after: number;
  /** Values on either side. */
  readonly countBefore: number;
  readonly countAfter: number;
}

export interface AnalysedPhase {
  readonly phase: number;
  readonly label: string | null;
  /** Positions of the first and last point. */
  readonly from: number;
  readonly to: number;
  /** Last position of the frozen baseline, or null when all of the phase is baseline. */
  readonly frozenTo: number | null;
  /** Included points with a value. */
  readonly counted: number;
  readonly centre: number | null;
  /** Constant limits, or null where they vary or are undefined. */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly runs: RunFigures;
  /** A shift inside the phase that chance would not make; its points are judged on their own side of it. */
  readonly shift: LevelShift | null;
}

/** The state of the last point, in the manner of Making Data Count. */
export type VariationIcon =
  | 'common-cause'
  | 'improvement-high'
  | 'improvement-low'
  | 'concern-high'
  | 'concern-low'
  | 'neutral-high'
  | 'neutral-low';

/** Whether the process as it is can be relied on to reach the target. */
export type AssuranceIcon = 'passing' | 'failing' | 'hit-and-miss';

/** A new phase the data would support; a person who knows why decides. */
export interface RephaseSuggestion {
  readonly startsAt: XValue;
  readonly position: number;
  readonly oldCentre: number;
  readonly newCentre: number;
  readonly sentence: string;
}

export interface Analysis {
  readonly type: ChartType;
  readonly xKind: XKind;
  readonly measure: string | null;
  readonly unit: string;
  readonly decimals: number;
  readonly improvement: Improvement;
  readonly ruleSet: RuleSetId;
  readonly method: MethodId;
  readonly target: Target | null;
  /** "Median" or "Mean": the centre line's name. */
  readonly centreName: string;
  readonly points: readonly AnalysedPoint[];
  readonly phases: readonly AnalysedPhase[];
  /** All signals, in time order. */
  readonly signals: readonly Signal[];
  /** One per phase. */
  readonly verdicts: readonly Verdict[];
  /** Null while there are too few points to tell. */
  readonly variation: VariationIcon | null;
  readonly assurance: AssuranceIcon | null;
  readonly suggestion: RephaseSuggestion | null;
  /** One or two plain sentences: what the chart shows. */
  readonly summary: string;
}

/** Ways a chart can be refused. `chartProblemSentence` says each in plain words. */
export type ChartProblem =
  | { readonly kind: 'no-points' }
  | { readonly kind: 'unknown-chart-type'; readonly given: string }
  | { readonly kind: 'unknown-rule-set'; readonly given: string }
  | { readonly kind: 'not-a-date'; readonly x: XValue; readonly row: number }
  | { readonly kind: 'not-a-number'; readonly row: number; readonly field: 'x' | 'y' | 'n' }
  | { readonly kind: 'denominators-needed'; readonly type: ChartType }
  | { readonly kind: 'negative-denominator'; readonly x: XValue }
  | { readonly kind: 'negative-count'; readonly x: XValue; readonly value: number }
  | {
      readonly kind: 'more-than-all';
      readonly x: XValue;
      readonly value: number;
      readonly of: number;
    }
  | { readonly kind: 'time-not-above-zero'; readonly x: XValue; readonly value: number }
  | { readonly kind: 'no-such-point'; readonly x: XValue; readonly field: 'phases' | 'exclude' }
  | { readonly kind: 'baseline-too-short'; readonly needed: number; readonly given: number }
  | { readonly kind: 'baseline-not-whole'; readonly given: number }
  | { readonly kind: 'too-few-points'; readonly needed: number; readonly given: number }
  | { readonly kind: 'rules-need-limits'; readonly ruleSet: RuleSetId; readonly type: ChartType }
  | { readonly kind: 'not-yes-or-no'; readonly position: number }
  | { readonly kind: 'rate-out-of-range'; readonly given: number }
  | { readonly kind: 'bad-setting'; readonly field: string };

/** A mark on the time axis. */
export interface Annotation {
  readonly x: XValue;
  readonly label: string;
  readonly kind: 'cycle' | 'note' | 'change';
}

/** How a chart is drawn. Sizes are CSS pixels. */
export interface DrawOptions {
  /** Width of the picture; 960 by default. Text stays at 12 px or more down to 320. */
  readonly width?: number;
  readonly height?: number;
  /** Names the picture for a screen reader, and stands above it when `titleShown`. */
  readonly title?: string;
  readonly titleShown?: boolean;
  readonly yLabel?: string;
  readonly unit?: string;
  readonly annotations?: readonly Annotation[];
  /** Where the data come from; drawn at the foot when given. */
  readonly source?: string;
  /** Distinguishes the ids of several pictures on one page. Derived from the content when absent. */
  readonly id?: string;
  /** `page` follows the page's custom properties; `light` and `dark` are concrete colours. */
  readonly colours?: 'page' | 'light' | 'dark';
  /** Ends of the vertical axis, when several charts must share one. */
  readonly yFrom?: number;
  readonly yTo?: number;
  /** A small picture without legend and with few ticks, for pages of many. */
  readonly compact?: boolean;
  /** Where a point leads when it is chosen; null for a point that leads nowhere. */
  readonly pointHref?: (x: XValue) => string | null;
}

export interface ChartTable {
  readonly caption: string;
  readonly columns: readonly {
    readonly key: string;
    readonly label: string;
    readonly numeric: boolean;
  }[];
  /** Cells as text, ready to show; one array per row, in the order of the columns. */
  readonly rows: readonly (readonly string[])[];
}
