/** The table beside a chart, and the same as CSV. */
import type { AnalysedPoint, Analysis, ChartTable, DrawOptions, WhyMissing } from '../types.ts';
import { sayFigure, sayFixed, sayNumber } from '../analysis/wording.ts';
import { chartTitle } from './describe.ts';

type Column = {
  readonly key: string;
  readonly label: string;
  readonly numeric: boolean;
  readonly cell: (point: AnalysedPoint) => string;
};

const missingWords: { readonly [why in WhyMissing]: string } = {
  suppressed: 'hidden (small number)',
  low: 'low (rounds to zero)',
  'not-collected': 'not collected',
  'not-available': 'not available',
  'not-applicable': 'does not apply'
};

const ruleWords = {
  outside: 'beyond a limit',
  'same-side': 'run on one side',
  trend: 'trend',
  beyond: 'near a limit',
  within: 'close to the centre',
  straddling: 'away from the centre',
  alternating: 'up and down in turn',
  'longest-run': 'long run on one side',
  crossings: 'few crossings',
  'number-of-runs': 'number of runs',
  judgement: 'to look at'
} as const;

/**
 * The chart as rows: one a point, with counts where there are denominators, limits where there are
 * any, and the signals in words.
 */
export function chartTable(
  analysis: Analysis,
  options: Pick<DrawOptions, 'title' | 'unit' | 'yLabel'> = {}
): ChartTable {
  const { decimals, points, centreName } = analysis;
  const unit = options.unit ?? analysis.unit;
  const inUnit = unit === '' ? '' : ` (${unit})`;
  const fixed = (value: number | null) => (value === null ? '' : sayFixed(value, decimals));
  const count = (value: number | null) => (value === null ? '' : sayNumber(value, 2));
  const has = (test: (point: AnalysedPoint) => boolean) => points.some(test);
  const columns: Column[] = [
    { key: 'x', label: analysis.xKind === 'date' ? 'Date' : analysis.xKind === 'index' ? 'Point' : 'Name', numeric: analysis.xKind === 'index', cell: ({ label }) => label } // prettier-ignore
  ];
  if (has(({ denominator }) => denominator !== null)) {
    columns.push(
      {
        key: 'numerator',
        label: 'Count',
        numeric: true,
        cell: ({ numerator }) => count(numerator)
      },
      {
        key: 'denominator',
        label: 'Of',
        numeric: true,
        cell: ({ denominator }) => count(denominator)
      }
    );
  }
  columns.push(
    { key: 'value', label: `${options.yLabel ?? analysis.measure ?? 'Value'}${inUnit}`, numeric: true, cell: valueCell(decimals) }, // prettier-ignore
    {
      key: 'centre',
      label: `${centreName}${inUnit}`,
      numeric: true,
      cell: ({ centre }) => fixed(centre)
    }
  );
  if (has(({ upper, lower }) => upper !== null || lower !== null)) {
    columns.push(
      {
        key: 'lower',
        label: `Lower limit${inUnit}`,
        numeric: true,
        cell: ({ lower }) => fixed(lower)
      },
      {
        key: 'upper',
        label: `Upper limit${inUnit}`,
        numeric: true,
        cell: ({ upper }) => fixed(upper)
      }
    );
  }
  if (analysis.phases.length > 1) {
    columns.push({
      key: 'phase',
      label: 'Phase',
      numeric: true,
      cell: ({ phase }) => String(phase)
    });
  }
  if (has(({ rules }) => rules.length > 0)) {
    columns.push({ key: 'signal', label: 'Signal', numeric: false, cell: signalCell });
  }
  if (has(({ included }) => !included)) {
    columns.push({ key: 'included', label: 'In the calculation', numeric: false, cell: ({ included }) => (included ? 'yes' : 'left out') }); // prettier-ignore
  }
  return {
    caption: `${chartTitle(analysis, options)}. ${analysis.summary}`,
    columns: columns.map(({ key, label, numeric }) => ({ key, label, numeric })),
    rows: points.map((point) => columns.map(({ cell }) => cell(point)))
  };
}

function valueCell(decimals: number) {
  return ({ value, whyMissing }: AnalysedPoint) =>
    value === null ? missingWords[whyMissing ?? 'not-collected'] : sayFixed(value, decimals);
}

function signalCell({ rules, meaning }: AnalysedPoint): string {
  if (rules.length === 0) return '';
  const names = [...new Set(rules.map((rule) => ruleWords[rule]))].join(', ');
  if (meaning === 'improvement') return `${names}: for the better`;
  return meaning === 'concern' ? `${names}: for the worse` : names;
}

/**
 * The chart as CSV (RFC 4180) with full figures, for a spreadsheet or another tool: ISO dates,
 * points as decimal marks, empty where missing. A cell that a spreadsheet would read as a formula
 * is preceded by an apostrophe.
 */
export function chartCsv(analysis: Analysis): string {
  const header = [
    'x', 'value', 'numerator', 'denominator', 'phase', 'centre', 'lower', 'upper', 'lower2', 'upper2', 'baseline', 'included', 'signal', 'meaning', 'why_missing'
  ]; // prettier-ignore
  const rows = analysis.points.map((point) => [
    point.x,
    point.value,
    point.numerator,
    point.denominator,
    point.phase,
    point.centre,
    point.lower,
    point.upper,
    point.lowerNear,
    point.upperNear,
    point.baseline ? 'yes' : 'no',
    point.included ? 'yes' : 'no',
    point.rules.join(' '),
    point.meaning,
    point.whyMissing
  ]);
  return [header, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n') + '\r\n';
}

function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The last value in words, for lists: "62% in Mar 2024". */
export function lastValueWords(analysis: Analysis): string | null {
  const last = analysis.points.findLast(({ value }) => value !== null);
  if (!last || last.value === null) return null;
  const value = sayFigure(last.value, analysis.decimals, analysis.unit);
  return analysis.xKind === 'date' ? `${value} in ${last.label}` : value;
}
