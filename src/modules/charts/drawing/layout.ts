/** One chart as a drawing: where everything stands. */
import type { Analysis, DrawOptions } from '../types.ts';
import { sayFigure } from '../analysis/wording.ts';
import { annotationMarks, planAnnotations } from './annotations.ts';
import { horizontalAxis, turnedNamesWidth, valueRange, verticalAxis } from './axis.ts';
import { grid, timeTicks } from './axis-marks.ts';
import { chartTitle, describeChart } from './describe.ts';
import { endLabels, gutterWidth, legend, placeEndLabels } from './labels.ts';
import { centreLines, dataLine, limitLines, phaseMarks, pointMarks, targetLine } from './lines.ts';
import type { Drawing, Mark } from './marks.ts';
import { shorten, textWidth, wrapText } from './metrics.ts';
import type { Plot } from './plot.ts';
import { runMarks } from './runs.ts';

const smallestWidth = 200;
const narrowBelow = 560;
const turnedHeight = 78;
/** A plot lower than this says nothing; the picture grows instead. */
const lowestPlot = 48;

/** The chart as data: marks with their places, and the words that go with them. */
export function layoutChart(analysis: Analysis, options: DrawOptions = {}): Drawing {
  const width = Math.max(smallestWidth, Math.round(sizeOr(options.width, 960)));
  const isCompact = options.compact ?? false;
  const isNarrow = isCompact || width < narrowBelow;
  const size = isNarrow ? 12 : 13;
  const unit = options.unit ?? analysis.unit;
  const title = chartTitle(analysis, options);

  // Above the plot: title, axis name, legend.
  const head: Mark[] = [];
  let y = isCompact ? 2 : 4;
  if (options.titleShown ?? isCompact) {
    const titleSize = isCompact ? 13 : isNarrow ? 15 : 18;
    for (const line of wrapText(title, titleSize * 1.04, width - 8, isCompact ? 1 : 2)) {
      head.push({ kind: 'text', x: 0, y: y + titleSize, text: line, ink: 'ink', size: titleSize, anchor: 'start', weight: 600 }); // prettier-ignore
      y += titleSize + 5;
    }
    y += isCompact ? 0 : 4;
  }
  const axisName = isCompact ? null : axisNameOf(analysis, options, unit, title);
  if (axisName !== null) {
    head.push({ kind: 'text', x: 0, y: y + size, text: shorten(axisName, size, width - 8), ink: 'muted', size, anchor: 'start' }); // prettier-ignore
    y += size + 8;
  }
  if (!isCompact) {
    const shapes = legend(analysis, options, 0, width, y, size);
    head.push(...shapes.marks);
    y += shapes.height + (shapes.height > 0 ? 4 : 0);
  }

  // Beside the plot: ticks on the left, names of the lines on the right.
  const labels = endLabels(analysis, unit);
  const range = valueRange(shownValues(analysis), unit === '%', options.yFrom, options.yTo);
  const roughAxis = verticalAxis(range, 0, options.height ?? 300, unit, size);
  const ticksWidth = Math.max(12, ...roughAxis.ticks.map(({ label }) => textWidth(label, size)));
  const gutter = isCompact
    ? lastValueWidth(analysis, unit, size)
    : Math.min(width * 0.34, gutterWidth(labels, size, isNarrow));
  const right = width - gutter;
  const left = Math.max(
    Math.ceil(ticksWidth) + 9,
    turnedNamesWidth(analysis, width - gutter, size)
  );
  const x = horizontalAxis(analysis, left, right, size, isCompact);
  const plan = planAnnotations(
    analysis,
    options.annotations ?? [],
    x.place,
    left,
    right,
    width,
    size,
    isNarrow,
    isCompact
  );

  // Under the plot: ticks, key of the annotations, source.
  const hasYears = x.ticks.some(({ under }) => under !== null);
  const nameLines = Math.max(1, ...x.ticks.map(({ lines }) => lines.length));
  const axisHeight = x.turn !== 0 ? turnedHeight : size * nameLines + 9 + (hasYears ? size + 3 : 0);
  const sourceHeight = options.source === undefined || isCompact ? 0 : size + 8;
  const hasPhaseNames = !isCompact && analysis.phases.length > 1;
  const annotationsFoot = y + (plan.above || (isCompact ? 4 : 6));
  const top = annotationsFoot + (hasPhaseNames ? size + 4 : 0);
  const below = axisHeight + plan.below + sourceHeight + 2;
  const usual = isCompact ? 110 : Math.round((isNarrow ? 210 : 290) + top);
  const height = Math.round(
    Math.max(sizeOr(options.height, usual + below), top + lowestPlot + below)
  );
  const bottom = height - below;
  const vertical = verticalAxis(range, top, bottom, unit, size);
  const plot: Plot = {
    analysis,
    options,
    unit,
    left,
    right,
    top,
    bottom,
    x,
    y: vertical.scale,
    size,
    isNarrow,
    isCompact
  };

  const runs = runMarks(plot);
  const marks: Mark[] = [
    ...runs.bands,
    ...grid(plot, vertical),
    ...phaseMarks(plot).filter(({ kind }) => kind === 'line'),
    ...limitLines(plot),
    ...targetLine(plot),
    ...centreLines(plot),
    ...annotationMarks(plan, annotationsFoot, bottom, bottom + axisHeight, size),
    ...dataLine(plot),
    ...pointMarks(plot),
    ...phaseMarks(plot).filter(({ kind }) => kind === 'text'),
    ...baselineMarks(plot),
    ...runs.labels,
    ...timeTicks(plot, hasYears),
    ...(isCompact ? lastValue(plot) : placeEndLabels(plot, labels, gutter)),
    ...head
  ];
  if (sourceHeight > 0 && options.source !== undefined) {
    marks.push({ kind: 'text', x: 0, y: height - 5, text: shorten(`Source: ${options.source}`, size, width - 4), ink: 'muted', size, anchor: 'start' }); // prettier-ignore
  }
  return {
    width,
    height,
    id: options.id ?? `chart-${fingerprint(analysis, title, width)}`,
    title,
    description: describeChart(analysis, options),
    marks
  };
}

