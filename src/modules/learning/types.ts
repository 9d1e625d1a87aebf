import type { Brand } from '#core/brand';
import type {
  Decision,
  ProjectId,
  RampStep,
  TestId,
  TestStatus,
  WasImprovement
} from '#modules/improvement';

/** The nouns of learning together: sessions, what was taken back, storyboards. Dates are `YYYY-MM-DD`. */

export type SessionId = Brand<string, 'SessionId'>;
export type TakeawayId = Brand<string, 'TakeawayId'>;
export type StoryboardId = Brand<string, 'StoryboardId'>;

export const waysHeld = ['in-person', 'online', 'both'] as const;
export type WayHeld = (typeof waysHeld)[number];

export const hosts = ['here', 'collaborative', 'elsewhere'] as const;
export type Host = (typeof hosts)[number];

export const itemKinds = ['talk', 'storyboards', 'workshop', 'visit', 'planning', 'break'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** One line of a programme. */
export type ProgrammeItem = {
  /** As people write it: "9:30". */
  readonly time: string;
  readonly title: string;
  readonly kind: ItemKind;
  /** Who leads it: a role. */
  readonly lead: string;
};

/** Somebody who goes to a session: a role, not a person. */
export type AwayMember = {
  readonly role: string;
  readonly organisation: string;
  /** For whom they speak: "parents of the Blue room". */
  readonly speaksFor: string;
};

/** A test of change that followed from something taken back. */
export type FollowingTest = {
  readonly id: TestId;
  readonly projectId: ProjectId;
  readonly projectTitle: string;
  readonly number: number;
  readonly changeTried: string;
  readonly status: TestStatus;
  readonly rampStep: RampStep;
  readonly plannedFor: string;
  readonly doneOn: string | null;
  readonly wasImprovement: WasImprovement | null;
  readonly decision: Decision | null;
  readonly learnt: string;
};

export const papers = ['a4', 'a3'] as const;
export type Paper = (typeof papers)[number];

type Named = { readonly id: string; readonly title: string };

/** What a storyboard may be made of. */
export type StoryboardOffer = {
  readonly sessions: readonly Named[];
  readonly projects: readonly (Named & {
    readonly tests: readonly {
      readonly id: string;
      readonly number: number;
      readonly changeTried: string;
    }[];
    readonly measures: readonly Named[];
  })[];
};

export type BoardTest = {
  readonly number: number;
  readonly tried: string;
  readonly withHowMany: string;
  readonly predicted: string;
  readonly happened: string;
  readonly wasImprovement: WasImprovement | null;
  readonly learnt: string;
};

export type BoardChart = {
  readonly title: string;
  readonly says: string;
  /** Drawn by the charts module, which escapes what it draws. */
  readonly svg: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

export type BoardProject = {
  readonly title: string;
  readonly aim: string | null;
  readonly ideas: readonly { readonly text: string; readonly tests: number }[];
  readonly tests: readonly BoardTest[];
  readonly charts: readonly BoardChart[];
  readonly learnt: readonly string[];
  readonly nextStep: string;
};

/** Everything that a storyboard shows, whole in itself: what is printed, and what a frozen version keeps. */
export type StoryboardContent = {
  readonly title: string;
  readonly place: string;
  readonly driver: string;
  readonly projects: readonly BoardProject[];
  readonly learnt: string;
  readonly nextStep: string;
  /** The day on which the records said so. */
  readonly asOf: string;
};

export type StoryboardVersion = {
  readonly id: string;
  readonly number: number;
  readonly frozenAt: Date;
  readonly frozenBy: string;
};
