/** A page of many small charts of the same kind: one a measure, a place or a setting. */
import type { Result } from '#core/result';
import { analyseChart } from './analysis/analyse.ts';
import { lastValueWords } from './drawing/table.ts';
import { drawChart } from './drawing/draw.ts';
import { valueRange } from './drawing/axis.ts';
import { latestSide } from './latest.ts';
import type { Analysis, ChartProblem, ChartSpec, DrawOptions } from './types.ts';

export interface SmallChartRequest {
  /** Identifies the chart on its page; becomes part of the ids in the picture. */
  readonly key: string;
  readonly title: string;
  readonly spec: ChartSpec;
}

/** How soon a chart wants looking at. */
export type Attention = 'worse' | 'signal' | 'better' | 'quiet' | 'too-few' | 'refused';

export type SmallChart = {
  readonly key: string;
  readonly title: string;
  readonly attention: Attention;
} & (
  | {
      readonly isDrawn: true;
      readonly svg: string;
      readonly summary: string;
      readonly lastValue: string | null;
      readonly analysis: Analysis;
    }
  | { readonly isDrawn: false; readonly problem: ChartProblem }
);

export interface MultiplesOptions extends Pick<DrawOptions, 'width' | 'height' | 'colours'> {
  /** All charts share one vertical axis. Only sensible for one measure in many places. */
  readonly sharedScale?: boolean;
  /** Most urgent first; otherwise in the order given. */
  readonly sorted?: boolean;
}

const urgency: readonly Attention[] = ['worse', 'signal', 'better', 'quiet', 'too-few', 'refused'];

/**
 * Analyses and draws every chart, small. A chart that is refused keeps its place, with its problem.
 *
 * Units: sizes in CSS pixels, 300 × 150 unless given otherwise.
 */
export function smallMultiples(
  requests: readonly SmallChartRequest[],
  options: MultiplesOptions = {}
): SmallChart[] {
  const answers = requests.map((request) => ({ request, answer: analyseChart(request.spec) }));
  const scale = options.sharedScale ? sharedRange(answers.map(({ answer }) => answer)) : {};
  const charts = answers.map(({ request, answer }): SmallChart => {
    const { key, title } = request;
    if (!answer.ok) {
      return { key, title, attention: 'refused', isDrawn: false, problem: answer.error };
    }
    const analysis = answer.value;
    const svg = drawChart(analysis, {
      width: options.width ?? 300,
      height: options.height ?? 150,
      compact: true,
      id: `small-${key}`,
      title,
      ...(options.colours === undefined ? {} : { colours: options.colours }),
      ...scale
    });
    return {
      key,
      title,
      attention: attentionOf(analysis),
      isDrawn: true,
      svg,
      summary: analysis.summary,
      lastValue: lastValueWords(analysis),
      analysis
    };
  });
  if (options.sorted !== true) return charts;
  return charts.sort((a, b) => urgency.indexOf(a.attention) - urgency.indexOf(b.attention));
}

function attentionOf(analysis: Analysis): Attention {
  const verdict = analysis.verdicts.at(-1);
  if (!verdict || verdict.outcome === 'too-few-points' || verdict.outcome === 'no-data')
    return 'too-few';
  if (verdict.outcome !== 'signal') return 'quiet';
  const side = latestSide(analysis);
  return side === 'better' || side === 'worse' ? side : 'signal';
}

function sharedRange(
  answers: readonly Result<Analysis, ChartProblem>[]
): Pick<DrawOptions, 'yFrom' | 'yTo'> {
  const shown: number[] = [];
  let isPercentage = true;
  for (const answer of answers) {
    if (!answer.ok) continue;
    if (answer.value.unit !== '%') isPercentage = false;
    for (const { value, centre, lower, upper } of answer.value.points) {
      for (const each of [value, centre, lower, upper]) if (each !== null) shown.push(each);
    }
    if (answer.value.target) shown.push(answer.value.target.value);
  }
  if (shown.length === 0) return {};
  const [yFrom, yTo] = valueRange(shown, isPercentage, undefined, undefined);
  return { yFrom, yTo };
}
