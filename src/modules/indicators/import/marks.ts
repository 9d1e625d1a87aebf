import type { OwnStatus } from '../types.ts';

/** What stands in a cell instead of a figure, or behind one. */
export type Mark = {
  readonly status: OwnStatus;
  /** What publishers mean by it. */
  readonly meaning: string;
};

const hidden = { status: 'suppressed', meaning: 'hidden to protect people' } as const;
const low = { status: 'suppressed', meaning: 'a figure too low to show' } as const;
const missing = { status: 'not-collected', meaning: 'not available' } as const;
const inapplicable = { status: 'not-collected', meaning: 'does not apply' } as const;

/**
 * Marks that stand instead of a figure.
 * Source: Government Analysis Function, "Symbols in tables: definitions and help" ([c], [low], [x], [z]); Department for Education,
 * explore education statistics, "GSS symbols" (c, x, z, k, low, :); Eurostat and Scottish tables (:, .., *).
 */
const instead: Readonly<Record<string, Mark>> = {
  c: hidden,
  '*': hidden,
  '**': hidden,
  s: hidden,
  supp: hidden,
  suppressed: hidden,
  hidden,
  low,
  '<5': low,
  '<10': low,
  k: missing,
  x: missing,
  ':': missing,
  '.': missing,
  '..': missing,
  '…': missing,
  '-': missing,
  '–': missing,
  '—': missing,
  'n/a': missing,
  na: missing,
  'not available': missing,
  'not collected': missing,
  z: inapplicable,
  'not applicable': inapplicable
};

/** Marks that follow a figure. A revised figure is final until it is revised again. */
const behind: Readonly<Record<string, Mark>> = {
  p: { status: 'provisional', meaning: 'provisional' },
  e: { status: 'provisional', meaning: 'estimated' },
  u: { status: 'provisional', meaning: 'of low reliability' },
  r: { status: 'final', meaning: 'revised' },
  b: { status: 'final', meaning: 'break in the series' }
};

const longestMark = 20;

const bare = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^[[(](.*)[\])]$/, '$1')
    .trim();

/**
 * The mark that a cell holds instead of a figure; null for anything else.
 *
 * @example
 * readMark('[c]') // { status: 'suppressed', meaning: 'hidden to protect people' }
 */
export function readMark(cell: string): Mark | null {
  if (cell === '' || cell.length > longestMark || /^\d/.test(cell)) return null; // nearly every cell
  const word = bare(cell);
  return Object.hasOwn(instead, word) ? (instead[word] ?? null) : null;
}

/**
 * A figure and the mark behind it, where there is one.
 *
 * @example
 * splitMark('54.5 [p]') // { figure: '54.5', mark: { status: 'provisional', meaning: 'provisional' } }
 */
export function splitMark(cell: string): { readonly figure: string; readonly mark: Mark | null } {
  const parts = /^(.*\d%?)\s*[[(]?\s*([a-z])\s*[\])]?$/i.exec(cell.trim());
  const mark = parts === null ? undefined : behind[parts[2]?.toLowerCase() ?? ''];
  return mark === undefined ? { figure: cell, mark: null } : { figure: parts?.[1] ?? '', mark };
}

/** The mark that a column of statuses holds: one that stands instead of a figure, or behind one. */
export function statusMark(cell: string): Mark | null {
  if (cell === '' || cell.length > longestMark) return null;
  const word = bare(cell);
  return readMark(cell) ?? (Object.hasOwn(behind, word) ? (behind[word] ?? null) : null);
}
