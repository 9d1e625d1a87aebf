/** From what was counted, and how often, to the right chart, with the reason. */
import type { ChartType } from './types.ts';

/**
 * What one value is.
 * - `share`: some of a known number (31 of 50 children);
 * - `rate`: events in an area of opportunity, which may come several times each (7 falls in 900 days);
 * - `count`: events where the opportunity is about the same each time;
 * - `time-between`: time from one rare event to the next;
 * - `cases-between`: cases from one rare event to the next;
 * - `measurement`: something measured (days waited, a score);
 * - `yes-no`: yes or no for each single case, in order;
 * - `reasons`: one category for each event.
 */
export type Counted =
  | 'share'
  | 'rate'
  | 'count'
  | 'time-between'
  | 'cases-between'
  | 'measurement'
  | 'yes-no'
  | 'reasons';

export type HowOften = 'each-case' | 'day' | 'week' | 'month' | 'quarter' | 'year';

export interface ChartQuestion {
  readonly counted: Counted;
  readonly howOften?: HowOften;
  /** Points there are so far. */
  readonly points?: number;
  /** Usual denominator, or area of opportunity, of one point. */
  readonly usualDenominator?: number;
  /** Usual number of events in one point. */
  readonly usualCount?: number;
  /** Measurements in one point: one, or several that can be averaged. */
  readonly measurementsPerPoint?: 'one' | 'several';
  /** Whether denominators are about the same from point to point. */
  readonly denominatorsAlike?: boolean;
}

export type ChosenChart = ChartType | 'bernoulli-cusum' | 'pareto';

export interface ChartChoice {
  readonly type: ChosenChart;
  /** Why, in one or two plain sentences. */
  readonly reason: string;
  /** What else would do, and when. */
  readonly alternatives: readonly { readonly type: ChosenChart; readonly reason: string }[];
  /** What to keep in mind. */
  readonly cautions: readonly string[];
}

/** Fewer points than this do not make limits that can be relied on. */
const fewestForLimits = 12;
/** From here on a P or U chart finds signals everywhere, because chance plays so small a part. */
const largeDenominator = 2000;
/** Fewer events than this in a usual point, and most points would be 0 or 1. */
const fewEvents = 1;

/**
 * Chooses a chart.
 *
 * Assumes: values come in the order of time. A run chart is never wrong: it is advised while there are
 * few points, and named as an alternative otherwise.
 * Source: Provost and Murray, The Health Care Data Guide, ch. 5; Mohammed, Worthington and Woodall (2008).
 *
 * @example chooseChart({ counted: 'share', points: 24 }).type // 'p'
 */
export function chooseChart(question: ChartQuestion): ChartChoice {
  if (question.counted === 'reasons') {
    return {
      type: 'pareto',
      reason:
        'Each event has a reason. A Pareto chart puts the most frequent reasons first, so that work starts where it tells most.',
      alternatives: [
        {
          type: 'run',
          reason: 'a run chart of one reason, to see whether it becomes rarer over time'
        }
      ],
      cautions: ['Count reasons over one period; a Pareto chart says nothing about change.']
    };
  }
  if (question.counted === 'yes-no') return forSingleCases(question);
  const best = forSeries(question);
  const cautions = cautionsFor(question);
  if (question.points !== undefined && question.points < fewestForLimits) {
    return {
      type: 'run',
      reason: `With ${question.points} points there are too few for limits. A run chart shows the values about their median and needs no assumptions.`,
      alternatives: [
        { type: best.type, reason: `from ${fewestForLimits} points on: ${best.reason}` }
      ],
      cautions
    };
  }
  const runChart = {
    type: 'run',
    reason: 'a run chart, the simplest: no limits, but lasting changes show'
  } as const;
  return { ...best, alternatives: [...best.alternatives, runChart], cautions };
}

type Best = Omit<ChartChoice, 'cautions'>;

function forSingleCases({ usualCount }: ChartQuestion): ChartChoice {
  return {
    type: 'bernoulli-cusum',
    reason:
      'Each case is a yes or a no. A Bernoulli CUSUM follows them case by case and warns early when the rate rises or falls.',
    alternatives: [
      { type: 'p', reason: 'a P chart, when cases are put together by week or month' },
      { type: 'g', reason: 'a G chart of the cases between two events' }
    ],
    cautions: [
      'Decide on the usual rate and on the change worth finding before looking at the data.',
      ...(usualCount === undefined ? [] : ['With many events put cases together by month instead.'])
    ]
  };
}

