import type { Setting, SettingDetails } from './kinds.ts';

/**
 * Whether a setting is there on a day. One whose opening nobody wrote down is taken to have been there always.
 * @example
 * isOpenOn({ openedOn: '2024-09-01', closedOn: null }, '2024-08-31') // false
 */
export function isOpenOn(
  { openedOn, closedOn }: Pick<SettingDetails, 'openedOn' | 'closedOn'>,
  day: string
): boolean {
  return (openedOn === null || openedOn <= day) && (closedOn === null || closedOn > day);
}

export type HalfAPoint = { readonly kind: 'half-a-point' };
export type ClosesBeforeItOpens = { readonly kind: 'closes-before-it-opens' };

/** What is wrong with the parts of a setting together; null when they fit. */
export function checkParts(
  details: Pick<SettingDetails, 'longitude' | 'latitude' | 'openedOn' | 'closedOn'>
): HalfAPoint | ClosesBeforeItOpens | null {
  if ((details.longitude === null) !== (details.latitude === null)) return { kind: 'half-a-point' };
  const { openedOn, closedOn } = details;
  if (openedOn !== null && closedOn !== null && closedOn < openedOn)
    return { kind: 'closes-before-it-opens' };
  return null;
}

/** The areas in which settings are, in the order of their names; settings without an area are left out. */
export function areasOf(settings: readonly Pick<Setting, 'area'>[]): string[] {
  const areas = new Set(settings.map(({ area }) => area).filter((area) => area !== ''));
  return [...areas].sort((one, other) => one.localeCompare(other, 'en-GB'));
}
