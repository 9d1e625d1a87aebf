export const riskKinds = [
  'practice',
  'support',
  'reputation',
  'partnership',
  'data',
  'external'
] as const;
export type RiskKind = (typeof riskKinds)[number];

/** From the least to the most. */
export const likelihoods = ['unlikely', 'possible', 'likely'] as const;
export type Likelihood = (typeof likelihoods)[number];

/** From the least to the most. */
export const impacts = ['slight', 'serious', 'severe'] as const;
export type Impact = (typeof impacts)[number];

export const riskStatuses = ['open', 'happened', 'closed'] as const;
export type RiskStatus = (typeof riskStatuses)[number];

/** How much attention a risk needs, from both words together. */
export const riskLevels = ['high', 'middle', 'low'] as const;
export type RiskLevel = (typeof riskLevels)[number];

export const resourceKinds = ['money', 'time', 'goods', 'goodwill'] as const;
export type ResourceKind = (typeof resourceKinds)[number];

/** What amounts are counted in. They are never added together. */
export const units = ['pounds', 'hours'] as const;
export type Unit = (typeof units)[number];

export const foundFroms = [
  'existing',
  'moved',
  'new',
  'grant',
  'government',
  'not-stated'
] as const;
export type FoundFrom = (typeof foundFroms)[number];
