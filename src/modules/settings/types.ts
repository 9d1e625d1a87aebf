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

/** The boundary of the place, for drawing alone. */
export type Outline = { readonly rings: readonly Ring[]; readonly source: string };
