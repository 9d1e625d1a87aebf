/**
 * Finding the patterns. Each rule writes two bits a point into `sheet.flags` (upwards and
 * downwards) and, when asked, the stretches it found. One pass a rule, no allocation without
 * findings: the cost grows with the number of points.
 */
import type { Sheet } from '../figures/sheet.ts';
import { findFewCrossings, findLongRuns, findOddNumberOfRuns } from './detect-phase.ts';
import { findAlternating, findSameSide, findTrends } from './detect-rows.ts';
import { findBeyond, findOutside, findZoneRow } from './detect-zones.ts';
import type { Finding } from './finding.ts';
import type { Rule, RuleSet } from './rule.ts';

export { isOutside } from './detect-zones.ts';
export { flagOf, type Finding } from './finding.ts';

/**
 * Applies every rule of the set to the points `from..to` (one phase). Clears their flags first.
 * Excluded points are passed over; a missing value breaks a row of neighbours or is passed over,
 * as the set says.
 */
export function detectSignals(
  set: RuleSet,
  sheet: Sheet,
  from: number,
  to: number,
  findings: Finding[] | null
): void {
  const { flags, order, included, value } = sheet;
  const breaks = set.missing === 'breaks';
  let count = 0;
  for (let i = from; i < to; i++) {
    flags[i] = 0;
    if (included[i] !== 1) continue;
    const v = value[i] as number; // i is inside the column
    if (v === v) order[count++] = i;
    else if (breaks) order[count++] = -1;
  }
  const rules = set.rules;
  for (let r = 0; r < rules.length; r++) {
    const rule = rules[r] as Rule; // r < length
    switch (rule.kind) {
      case 'outside':
        findOutside(sheet, count, rule, r, findings);
        break;
      case 'same-side':
        findSameSide(
          sheet,
          count,
          rule,
          r,
          rule.length,
          rule.onCentre === 'skipped',
          null,
          findings
        );
        break;
      case 'trend':
        findTrends(sheet, count, rule, r, findings);
        break;
      case 'beyond':
        findBeyond(sheet, count, rule, r, findings);
        break;
      case 'within':
      case 'straddling':
        findZoneRow(sheet, count, rule, r, findings);
        break;
      case 'alternating':
        findAlternating(sheet, count, rule, r, findings);
        break;
      case 'longest-run':
        findLongRuns(sheet, count, rule, r, findings);
        break;
      case 'crossings':
        findFewCrossings(sheet, count, rule, r, findings);
        break;
      case 'number-of-runs':
        findOddNumberOfRuns(sheet, count, rule, r, findings);
        break;
      case 'judgement':
        break; // nothing to calculate
    }
  }
}
