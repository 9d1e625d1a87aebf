import type { Brand } from '#core/brand';
import type {
  ChangeIdeaId,
  Decision,
  MeasureId,
  ProjectId,
  RampStep,
  TestId,
  TestStatus,
  WasImprovement
} from '#modules/improvement';
import type { FactorId } from '#modules/vocabulary';

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

export type LearningSession = {
  readonly id: SessionId;
  readonly title: string;
  readonly theme: string;
  readonly startsOn: string;
  /** `null` when it lasts one day. */
  readonly endsOn: string | null;
  readonly held: WayHeld;
  readonly venue: string;
  readonly host: Host;
  /** Empty when this place is the host. */
  readonly hostName: string;
  readonly about: string;
  readonly programme: readonly ProgrammeItem[];
  readonly awayTeam: readonly AwayMember[];
  readonly version: number;
};

/** Something noticed at a session and brought home. */
export type Takeaway = {
  readonly id: TakeawayId;
  readonly sessionId: SessionId;
  readonly noticed: string;
  /** Whose work it was seen in. */
  readonly fromPlace: string;
  /** A role of the away team. */
  readonly noticedBy: string;
  readonly factorIds: readonly FactorId[];
  /** The change it suggests, in a few words; empty when none yet. */
  readonly idea: string;
  readonly changeIdeaId: ChangeIdeaId | null;
  /** Who sees to it that it is tried: a role. */
  readonly ownerRole: string;
  readonly status: 'open' | 'set-aside';
  readonly setAsideWhy: string;
  readonly createdAt: Date;
  readonly version: number;
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

/** What was taken back with what came of it. */
export type FollowedTakeaway = Takeaway & { readonly tests: readonly FollowingTest[] };

export const papers = ['a4', 'a3'] as const;
export type Paper = (typeof papers)[number];

/** What somebody chose for a storyboard; what it shows comes from the records. */
export type Storyboard = {
  readonly id: StoryboardId;
  readonly sessionId: SessionId | null;
  /** `null`: of the whole place. */
  readonly projectId: ProjectId | null;
  readonly title: string;
  readonly paper: Paper;
  /** Empty: every test that has come to an answer. */
  readonly testIds: readonly TestId[];
  /** Empty: the leading measure of each project. */
  readonly measureIds: readonly MeasureId[];
  readonly driver: string;
  readonly learnt: string;
  readonly nextStep: string;
  readonly version: number;
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