function forSeries(question: ChartQuestion): Best {
  const { counted, usualCount, usualDenominator, measurementsPerPoint, denominatorsAlike } =
    question;
  const isRare = usualCount !== undefined && usualCount < fewEvents;
  switch (counted) {
    case 'share':
      if (isRare) return forRareEvents;
      if (usualDenominator !== undefined && usualDenominator >= largeDenominator) {
        return {
          type: 'pp',
          reason:
            'Each value is a share of a large number. With so many cases a P chart calls nearly every point a signal; a P′ chart allows for ordinary differences between points.',
          alternatives: [
            { type: 'i', reason: 'an I chart of the percentages, where denominators are alike' }
          ]
        };
      }
      return {
        type: 'p',
        reason:
          'Each value is a share: some of a known number. A P chart sets limits by how many there were each time.',
        alternatives: [
          {
            type: 'pp',
            reason: 'a P′ chart, when denominators are large and many points fall outside'
          }
        ]
      };
    case 'rate':
      if (isRare) return forRareEvents;
      if (usualCount !== undefined && usualCount >= largeDenominator) {
        return {
          type: 'up',
          reason:
            'Each value is a rate from many events. A U′ chart allows for ordinary differences that a U chart would call signals.',
          alternatives: [{ type: 'i', reason: 'an I chart of the rates' }]
        };
      }
      return {
        type: 'u',
        reason:
          'Each value counts events in an area of opportunity that changes, such as days or children. A U chart sets limits by its size.',
        alternatives: [
          { type: 'up', reason: 'a U′ chart, when areas are large and many points fall outside' },
          { type: 'c', reason: 'a C chart of the counts, when the area hardly changes' }
        ]
      };
    case 'count':
      if (isRare) return forRareEvents;
      if (denominatorsAlike === false) {
        return {
          type: 'u',
          reason:
            'You count events, and the opportunity for them changes from point to point: put each count over its area of opportunity on a U chart.',
          alternatives: [
            { type: 'c', reason: 'a C chart, where the opportunity is about the same' }
          ]
        };
      }
      return {
        type: 'c',
        reason:
          'You count events, and the opportunity for them is about the same each time. A C chart sets limits from the mean count.',
        alternatives: [
          {
            type: 'u',
            reason: 'a U chart, when the opportunity changes by more than about a fifth'
          },
          { type: 'i', reason: 'an I chart, when counts differ more than chance would have it' }
        ]
      };
    case 'time-between':
      return {
        type: 't',
        reason:
          'Each value is the time from one rare event to the next. A T chart makes a long time without an event a signal.',
        alternatives: [{ type: 'g', reason: 'a G chart, when cases between events can be counted' }]
      };
    case 'cases-between':
      return {
        type: 'g',
        reason:
          'Each value is the number of cases from one rare event to the next. A G chart is made for such counts.',
        alternatives: [{ type: 't', reason: 'a T chart, when only dates of the events are known' }]
      };
    case 'measurement':
      if (measurementsPerPoint === 'several') {
        return {
          type: 'xbar',
          reason:
            'Each point has several measurements. An X-bar chart shows their means, with limits by how many there were; an S chart beside it shows how much they differ.',
          alternatives: [
            {
              type: 's',
              reason: 'the S chart, to look at first: limits of means need a steady spread'
            },
            { type: 'i', reason: 'an I chart of the means, when only those are known' }
          ]
        };
      }
      if (denominatorsAlike === false || usualDenominator !== undefined) {
        return {
          type: 'ip',
          reason:
            'Each value is a mean or a ratio over a number that changes. An I′ chart sets wider limits where the number is small.',
          alternatives: [{ type: 'i', reason: 'an I chart, when the number hardly changes' }]
        };
      }
      return {
        type: 'i',
        reason:
          'Each value is one measurement. An I chart (XmR) sets limits by how much values differ from one to the next.',
        alternatives: [
          { type: 'mr', reason: 'the chart of moving ranges, to see a change in the spread' }
        ]
      };
    case 'yes-no':
    case 'reasons':
      throw new Error('answered before');
  }
}

const forRareEvents: Best = {
  type: 't',
  reason:
    'Events are so rare that most points would be 0 or 1, which no chart of counts can judge. Plot the time from one event to the next on a T chart.',
  alternatives: [
    { type: 'g', reason: 'a G chart of the cases between events, when these are counted' },
    { type: 'bernoulli-cusum', reason: 'a Bernoulli CUSUM, to be warned early, case by case' }
  ]
};

function cautionsFor({
  howOften,
  points,
  usualDenominator,
  usualCount,
  counted
}: ChartQuestion): string[] {
  const cautions: string[] = [];
  if (howOften === 'year') {
    cautions.push(
      'Yearly values reach 12 points in 12 years. Look for a figure that comes monthly or weekly.'
    );
  } else if (howOften === 'quarter') {
    cautions.push(
      'Quarterly values reach 12 points in three years. Collect monthly while testing changes.'
    );
  } else if (howOften === 'day') {
    cautions.push('Days of the week may differ. Put days together by week if they do.');
  }
  if (points !== undefined && points >= fewestForLimits && points < 20) {
    cautions.push('Treat limits from fewer than 20 points as trial limits.');
  }
  const isShareOfFew =
    counted === 'share' && usualDenominator !== undefined && usualDenominator < 10;
  if (isShareOfFew || (usualCount !== undefined && usualCount >= fewEvents && usualCount < 5)) {
    cautions.push(
      'The numbers are small. Longer periods, such as months for weeks, give steadier points.'
    );
  }
  return cautions;
}
