import * as v from 'valibot';
import type { Result } from '#core/result';
import { readShape, repeatedIds, sentence, unless } from './reading.ts';
import type { PackProblem } from './types.ts';

const areaCode = v.pipe(v.string(), v.regex(/^[A-Z]\d{8}$/, 'an area code as E05015239'));

const wardsSchema = v.strictObject({
  /** The council area they lie in. */
  partOf: areaCode,
  wards: v.pipe(v.array(v.strictObject({ code: areaCode, name: sentence })), v.minLength(1))
});

/** The wards of one council area, by name. */
export type Wards = v.InferOutput<typeof wardsSchema>;

/** Reads the wards of a council area. Refuses another shape and a ward that stands twice. */
export function readWards(
  json: unknown,
  file = 'wards.json'
): Result<Wards, readonly PackProblem[]> {
  const shape = readShape(wardsSchema, json, file);
  if (!shape.ok) return shape;
  const codes = shape.value.wards.map(({ code }) => ({ id: code }));
  return unless(repeatedIds(file, 'wards', codes), shape.value);
}
