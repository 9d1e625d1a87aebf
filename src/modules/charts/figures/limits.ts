/**
 * Centre lines and limits of every chart, phase by phase. The formulas, their sources and their
 * worked examples are in docs/methods/control-charts.md and docs/methods/run-charts.md.
 */
import type { ChartType } from '../types.ts';
import type { LimitSettings } from './limit-lines.ts';
import {
  casesBetweenLimits,
  countLimits,
  ratioLimits,
  timeBetweenLimits
} from './limits-of-counts.ts';
import {
  iPrimeLimits,
  individualLimits,
  movingRangeLimits,
  runLimits,
  subgroupLimits
} from './limits-of-measurements.ts';
import type { Sheet } from './sheet.ts';

export type { LimitSettings } from './limit-lines.ts';

/**
 * Fills `centre` and the limits of the points `from..to` (one phase), reading `numerator`,
 * `denominator`, `size`, `spread`, `value` and `base`. MR and T charts also write `value`.
 */
export function calculateLimits(
  type: ChartType,
  sheet: Sheet,
  from: number,
  to: number,
  settings: LimitSettings
): void {
  switch (type) {
    case 'run':
      return runLimits(sheet, from, to, settings);
    case 'i':
      return individualLimits(sheet, from, to, settings);
    case 'mr':
      return movingRangeLimits(sheet, from, to, settings);
    case 'ip':
      return iPrimeLimits(sheet, from, to, settings);
    case 'xbar':
    case 's':
      return subgroupLimits(type, sheet, from, to, settings);
    case 't':
      return timeBetweenLimits(sheet, from, to, settings);
    case 'p':
    case 'pp':
    case 'u':
    case 'up':
      return ratioLimits(type, sheet, from, to, settings);
    case 'c':
      return countLimits(sheet, from, to, settings);
    case 'g':
      return casesBetweenLimits(sheet, from, to, settings);
  }
}
