import type { StageRecord } from '#modules/vocabulary';
import type { Readiness, StageConfidence, StageStanding } from './types.ts';

export const stageStandingNames: Readonly<Record<StageStanding, string>> = {
  'not-begun': 'Not begun',
  'under-way': 'Under way',
  resting: 'Resting',
  reviewed: 'Reviewed'
};

export const readinessNames: Readonly<Record<Readiness, string>> = {
  have: 'We have it',
  partly: 'Partly',
  not: 'Not yet'
};

export const confidenceNames: Readonly<Record<StageConfidence, string>> = {
  high: 'High',
  moderate: 'Moderate',
  low: 'Low'
};

/** The shapes beside the words, so that colour never carries them alone. */
export const confidenceShapes: Readonly<Record<StageConfidence, string>> = {
  high: '●',
  moderate: '▲',
  low: '■'
};

const recordNames: Readonly<Record<StageRecord, readonly [one: string, more: string]>> = {
  considered: ['factor on the long list', 'factors on the long list'],
  decisions: ['decision about a kind of action', 'decisions about kinds of action'],
  groups: ['group', 'groups'],
  indicators: ['indicator', 'indicators'],
  insights: ['insight', 'insights'],
  measures: ['measure', 'measures'],
  'pathway-links': ['link of your own', 'links of your own'],
  priorities: ['chosen factor', 'chosen factors'],
  programmes: ['programme', 'programmes'],
  questions: ['question of need', 'questions of need'],
  services: ['service', 'services'],
  sources: ['source', 'sources'],
  'strategy-versions': ['version of the strategy', 'versions of the strategy'],
  tests: ['test of change', 'tests of change'],
  voices: ['voice', 'voices']
};

/** How many records of a kind there are, in words: "4 questions of need". */
export function recordsInWords(kind: StageRecord, count: number): string {
  const [one, more] = recordNames[kind];
  return `${count} ${count === 1 ? one : more}`;
}
