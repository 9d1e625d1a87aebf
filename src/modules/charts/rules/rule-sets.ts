/** The rule sets, as data. Their sources and differences: docs/methods/rule-sets.md. */
import type { RuleSetId } from '../types.ts';
import type { Rule, RuleSet } from './rule.ts';

const twoInThree: Rule = {
  kind: 'beyond',
  count: 2,
  of: 3,
  sigma: 2,
  neighbours: 'anywhere',
  outside: 'counts'
};

const fourInFive: Rule = {
  kind: 'beyond',
  count: 4,
  of: 5,
  sigma: 1,
  neighbours: 'anywhere',
  outside: 'counts'
};

const mdcShift: Rule = { kind: 'same-side', length: 7, onCentre: 'breaks' };
const mdcTrend: Rule = { kind: 'trend', length: 7, repeats: 'break' };

export const ruleSets: { readonly [id in RuleSetId]: RuleSet } = {
  anhoej: {
    id: 'anhoej',
    name: 'Anhøj rules',
    rules: [{ kind: 'outside' }, { kind: 'longest-run' }, { kind: 'crossings' }],
    missing: 'skipped',
    fewestPoints: 10,
    source: 'Anhøj and Olesen (2014), PLoS ONE 9(11), e113825; three-sigma rule of Shewhart (1931)'
  },
  mdc: {
    id: 'mdc',
    name: 'Making Data Count, as NHSRplotthedots 0.2.2',
    rules: [
      { kind: 'outside' },
      mdcTrend,
      { ...twoInThree, neighbours: 'same-side', outside: 'does-not-count' },
      mdcShift
    ],
    missing: 'breaks',
    fewestPoints: 13,
    source: 'NHS England, Making Data Count; NHSRplotthedots 0.2.2'
  },
  'mdc-current': {
    id: 'mdc-current',
    name: 'Making Data Count',
    rules: [
      { kind: 'outside' },
      { ...mdcTrend, repeats: 'skipped' },
      { ...twoInThree, neighbours: 'same-side' },
      mdcShift
    ],
    missing: 'breaks',
    fewestPoints: 13,
    source: 'NHS England, Making Data Count (two in three counts every point beyond two sigma)'
  },
  'provost-murray': {
    id: 'provost-murray',
    name: 'Provost and Murray’s five rules',
    rules: [
      { kind: 'outside' },
      { kind: 'same-side', length: 8, onCentre: 'breaks' },
      { kind: 'trend', length: 6, repeats: 'break' },
      twoInThree,
      { kind: 'within', length: 15 }
    ],
    missing: 'breaks',
    fewestPoints: 12,
    source: 'Provost and Murray, The Health Care Data Guide, ch. 4'
  },
  'run-chart': {
    id: 'run-chart',
    name: 'Run-chart rules (Scotland, IHI)',
    rules: [
      { kind: 'same-side', length: 6, onCentre: 'skipped' },
      { kind: 'trend', length: 5, repeats: 'skipped' },
      { kind: 'number-of-runs', tail: 0.025 },
      { kind: 'judgement' }
    ],
    missing: 'skipped',
    fewestPoints: 10,
    source:
      'Perla, Provost and Murray (2011), BMJ Quality & Safety 20(1), 46–51; Swed and Eisenhart (1943)'
  },
  'western-electric': {
    id: 'western-electric',
    name: 'Western Electric rules',
    rules: [
      { kind: 'outside' },
      twoInThree,
      fourInFive,
      { kind: 'same-side', length: 8, onCentre: 'breaks' }
    ],
    missing: 'breaks',
    fewestPoints: 12,
    source: 'Western Electric (1956), Statistical Quality Control Handbook'
  },
  nelson: {
    id: 'nelson',
    name: 'Nelson rules',
    rules: [
      { kind: 'outside' },
      { kind: 'same-side', length: 9, onCentre: 'breaks' },
      { kind: 'trend', length: 6, repeats: 'break' },
      { kind: 'alternating', length: 14 },
      twoInThree,
      fourInFive,
      { kind: 'within', length: 15 },
      { kind: 'straddling', length: 8 }
    ],
    missing: 'breaks',
    fewestPoints: 12,
    source: 'Nelson (1984), Journal of Quality Technology 16(4), 237–239'
  },
  none: {
    id: 'none',
    name: 'No rules',
    rules: [],
    missing: 'skipped',
    fewestPoints: 0,
    source: 'For drawing alone'
  }
};

/** Whether any rule of the set looks at limits, so that a run chart cannot use it. */
export function needsLimits(set: RuleSet): boolean {
  return set.rules.some(
    (rule) => rule.kind === 'beyond' || rule.kind === 'within' || rule.kind === 'straddling'
  );
}

/** Whether any rule of the set looks at the lines one sigma from the centre. */
export function needsInnerLines(set: RuleSet): boolean {
  return set.rules.some(
    (rule) =>
      rule.kind === 'within' ||
      rule.kind === 'straddling' ||
      (rule.kind === 'beyond' && rule.sigma === 1)
  );
}
