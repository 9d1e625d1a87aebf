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

/** A place where children and families are. Texts are empty where nothing was said. */
export type SettingDetails = {
  readonly name: string;
  readonly kind: SettingKind;
  readonly organisation: string;
  /** The ward or locality, in the words of the place. */
  readonly area: string;
  /** How many children it can take at one time. */
  readonly places: number | null;
  readonly rooms: number | null;
  /** Degrees, WGS 84; both or neither. */
  readonly longitude: number | null;
  readonly latitude: number | null;
  /** Calendar dates; null where nobody said, or where it is still open. */
  readonly openedOn: string | null;
  /** The first day on which it is no longer there. */
  readonly closedOn: string | null;
  /** The ID of the list it came from, such as a register. */
  readonly externalId: string | null;
  readonly source: string;
};

export type Setting = SettingDetails & {
  readonly id: SettingId;
  readonly updatedAt: Date;
  readonly version: number;
};

/** A closed line of `[longitude, latitude]`. */
export type Ring = readonly (readonly [longitude: number, latitude: number])[];

/** The boundary of the place, for drawing alone. */
export type Outline = { readonly rings: readonly Ring[]; readonly source: string };
