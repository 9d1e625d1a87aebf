import { mattersGreatly, type FactorEvidence } from '#modules/evidence';
import type { AgeId, Factor } from '#modules/vocabulary';
import type { Need, PriorityAtFactor, ServiceAtFactor } from './types.ts';

/** How high local need is, as far as figures tell. `unknown` is never low. */
export const needLevels = ['high', 'some', 'lower', 'unknown'] as const;
export type NeedLevel = (typeof needLevels)[number];

/** What one figure says of need, and so why need is read as it is. */
export type NeedSign = {
  readonly indicatorId: string;
  readonly title: string;
  readonly kind:
    'worse' | 'similar' | 'better' | 'gap-wider' | 'gap-stays' | 'gap-narrower' | 'gap-alone';
  /** How wide the gap is, as people read it: "34.6 points"; null for a sign that is none of a gap. */
  readonly size: string | null;
};

export type NeedReading = {
  readonly level: NeedLevel;
  /** The signs that make it so: those of the highest level that any sign has. */
  readonly because: readonly NeedSign[];
  /** How many indicators bear on the factor, and how many of them say nothing that can be judged. */
  readonly indicators: number;
  readonly silent: number;
};

const levelOfSign: Readonly<Record<NeedSign['kind'], Exclude<NeedLevel, 'unknown'>>> = {
  worse: 'high',
  'gap-wider': 'high',
  similar: 'some',
  'gap-stays': 'some',
  'gap-narrower': 'some',
  'gap-alone': 'some',
  better: 'lower'
};

/**
 * How high local need is for a factor, by the indicators tied to it: *high* where one stands worse than what it is laid beside, or the
 * gap between better-off and poorer children grew wider; *some* where one stands about the same, or a gap is there and did not
 * grow, or nobody can say how it moved; *lower* where all that can be judged stand better and no gap is known; *unknown* where nothing can be judged.
 *
 * Assumes: comparisons and gaps as `indicators` gives them, local figures alone. They speak of figures, not of chance.
 * Refuses: nothing. An indicator without a figure, or with nothing to lay beside it, is counted as silent, never as no need.
 * Source: our own rule, decision 0009; the worked example is in docs/methods/alignment.md.
 */
export function readNeed(need: readonly Need[]): NeedReading {
  const signs = need.flatMap(signsOf);
  const level =
    needLevels.find((each) => signs.some((sign) => levelOfSign[sign.kind] === each)) ?? 'unknown';
  return {
    level,
    because: signs.filter((sign) => levelOfSign[sign.kind] === level),
    indicators: need.length,
    silent: need.filter((one) => signsOf(one).length === 0).length
  };
}

function signsOf({ indicatorId, title, latest, comparison, gap }: Need): NeedSign[] {
  const sign = (kind: NeedSign['kind'], size: string | null = null): NeedSign => ({
    indicatorId,
    title,
    kind,
    size
  });
  const gapKinds = {
    wider: 'gap-wider',
    similar: 'gap-stays',
    narrower: 'gap-narrower'
  } as const;
  return [
    ...(latest === null || comparison === 'unknown' ? [] : [sign(comparison)]),
    ...(gap === null
      ? []
      : [sign(gap.change === null ? 'gap-alone' : gapKinds[gap.change], gap.text)])
  ];
}

/** Who serves a factor at an age. `unknown`: what is listed is too little tied to factors for silence to mean nobody. */
export const coverageLevels = ['nobody', 'other-ages', 'one', 'several', 'unknown'] as const;
export type CoverageLevel = (typeof coverageLevels)[number];

export type CoverageReading = {
  readonly level: CoverageLevel;
  /** Services for this age, those that name no age among them. */
  readonly forAge: readonly ServiceAtFactor[];
  readonly otherAges: readonly ServiceAtFactor[];
};

/** Services on offer here, and how many of them are tied to at least one factor. */
export type Listed = { readonly active: number; readonly tied: number };

/**
 * Who serves a factor at an age, by the services tied to it. A service that names no ages counts for every age.
 * *Nobody* is said only where at least half of the services on offer are tied to some factor; below that, silence about one
 * factor says little, and the answer is *unknown*.
 *
 * Source: our own rule, decision 0009.
 */
export function readCoverage(
  services: readonly ServiceAtFactor[],
  age: AgeId,
  listed: Listed
): CoverageReading {
  const isForAge = (one: ServiceAtFactor) => one.ages.length === 0 || one.ages.includes(age);
  const forAge = services.filter(isForAge);
  const otherAges = services.filter((one) => !isForAge(one));
  const isTrusted = listed.active > 0 && listed.tied * 2 >= listed.active;
  const level =
    forAge.length > 1
      ? 'several'
      : forAge.length === 1
        ? 'one'
        : !isTrusted
          ? 'unknown'
          : otherAges.length > 0
            ? 'other-ages'
            : 'nobody';
  return { level, forAge, otherAges };
}

/** What evidence, need and services say together. In the order in which they ask to be looked at. */
export const patterns = [
  'unserved',
  'thinly-served',
  'served-yet-high',
  'gap',
  'who-serves-unknown',
  'need-unknown',
  'unclear',
  'some-need',
  'held',
  'less-yet-high',
  'less',
  'not-known'
] as const;
export type Pattern = (typeof patterns)[number];

/** One factor with everything that is laid side by side for it. */
export type AlignmentRow = {
  readonly factor: Factor;
  readonly evidence: FactorEvidence;
  readonly need: NeedReading;
  readonly coverage: CoverageReading;
  readonly priority: PriorityAtFactor | null;
  readonly pattern: Pattern;
};

/**
 * The pattern of a factor. What is not known is never read as its opposite: a factor of unknown strength is not one that matters
 * less, unknown need is not low need, and an unlisted service is not a missing one.
 *
 * @example
 * patternOf(critical, 'high', 'nobody') // 'unserved'
 */
export function patternOf(
  matters: FactorEvidence['matters'],
  need: NeedLevel,
  coverage: CoverageLevel
): Pattern {
  if (matters.strength === 'unknown') return need === 'high' ? 'unclear' : 'not-known';
  if (!mattersGreatly(matters)) return need === 'high' ? 'less-yet-high' : 'less';
  if (coverage === 'unknown') return 'who-serves-unknown';
  const isServed = coverage === 'one' || coverage === 'several';
  if (need === 'high') {
    if (!isServed) return 'unserved';
    return coverage === 'one' ? 'thinly-served' : 'served-yet-high';
  }
  if (!isServed) return 'gap';
  if (need === 'unknown') return 'need-unknown';
  return need === 'some' ? 'some-need' : 'held';
}
