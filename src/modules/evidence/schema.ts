import { lookedThrough } from '#modules/disclosure';
import * as v from 'valibot';
import { fieldLabels, fieldSentences } from './sentences.ts';
import { linkEffects, ownConfidences, ownSecurities, ownStrengths } from './types.ts';

const most = 2000;

const text = (sentence: string, longest = most) =>
  v.pipe(
    v.string(sentence),
    v.trim(),
    v.nonEmpty(sentence),
    v.maxLength(longest, fieldSentences.tooLong)
  );

const optionalText = (longest: number) =>
  v.optional(v.pipe(v.string(), v.trim(), v.maxLength(longest, fieldSentences.tooLong)), '');

const day = (sentence: string) =>
  v.pipe(
    v.string(sentence),
    v.nonEmpty(sentence),
    v.isoDate(fieldSentences.notADate),
    v.check(isInCalendar, fieldSentences.notADate)
  );

function isInCalendar(date: string): boolean {
  const moment = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date);
}

const name = (sentence: string) =>
  v.pipe(v.string(sentence), v.nonEmpty(sentence), v.maxLength(100));

/** The version that was read; 0 when nothing was there yet. */
const version = v.pipe(
  v.optional(v.union([v.string(), v.number()]), 0),
  v.transform(Number),
  v.integer(),
  v.minValue(0)
);

const looked = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  lookedThrough(entries, { names: fieldLabels });

/** One of a few; a form sends nothing at all while none is chosen. */
const choice = <const Options extends readonly string[]>(options: Options, sentence: string) =>
  v.pipe(v.optional(v.string(sentence), ''), v.picklist(options, sentence));

const ratingHead = {
  factor: name(fieldSentences.factor),
  confidence: choice(ownConfidences, fieldSentences.confidence),
  source: text(fieldSentences.source, 500),
  datedOn: day(fieldSentences.datedOn),
  reason: text(fieldSentences.reason),
  version
};

export const mattersInput = looked({
  ...ratingHead,
  outcome: name(fieldSentences.outcome),
  age: name(fieldSentences.age),
  strength: choice(ownStrengths, fieldSentences.strength)
});

export const worksInput = looked({
  ...ratingHead,
  strength: choice(ownSecurities, fieldSentences.strength)
});

export const ratingRemovalInput = v.object({ id: v.pipe(v.string(), v.uuid()), version });

const insightFields = {
  factor: name(fieldSentences.factor),
  /** Empty when it bears on the factor as a whole. */
  outcome: optionalText(100),
  noticed: text(fieldSentences.noticed),
  noticedWhere: optionalText(300),
  noticedOn: day(fieldSentences.noticedOn),
  noticedBy: text(fieldSentences.noticedBy, 200)
};

export const newInsightInput = looked(insightFields);

export const insightInput = looked({
  ...insightFields,
  id: v.pipe(v.string(), v.uuid()),
  version
});

export const insightVersionInput = v.object({ id: v.pipe(v.string(), v.uuid()), version });

export const insightsInput = v.object({
  /** Empty for every factor. */
  factor: v.optional(v.string(), ''),
  show: v.optional(v.picklist(['current', 'archived', 'all']), 'current')
});

export const oneInsightInput = v.object({ id: v.string() });

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

const linkWords = {
  effect: choice(linkEffects, fieldSentences.effect),
  confidence: choice(ownConfidences, fieldSentences.confidence),
  reason: text(fieldSentences.reason),
  source: text(fieldSentences.linkSource, 500),
  datedOn: day(fieldSentences.datedOn)
};

export const newLinkInput = looked({
  from: name(fieldSentences.factor),
  to: name(fieldSentences.to),
  ...linkWords
});

export const changedLinkInput = looked({
  ...linkWords,
  id: v.pipe(v.string(), v.uuid()),
  version
});

export const removedLinkInput = v.object({ id: v.pipe(v.string(), v.uuid()), version });
