import type { Brand } from '#core/brand';

export type ComparatorGroupId = Brand<string, 'ComparatorGroupId'>;

/** Areas that a partnership chose to lay its figures beside, and why. */
export type ComparatorGroup = {
  readonly id: ComparatorGroupId;
  readonly name: string;
  readonly reason: string;
  /** Who put the group together, and where that is written. */
  readonly source: string;
  /** Codes of areas; the partnership's own is not among them. */
  readonly areas: readonly string[];
  readonly version: number;
};

/** More lines than these cannot be told apart in a drawing. */
export const mostGroups = 3;
