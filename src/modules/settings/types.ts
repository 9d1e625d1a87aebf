import type { Brand } from '#core/brand';

export type SettingId = Brand<string, 'SettingId'>;

export const settingKinds = [
  'nursery',
  'early-learning-centre',
  'school',
  'childrens-centre',
  'health-clinic',
  'other'
] as const;
export type SettingKind = (typeof settingKinds)[number];

/** What kind of body runs a setting. */
export const providers = ['council', 'private', 'voluntary', 'health', 'other'] as const;
export type Provider = (typeof providers)[number];

/** A closed line of `[longitude, latitude]`. */
export type Ring = readonly (readonly [longitude: number, latitude: number])[];

/** The boundary of an area within the place, such as a ward. */
export type AreaOutline = {
  readonly name: string;
  /** As its publisher knows it; null where the file said none. */
  readonly code: string | null;
  readonly rings: readonly Ring[];
};

/** What settings are drawn on, for drawing alone: the boundary of the place, of which nothing may be known, and of areas within it. */
export type Outline = {
  readonly rings: readonly Ring[];
  readonly source: string;
  readonly areas: readonly AreaOutline[];
  /** Where the boundaries of areas come from; empty where there are none. */
  readonly areasSource: string;
};
