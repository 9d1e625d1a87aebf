/** What single points take part in, and the state of the last one. */
import type { AnalysedPoint, Analysis, RuleKind, VariationIcon, Verdict } from '../types.ts';
import type { Sheet } from '../figures/sheet.ts';
import { variationOf } from '../icons.ts';
import { flagOf } from '../rules/detect.ts';
import type { RuleSet } from '../rules/rule.ts';
import type { PhaseStretch } from './read-spec.ts';
import { isAboutWholePhase } from './signals.ts';

/** The phase has enough points for its rules to be held to. */
export function isDecided({ outcome }: Verdict): boolean {
  return outcome === 'signal' || outcome === 'no-signal';
}

export function rulesAt(sheet: Sheet, i: number, set: RuleSet): RuleKind[] {
  const flags = sheet.flags[i] ?? 0;
  return set.rules
    .filter(
      (rule, r) => !isAboutWholePhase(rule.kind) && (flags & (flagOf(r, 1) | flagOf(r, -1))) !== 0
    )
    .map(({ kind }) => kind);
}

/**
 * The side on which a point breaks a rule: the first rule of the set that has a side decides. Where
 * one trend ends and another begins, the step to the right decides.
 */
export function sideOf(sheet: Sheet, i: number, phaseEnd: number, set: RuleSet): 1 | -1 | null {
  const flags = sheet.flags[i] ?? 0;
  for (const [r, rule] of set.rules.entries()) {
    if (isAboutWholePhase(rule.kind) || rule.kind === 'within') continue;
    if (rule.kind === 'straddling' || rule.kind === 'alternating') continue;
    const up = (flags & flagOf(r, 1)) !== 0;
    const down = (flags & flagOf(r, -1)) !== 0;
    if (up && down) {
      const next = i + 1 < phaseEnd ? (sheet.value[i + 1] ?? NaN) : NaN;
      return next > (sheet.value[i] ?? NaN) ? 1 : -1;
    }
    if (up || down) return up ? 1 : -1;
  }
  return null;
}

export function variationAt(
  points: readonly AnalysedPoint[],
  sheet: Sheet,
  phases: readonly PhaseStretch[],
  rules: RuleSet,
  verdict: Verdict | undefined,
  improvement: Analysis['improvement']
): VariationIcon | null {
  const end = phases.at(-1)?.to;
  if (!verdict || end === undefined || !isDecided(verdict)) return null;
  const last = points.findLast(({ value, included }) => value !== null && included);
  if (!last || last.phase !== verdict.phase) return null;
  const i = last.position - 1;
  if (last.rules.length === 0) return 'common-cause';
  const side = sideOf(sheet, i, end, rules);
  // The programme shows improvement where a point is both improvement and concern.
  if (rules.id === 'mdc-current' && side !== null && improvement !== 'neutral') {
    const good = improvement === 'increase' ? 1 : -1;
    const flags = sheet.flags[i] ?? 0;
    if (rules.rules.some((_, r) => (flags & flagOf(r, good)) !== 0))
      return variationOf(good, improvement);
  }
  return variationOf(side, improvement);
}
