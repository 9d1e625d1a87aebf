import type {
  FoundFrom,
  Impact,
  Likelihood,
  ResourceKind,
  RiskKind,
  RiskLevel,
  RiskStatus,
  Unit
} from './types.ts';

type Names<Value extends string> = Readonly<Record<Value, string>>;

export const riskKindNames: Names<RiskKind> = {
  practice: 'Practice: work with families is not safe or does not do what it should',
  support: 'What the work rests on, such as money, staff or buildings',
  reputation: 'Reputation',
  partnership: 'The partnership itself',
  data: 'Data',
  external: 'Change from outside'
};
/** In a word, for tables. */
export const riskKindWords: Names<RiskKind> = {
  practice: 'Practice',
  support: 'What the work rests on',
  reputation: 'Reputation',
  partnership: 'Partnership',
  data: 'Data',
  external: 'Change from outside'
};
export const likelihoodNames: Names<Likelihood> = {
  unlikely: 'Unlikely',
  possible: 'Possible',
  likely: 'Likely'
};
export const impactNames: Names<Impact> = {
  slight: 'Slight: work goes on as planned',
  serious: 'Serious: an aim is late or costs more',
  severe: 'Severe: an aim is lost, or people come to harm'
};
export const impactWords: Names<Impact> = {
  slight: 'Slight',
  serious: 'Serious',
  severe: 'Severe'
};
export const riskStatusNames: Names<RiskStatus> = {
  open: 'Open',
  happened: 'It happened',
  closed: 'No longer a risk'
};
export const riskLevelNames: Names<RiskLevel> = {
  high: 'High',
  middle: 'Middle',
  low: 'Low'
};

export const resourceKindNames: Names<ResourceKind> = {
  money: 'Money',
  time: 'People’s time',
  goods: 'Buildings or materials',
  goodwill: 'A commitment, in words'
};
export const resourceKindHints: Names<ResourceKind> = {
  money: 'Counted in pounds',
  time: 'Counted in hours a year',
  goods: 'Counted in pounds, where there is a price',
  goodwill: 'Not counted'
};
export const unitNames: Names<Unit> = { pounds: 'Pounds', hours: 'Hours' };
export const foundFromNames: Names<FoundFrom> = {
  existing: 'Budgets and posts that are there',
  moved: 'Moved from something else',
  new: 'New money or people',
  grant: 'A grant',
  government: 'Asked of government',
  'not-stated': 'Not stated'
};
