import { lookedThrough } from '#modules/disclosure';
import { neededText, version } from '#platform/fields';
import * as v from 'valibot';
import { mattersKind, pathwayLinkKind, worksKind } from './kinds.ts';
import { fieldSentences as say } from './sentences.ts';

const name = (sentence: string) => neededText(sentence, 100);

/** The factor that is rated, and the version that was read; 0 when nothing was there yet. */
const rated = { factor: name(say.factor), version: v.optional(version, 0) };

export const mattersInput = lookedThrough(
  { ...rated, outcome: name(say.outcome), age: name(say.age), ...mattersKind.entries },
  { names: mattersKind.labels }
);

export const worksInput = lookedThrough(
  { ...rated, ...worksKind.entries },
  { names: worksKind.labels }
);

export const newLinkInput = lookedThrough(
  { from: name(say.factor), to: name(say.to), ...pathwayLinkKind.entries },
  { names: pathwayLinkKind.labels }
);

export const insightVersionInput = v.object({ id: v.pipe(v.string(), v.uuid()), version });

export const insightsInput = v.object({
  /** Empty for every factor. */
  factor: v.optional(v.string(), ''),
  show: v.optional(v.picklist(['current', 'archived', 'all']), 'current')
});

export const matrixInput = v.object({
  outcome: v.optional(v.string()),
  age: v.optional(v.string()),
  sort: v.optional(v.string(), 'factor'),
  /** An age or an outcome to lay beside the chosen one; empty when nothing is. */
  compare: v.optional(v.string(), '')
});

export const factorInput = v.object({ factor: v.string() });

export const pathwaysInput = v.object({
  from: v.optional(v.string(), ''),
  to: v.optional(v.string(), '')
});
