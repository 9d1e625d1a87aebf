/**
 * What a rule is: one kind of pattern, with its length, its zone and its handling of ties given
 * as parameters. Rule sets (rule-sets.ts) are built of these.
 */
import type { RuleSetId } from '../types.ts';

export type Rule =
  /** A point beyond a three-sigma limit. */
  | { readonly kind: 'outside' }
  /** `length` points in a row on one side of the centre line. */
  | {
      readonly kind: 'same-side';
      readonly length: number;
      readonly onCentre: 'breaks' | 'skipped';
    }
  /** `length` points in a row, each higher (or each lower) than the one before. */
  | { readonly kind: 'trend'; readonly length: number; readonly repeats: 'break' | 'skipped' }
  /**
   * At least `count` of `of` neighbouring points beyond `sigma` on one side. `neighbours` says
   * whether the others must lie on that side too; `outside` whether points beyond three sigma count.
   */
  | {
      readonly kind: 'beyond';
      readonly count: number;
      readonly of: number;
      readonly sigma: 1 | 2;
      readonly neighbours: 'same-side' | 'anywhere';
      readonly outside: 'counts' | 'does-not-count';
    }
  /** `length` points in a row closer than one sigma to the centre line. */
  | { readonly kind: 'within'; readonly length: number }
  /** `length` points in a row, on either side, none closer than one sigma to the centre line. */
  | { readonly kind: 'straddling'; readonly length: number }
  /** `length` points in a row, up and down in turn. */
  | { readonly kind: 'alternating'; readonly length: number }
  /** A run longer than chance usually allows for this many points (Anhøj). */
  | { readonly kind: 'longest-run' }
  /** Fewer crossings of the centre line than chance usually gives (Anhøj). */
  | { readonly kind: 'crossings' }
  /** Fewer or more runs than all but `tail` of chance in either direction (Swed and Eisenhart). */
  | { readonly kind: 'number-of-runs'; readonly tail: number }
  /** A point that anyone would call different: left to the reader's eye. */
  | { readonly kind: 'judgement' };

export interface RuleSet {
  readonly id: RuleSetId;
  readonly name: string;
  readonly rules: readonly Rule[];
  /** Whether a missing value breaks rows of neighbours, or is passed over. */
  readonly missing: 'breaks' | 'skipped';
  /** Below this many points with a value the set does not give a verdict. */
  readonly fewestPoints: number;
  readonly source: string;
}
