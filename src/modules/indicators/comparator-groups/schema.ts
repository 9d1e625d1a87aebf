import * as v from 'valibot';
import { neededText, text, ticked as box } from '#platform/fields';
import { fewestPeers } from '../comparators.ts';
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
  areas,
  /** The box by which somebody says that a text was looked through again. */
  checkedForPeople: box
};

const uuid = v.pipe(v.string(), v.uuid());
const version = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform(Number),
  v.integer(),
  v.minValue(1)
);

export const newGroupInput = v.object(fields);
export const changedGroupInput = v.object({ ...fields, id: uuid, version });
export const oneGroupInput = v.object({ id: uuid });
