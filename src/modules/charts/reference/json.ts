/** Reading and writing the JSON of reference cases: `null` for missing, "Inf" and "-Inf". */

export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type JsonObject = { readonly [key: string]: Json };

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A double as JSON: undefined figures are `null`, infinities words. */
export function figure(value: number): Json {
  if (value !== value) return null;
  if (value === Infinity) return 'Inf';
  if (value === -Infinity) return '-Inf';
  return value;
}

export function figures(column: Float64Array, count: number): Json[] {
  const out: Json[] = [];
  for (let i = 0; i < count; i++) out.push(figure(column[i] ?? NaN));
  return out;
}

/** Something in the input is not as the schema says. */
export class CaseFault extends Error {}

function refuse(field: string, wanted: string): never {
  throw new CaseFault(`"${field}" should be ${wanted}.`);
}

export function numberOr<Other>(
  input: JsonObject,
  field: string,
  otherwise: Other
): number | Other {
  const value = input[field];
  if (value === undefined || value === null) return otherwise;
  if (value === 'Inf') return Infinity;
  if (value === '-Inf') return -Infinity;
  return typeof value === 'number' ? value : refuse(field, 'a number');
}

export function booleanOr(input: JsonObject, field: string, otherwise: boolean): boolean {
  const value = input[field];
  if (value === undefined || value === null) return otherwise;
  return typeof value === 'boolean' ? value : refuse(field, 'true or false');
}

export function wordOr<Word extends string>(
  input: JsonObject,
  field: string,
  words: readonly Word[],
  otherwise: Word
): Word {
  const value = input[field];
  if (value === undefined || value === null) return otherwise;
  return words.find((word) => word === value) ?? refuse(field, `one of ${words.join(', ')}`);
}

export function list(input: JsonObject, field: string): readonly Json[] {
  const value = input[field];
  return Array.isArray(value) ? (value as readonly Json[]) : refuse(field, 'a list'); // just tested
}

export function listOrNull(input: JsonObject, field: string): readonly Json[] | null {
  const value = input[field];
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' || typeof value === 'string') return [value]; // a vector of one
  return list(input, field);
}

/** Columns of one table must be as long as each other. */
export function checkLengths(input: JsonObject, fields: readonly string[]): void {
  const lengths = fields.flatMap((field) => {
    const value = input[field];
    return Array.isArray(value) ? [value.length] : [];
  });
  if (lengths.some((length) => length !== lengths[0])) {
    throw new CaseFault(
      `${fields.map((field) => `"${field}"`).join(', ')} should be of one length.`
    );
  }
}

/** A column of doubles; `null` becomes `NaN`. */
export function column(values: readonly Json[], field: string): Float64Array {
  return Float64Array.from(values, (value) => {
    if (value === null) return NaN;
    if (value === 'Inf') return Infinity;
    if (value === '-Inf') return -Infinity;
    return typeof value === 'number' ? value : refuse(field, 'a list of numbers');
  });
}
