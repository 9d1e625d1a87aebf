import { lookedThrough } from '#modules/disclosure';
import * as fields from '#platform/fields';
import * as v from 'valibot';
import { fieldSentences } from './sentences.ts';

export const newMeasureInput = lookedThrough({
  planPriorityId: v.pipe(v.string(fieldSentences.priority), v.uuid(fieldSentences.priority)),
  title: fields.neededText(fieldSentences.title),
  wanted: v.optional(v.picklist(['up', 'down', 'not-stated']), 'not-stated'),
  indicatorId: v.optional(v.nullable(v.string()), null),
  source: fields.text(4000),
  position: v.optional(v.pipe(v.number(), v.integer()), 0)
});