function sizeOr(given: number | undefined, usual: number): number {
  return given !== undefined && Number.isFinite(given) ? given : usual;
}

function axisNameOf(
  analysis: Analysis,
  options: DrawOptions,
  unit: string,
  title: string
): string | null {
  if (options.yLabel !== undefined) return options.yLabel;
  if (analysis.measure !== null && !(options.titleShown && title.startsWith(analysis.measure))) {
    return analysis.measure;
  }
  return unit === '' || unit === '%' ? null : unit.charAt(0).toUpperCase() + unit.slice(1);
}

function shownValues(analysis: Analysis): number[] {
  const shown: number[] = [];
  for (const { value, centre, lower, upper } of analysis.points) {
    for (const each of [value, centre, lower, upper]) if (each !== null) shown.push(each);
  }
  if (analysis.target) shown.push(analysis.target.value);
  return shown;
}

/** A bar along the foot of the plot under a frozen baseline. */
function baselineMarks({ analysis, x, bottom, size, isCompact }: Plot): Mark[] {
  return analysis.phases.flatMap((phase): Mark[] => {
    if (phase.frozenTo === null) return [];
    const start = x.at[phase.from - 1] ?? 0;
    const end = x.at[phase.frozenTo - 1] ?? start;
    const bar: Mark = { kind: 'box', x: start, y: bottom - 4, width: end - start, height: 3, ink: 'median', opacity: 0.75 }; // prettier-ignore
    if (isCompact || textWidth('Baseline', size) > end - start) return [bar];
    return [
      bar,
      {
        kind: 'text',
        x: start,
        y: bottom - 8,
        text: 'Baseline',
        ink: 'median',
        size,
        anchor: 'start',
        halo: true
      }
    ];
  });
}

function lastValueText(analysis: Analysis, unit: string): string | null {
  const last = analysis.points.findLast(({ value }) => value !== null);
  return last?.value === null || last === undefined
    ? null
    : sayFigure(last.value, analysis.decimals, unit);
}

function lastValueWidth(analysis: Analysis, unit: string, size: number): number {
  const text = lastValueText(analysis, unit);
  return text === null ? 4 : Math.ceil(textWidth(text, size)) + 10;
}

function lastValue({ analysis, unit, x, y, size }: Plot): Mark[] {
  const last = analysis.points.findLast(({ value }) => value !== null);
  const text = lastValueText(analysis, unit);
  if (!last || last.value === null || text === null) return [];
  return [
    { kind: 'text', x: (x.at[last.position - 1] ?? 0) + 8, y: y(last.value) + size * 0.36, text, ink: 'ink', size, anchor: 'start', weight: 600 } // prettier-ignore
  ];
}

/** A short name from the content, the same on server and in browser (FNV-1a). */
function fingerprint(analysis: Analysis, title: string, width: number): string {
  let hash = 0x811c9dc5;
  const add = (text: string) => {
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  };
  add(`${title}/${analysis.type}/${width}/${analysis.points.length}`);
  for (const { x, value } of analysis.points) add(`${x}:${value ?? ''}`);
  return (hash >>> 0).toString(36);
}
