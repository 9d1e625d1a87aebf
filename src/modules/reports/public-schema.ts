import { lookedThrough } from '#modules/disclosure';
import { ticked as box } from '#platform/fields';
import * as v from 'valibot';
import { publicFieldSentences } from './public-sentences.ts';

const version = v.pipe(
  v.optional(v.union([v.string(), v.number()]), 0),
  v.transform(Number),
  v.integer(),
  v.minValue(0)
);

/** A field of tick boxes: nothing, one text or several. */
const ticked = v.pipe(
  v.optional(v.union([v.string(), v.array(v.string())]), []),
  v.transform((value) => [value].flat().filter((one) => one !== ''))
);

export const publicChoicesInput = lookedThrough(
  {
    introduction: v.optional(
      v.pipe(
        v.string(),
        v.transform((text) => text.replaceAll('\r\n', '\n').trim()),
        v.maxLength(4000, publicFieldSentences.tooLong)
      ),
      ''
    ),
    showHope: box,
    aims: v.pipe(
      ticked,
      v.transform((ids) => [...new Set(ids)]),
      v.array(v.pipe(v.string(), v.uuid()))
    ),
    indicators: v.pipe(
      ticked,
      v.transform((ids) => [...new Set(ids)]),
      v.array(v.pipe(v.string(), v.maxLength(200)))
    ),
    decisions: v.pipe(
      ticked,
      v.transform((ids) => [...new Set(ids)]),
      v.array(v.pipe(v.string(), v.uuid()))
    ),
    version
  },
  { names: { introduction: 'Introduction' } }
);

const services = v.pipe(
  ticked,
  v.transform((ids) => [...new Set(ids)]),
  v.array(v.pipe(v.string(), v.uuid()))
);
export const feedChoicesInput = v.object({ services, withoutPlace: services, version });
