import * as v from 'valibot';
import { lookedThrough } from './looked-through.ts';
import { outputs, floorRule } from './rule.ts';
import { ruleFieldSentences as sentences, ruleLabels } from './rule-sentences.ts';

function wholeFrom(least: number, tooLittle: string) {
  return v.pipe(
    v.nullish(v.union([v.string(), v.number()], sentences.whole), ''),
    v.transform((given) => (typeof given === 'string' ? given.trim() : String(given))),
    v.regex(/^\d{1,6}$/, sentences.whole),
    v.transform(Number),
    v.minValue(least, tooLittle),
    v.maxValue(1000, sentences.most)
  );
}

export const ruleInput = lookedThrough(
  {
    output: v.picklist(outputs),
    hideFrom: v.pipe(
      v.nullish(v.string(sentences.zero), ''),
      v.picklist(['0', '1'], sentences.zero),
      v.transform((given): 0 | 1 => (given === '0' ? 0 : 1))
    ),
    hideTo: wholeFrom(floorRule.hideTo, sentences.floorHide),
    roundTo: wholeFrom(floorRule.roundTo, sentences.floorRound),
    reason: v.pipe(
      v.nullish(v.string(sentences.reason), ''),
      v.trim(),
      v.nonEmpty(sentences.reason),
      v.maxLength(1000, sentences.tooLong)
    ),
    version: v.pipe(
      v.optional(v.union([v.string(), v.number()]), 0),
      v.transform(Number),
      v.integer()
    )
  },
  { names: ruleLabels }
);

export const outputInput = v.object({ output: v.string() });
