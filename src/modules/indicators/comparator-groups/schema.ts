import * as v from 'valibot';
import { lookedThrough } from '#modules/disclosure';
import { neededText, text } from '#platform/fields';
import { fewestPeers } from '../comparators.ts';
import { comparatorLabels } from '../labels.ts';
import { fieldSentences, groupSentences } from '../sentences.ts';

/** Codes of areas: nothing, one, or a list, each once. */
const areas = v.pipe(
  v.optional(v.union([v.array(v.string()), v.string()]), []),
  v.transform((given) => [...new Set(typeof given === 'string' ? [given] : given)]),
  v.transform((codes) => codes.filter((code) => code !== '')),
  v.minLength(fewestPeers, groupSentences.tooFew),
  v.maxLength(400, fieldSentences.tooLong)
);

const fields = {
  name: neededText(groupSentences.name, 60),
  reason: text(1000),
  source: text(500),
  areas
};

const uuid = v.pipe(v.string(), v.uuid());
const version = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform(Number),
  v.integer(),
  v.minValue(1)
);

export const newGroupInput = lookedThrough(fields, { names: comparatorLabels });
export const changedGroupInput = lookedThrough(
  { ...fields, id: uuid, version },
  { names: comparatorLabels }
);
export const oneGroupInput = v.object({ id: uuid });
