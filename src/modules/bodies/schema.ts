import { lookedThrough } from '#modules/disclosure';
import * as fields from '#platform/fields';
import * as v from 'valibot';
import { fieldSentences as say } from './sentences.ts';
import { versionReasons } from './types.ts';

const reasons = v.pipe(
  v.nullish(v.union([v.string(), v.array(v.string())]), []),
  v.transform((given) => [given].flat().filter((one) => one !== '')),
  v.array(v.picklist(versionReasons, 'Choose from the list'))
);

/** What is said of a version when it is made. */
export const newVersionInput = lookedThrough({
  title: fields.neededText(say.title, 300),
  period: fields.text(200),
  reasons,
  note: fields.text(4000),
  source: fields.text(400)
});
