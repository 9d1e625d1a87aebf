import type { ColumnUse, Matching } from './meanings.ts';
import type { Overview } from './overview.ts';

/** Rows that are for the same indicator, period, area and group, and the places of the columns in which they differ. */
export type Collision = { readonly rows: number[]; readonly differing: Set<number> };

type Row = { readonly row: readonly string[]; readonly number: number };

const mostRowsNamed = 10;
const usesOfFigures: readonly ColumnUse[] = [
  'value',
  'numerator',
  'denominator',
  'status',
  'across'
];

/**
 * Finds the rows that are for the same value: which of them comes first in a file says nothing about which is right. Every such row is laid
 * beside the first. `keyed` goes through the rows with what tells their values apart, as often as it is asked; of a file without such rows
 * nothing is held but a number for each value.
 */
export function collisionsIn(
  keyed: () => Iterable<Row & { readonly key: string }>,
  columns: number
): ReadonlyMap<string, Collision> {
  const seen = new SeenNumbers();
  const again = new Set<number>();
  for (const { key } of keyed()) {
    const number = numberOf(key);
    if (!seen.add(number)) again.add(number);
  }
  const collisions = new Map<string, Collision>();
  if (again.size === 0) return collisions;
  const first = new Map<string, Row>();
  for (const { key, row, number } of keyed()) {
    if (!again.has(numberOf(key))) continue;
    const one = first.get(key);
    if (one === undefined) {
      first.set(key, { row, number });
      continue;
    }
    const known = collisions.get(key) ?? { rows: [one.number], differing: new Set<number>() };
    if (known.rows.length < mostRowsNamed) known.rows.push(number);
    for (let column = 0; column < columns; column += 1) {
      if ((one.row[column] ?? '').trim() !== (row[column] ?? '').trim())
        known.differing.add(column);
    }
    collisions.set(key, known);
  }
  return collisions;
}

/** Whether colliding rows say the same, so that one of them stands for all. */
export function areEqual({ differing }: Collision, { uses }: Matching): boolean {
  return [...differing].every((column) => {
    const use = uses[column] ?? 'nothing';
    return use !== 'nothing' && !usesOfFigures.includes(use);
  });
}

/** The headings of the columns that may tell colliding rows apart: those left out, else those of names that mean the same. */
export function telling(
  { differing }: Collision,
  { uses }: Matching,
  { columns }: Overview
): string[] {
  const isOf = (are: (use: ColumnUse) => boolean) =>
    [...differing].filter((column) => are(uses[column] ?? 'nothing'));
  const leftOut = isOf((use) => use === 'nothing');
  // Names tell rows apart before figures do.
  const named = leftOut.filter((column) => columns[column]?.isFigures !== true);
  const told =
    named.length > 0
      ? named
      : leftOut.length > 0
        ? leftOut
        : isOf((use) => !usesOfFigures.includes(use));
  return told
    .sort((one, other) => one - other)
    .map((column) => columns[column]?.heading || `Column ${column + 1}`);
}

/** A whole number for a text, below 2⁵³ and hardly ever that of another text (cyrb53, in the public domain). */
function numberOf(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charCodeAt(index);
    high = Math.imul(high ^ letter, 2654435761);
    low = Math.imul(low ^ letter, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

/** A set of whole numbers from 0 on, of sixteen to thirty-two bytes each: one of JavaScript's own takes three times as much. */
class SeenNumbers {
  #places = new Float64Array(1024); // each number and one; 0 is a free place
  #count = 0;

  /** Whether the number is new. */
  add(number: number): boolean {
    if (this.#count * 2 >= this.#places.length) this.#grow();
    const place = placeOf(number + 1, this.#places);
    if (this.#places[place] !== 0) return false;
    this.#places[place] = number + 1;
    this.#count += 1;
    return true;
  }

  #grow(): void {
    const before = this.#places;
    this.#places = new Float64Array(before.length * 2);
    for (const kept of before) if (kept !== 0) this.#places[placeOf(kept, this.#places)] = kept;
  }
}

/** Where a number stands, or would. */
function placeOf(kept: number, places: Float64Array): number {
  let place = kept % places.length;
  while (places[place] !== 0 && places[place] !== kept) place = (place + 1) % places.length;
  return place;
}
