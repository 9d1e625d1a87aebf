import type { Brand } from '#core/brand';
import type { Setting } from '#modules/settings';
import type { Report } from './kinds.ts';

export type RollOutId = Brand<string, 'RollOutId'>;
export type ReportId = Brand<string, 'ReportId'>;

/** Where a setting stands with a change. */
export const standings = ['not-started', 'preparing', 'using', 'fully', 'stopped'] as const;
export type Standing = (typeof standings)[number];

/** A setting that could use the change, with where it stands. `report` is null while nobody has said anything. */
export type Place = {
  readonly setting: Setting;
  readonly standing: Standing;
  readonly report: Report | null;
};

/** How many settings stand where. `using` holds those that use it fully as well. */
export type Counts = {
  readonly eligible: number;
  readonly notStarted: number;
  readonly preparing: number;
  readonly using: number;
  readonly fully: number;
  readonly stopped: number;
};
