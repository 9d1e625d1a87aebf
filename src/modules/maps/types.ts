import type { Brand } from '#core/brand';
import type { AgeId, FactorId } from '#modules/vocabulary';

export type ServiceId = Brand<string, 'ServiceId'>;

/** A stage of support, as the place has it: `StageOfSupport` says what it is called. */
export type StageId = Brand<string, 'StageId'>;

/** What an organisation offers families. Texts are empty where nothing was said. */
export type ServiceDetails = {
  readonly name: string;
  readonly organisation: string;
  readonly description: string;
  /** One word for the kind of service, such as "Nursery". */
  readonly type: string;
  readonly tags: readonly string[];
  readonly url: string;
  readonly ages: readonly AgeId[];
  /** Where families go, as made public. */
  readonly address: string;
  /** Degrees, WGS 84; both or neither. */
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly stage: StageId | null;
  /** Who may come, in words: ages as they were given, who is entitled. */
  readonly whoFor: string;
  /** When it can be had, in words; one line for each time. */
  readonly times: string;
  /** What it costs families, in words. */
  readonly costs: string;
  /** How to come by it, and what helps those who find coming hard, in words. */
  readonly access: string;
  /** The ID of the spreadsheet it came from. */
  readonly externalId: string | null;
  readonly source: string;
  /** When the source says so: `2018`, `2018-01` or `2018-01-31`; empty when it does not say. */
  readonly sourceDate: string;
};

/** That a service addresses a factor, and why somebody thinks so; the reason is empty after an import without one. */
export type FactorTie = { readonly factor: FactorId; readonly reason: string };

export type Service = ServiceDetails & {
  readonly id: ServiceId;
  readonly status: 'active' | 'ended';
  readonly updatedAt: Date;
  readonly version: number;
  readonly factors: readonly FactorTie[];
};

export const directions = ['directed', 'undirected', 'mutual'] as const;
export type Direction = (typeof directions)[number];

/** One end of a connection: a service, or only a name (an organisation, a group). */
export type ConnectionEnd =
  | { readonly kind: 'service'; readonly id: ServiceId }
  | { readonly kind: 'name'; readonly name: string };

/** How one service or organisation works with another: funding, partnering, referral. */
export type Connection = {
  readonly id: string;
  readonly from: ConnectionEnd;
  readonly to: ConnectionEnd;
  /** In the words of those who drew it; empty when they did not say. */
  readonly type: string;
  readonly direction: Direction;
  /** False while it is only emerging. */
  readonly established: boolean;
};
