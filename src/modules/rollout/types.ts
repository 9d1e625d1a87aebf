import type { Brand } from '#core/brand';
import type { Setting, SettingId, SettingKind } from '#modules/settings';
import type { FactorId } from '#modules/vocabulary';

export type RollOutId = Brand<string, 'RollOutId'>;
export type ReportId = Brand<string, 'ReportId'>;

/** Where a setting stands with a change. */
export const standings = ['not-started', 'preparing', 'using', 'fully', 'stopped'] as const;
export type Standing = (typeof standings)[number];

/** Which settings could use the change: by a rule, or chosen one by one. */
export type Eligibility = {
  readonly eligibleBy: 'rule' | 'picked';
  /** Empty: every kind. */
  readonly eligibleKinds: readonly SettingKind[];
  /** Empty: every area. */
  readonly eligibleAreas: readonly string[];
  readonly picked: readonly SettingId[];
};

/** A change that is being spread from setting to setting. */
export type RollOutDetails = Eligibility & {
  readonly title: string;
  readonly change: string;
  readonly projectId: string | null;
  readonly changeIdeaId: string | null;
  readonly factorIds: readonly FactorId[];
  readonly startedOn: string;
  readonly endedOn: string | null;
  /** How many settings are to use it, and by when. */
  readonly goalSettings: number | null;
  readonly goalBy: string | null;
  /** How fully it may be used, in the place's own words, least first. */
  readonly scale: readonly string[];
  /** What belongs to doing it as it was meant. */
  readonly parts: readonly string[];
};
export type RollOut = RollOutDetails & { readonly id: RollOutId; readonly version: number };

/** What is said of a setting: where it stands from a day on. */
export type ReportDetails = {
  readonly standing: Standing;
  readonly since: string;
  /** From 1, on the roll-out's own scale. */
  readonly level: number | null;
  readonly parts: readonly string[];
  /** Why it stopped. */
  readonly reason: string;
  readonly note: string;
  /** A role. */
  readonly saidBy: string;
};
export type Report = ReportDetails & {
  readonly id: ReportId;
  readonly rollOutId: RollOutId;
  readonly settingId: SettingId;
  readonly reportedAt: Date;
  readonly version: number;
};

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
