import * as v from 'valibot';
import type { Result } from '#core/result';
import { readShape, repeatedIds, sentence, webAddress } from './reading.ts';
import type { PackId, PackProblem } from './types.ts';

/** Licences under which we may ship content; each is explained in `docs/data-licences.md`. */
export const licences = ['MIT', 'CC-BY-NC-4.0', 'OGL-UK-3.0'] as const;
export type Licence = (typeof licences)[number];

const version = v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, 'a version as 1.0.0'));
const packId = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/, 'the folder of the pack below content'),
  // Checked to be a folder name on the line before; brands have no form at run time.
  v.transform((text) => text as PackId)
);
const fileName = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9-]+\.(json|csv|geojson)$/, 'a file name without folders')
);

const packSchema = v.strictObject({
  id: packId,
  version,
  title: sentence,
  kind: v.picklist([
    'spine',
    'evidence',
    'plans',
    'data',
    'catalogue',
    'demonstration',
    'examples',
    'instruments',
    'words'
  ]),
  /** Where it comes from, and what was changed. */
  source: sentence,
  sourceUrl: v.nullable(webAddress),
  licence: v.picklist(licences),
  licenceUrl: webAddress,
  /** The line to print wherever the content is shown. */
  attribution: sentence,
  /** True when people, places or figures in it are invented; every page that shows it must say so. */
  madeUp: v.boolean(),
  /** True when Cairn works without it, so that a place may choose. */
  optional: v.boolean(),
  /** True when it is kept only for records that already point to it. */
  retired: v.boolean(),
  files: v.pipe(v.array(fileName), v.minLength(1))
});

/** What a content pack says about itself, in its `pack.json`. */
export type Pack = v.InferOutput<typeof packSchema>;

/** Reads a pack's own description. Refuses another shape, and a file named twice. */
export function readPack(json: unknown, file = 'pack.json'): Result<Pack, readonly PackProblem[]> {
  const shape = readShape(packSchema, json, file);
  if (!shape.ok) return shape;
  const problems = repeatedIds(
    file,
    'files',
    shape.value.files.map((id) => ({ id }))
  );
  return problems.length === 0 ? shape : { ok: false, error: problems };
}
