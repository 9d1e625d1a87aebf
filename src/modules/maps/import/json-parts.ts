/** Reading what other programs wrote as JSON, of which nothing is certain: each step answers with nothing where it is not as hoped. */

export type Loose = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A text, a number or a yes or no as a text without spaces around; anything else is nothing.
 *
 * @example
 * textOf(12) // '12'
 */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'boolean' ? String(value) : '';
}

/** The first of these fields that has a text. */
export function firstText(value: unknown, ...names: readonly string[]): string {
  if (!isObject(value)) return '';
  return names.map((name) => textOf(value[name])).find((text) => text !== '') ?? '';
}

/** Everything in these fields: lists, and single things where a list was to be expected. */
export function listOf(value: unknown, ...names: readonly string[]): readonly unknown[] {
  if (!isObject(value)) return [];
  return names.flatMap((name) => {
    const found = value[name];
    if (Array.isArray(found)) return found as unknown[]; // each is looked at before it is used
    return found === undefined || found === null || found === '' ? [] : [found];
  });
}

/** The objects in these fields. */
export const objectsOf = (value: unknown, ...names: readonly string[]): readonly Loose[] =>
  listOf(value, ...names).filter(isObject);

/** A number, or a text that is one; null for anything else. */
export function numberOf(value: unknown): number | null {
  const text = textOf(value);
  const number = Number(text);
  return text === '' || typeof value === 'boolean' || !Number.isFinite(number) ? null : number;
}

/** Each text once, without empty ones. */
export const distinct = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.filter((text) => text !== ''))
];
